using Smss.Abstractions.Conversation;
using Smss.Modules.Leaders.Model;

namespace Smss.Modules.Leaders.Topics;

/// <summary>Who the social leader is and how to reach them; how to become one.</summary>
internal sealed class LeaderTopic(KnownPoints known, HoursWords words) : ITopic
{
    private const string Become = "leader.become";

    internal sealed record Remembered(string Intent, string? Place);

    public string Id => "leaders.leader";

    public IReadOnlyCollection<string> Intents { get; } = ["leader.contact", Become];

    public async ValueTask HandleAsync(Turn turn, CancellationToken cancellation)
    {
        string? place = turn.Meaning.Slots.Place ?? turn.Recall<Remembered>()?.Place;
        await AnswerAsync(turn, new Remembered(turn.Meaning.Intent, place), cancellation);
    }

    public async ValueTask<bool> FollowUpAsync(Turn turn, FollowUp followUp, CancellationToken cancellation)
    {
        if (followUp.Kind != FollowUpKind.Refine || turn.Meaning.Slots.Place is not { } place) return false;
        await AnswerAsync(turn, new Remembered(turn.Recall<Remembered>()?.Intent ?? Intents.First(), place), cancellation);
        return true;
    }

    private async ValueTask AnswerAsync(Turn turn, Remembered asked, CancellationToken cancellation)
    {
        turn.Remember(asked);
        IReadOnlyList<KnownPoint> all = await known.AllAsync(cancellation);
        if (asked.Intent == Become) HowToBecome(turn, asked.Place, all);
        else WhoIs(turn, asked.Place, all);
    }

    private void WhoIs(Turn turn, string? place, IReadOnlyList<KnownPoint> all)
    {
        KnownPoint[] led = [.. all.Where(p => p.Leaders.Count > 0)];
        KnownPoint[] there = place is null ? led : Array.FindAll(led, p => p.Point.IsAt(place));
        if (led.Length == 0) turn.Say("leaders.leader.none");
        else if (there.Length == 0)
            turn.Say("leaders.leader.not-there", ("place", place), ("places", Places(led))).Offer(AskAbout(turn, led));
        else
        {
            KnownPoint[] told = [.. there.Take(PointChoice.PageSize)];
            string text = string.Join('\n', told.Select(p => Line(turn, p)));
            if (told.Any(p => p.Point.IsSample)) text += $"\n({turn.Get("leaders.sample")})";
            Reply reply = turn.SayAsWritten(text);
            if (told.Length == 1) reply.With(Card(turn, told[0]));
            else reply.Offer(AskAbout(turn, told));
        }
    }

    private string Line(Turn turn, KnownPoint point)
    {
        SocialLeader leader = point.Leaders[0];
        string who = leader.Name ?? turn.Get("leaders.leader.role", ("place", point.Point.Place));
        string now = HoursWords.Sentence(words.Now(turn.Language, point.Schedule, turn.Now));
        string? phone = leader.Phone ?? point.Point.Phone;
        return turn.Get(phone is null ? "leaders.leader.at" : "leaders.leader.at-phone",
            ("who", who), ("name", point.Point.Name), ("address", point.Point.Street), ("phone", phone), ("now", now));
    }

    private static Card Card(Turn turn, KnownPoint point)
    {
        SocialLeader leader = point.Leaders[0];
        var links = new List<Link> { new(turn.Get("leaders.link.page"), turn.PageUrl(PointCard.PathOf(point.Point))) };
        if (leader.Email is { } email) links.Insert(0, new Link(email, "mailto:" + email));
        if (leader.Phone is { } phone) links.Insert(0, new Link(turn.Get("leaders.link.call", ("phone", phone)), PointCard.Dial(phone)));
        return new Card(leader.Name ?? turn.Get("leaders.leader.role", ("place", point.Point.Place)), PointCard.Address(point.Point), links);
    }

    private void HowToBecome(Turn turn, string? place, IReadOnlyList<KnownPoint> all)
    {
        turn.Say("leaders.become");
        KnownPoint? point = (place is null ? null : all.FirstOrDefault(p => p.Point.IsAt(place))) ?? (all.Count > 0 ? all[0] : null);
        if (point is null) return;
        string sample = point.Point.IsSample ? $"\n({turn.Get("leaders.sample")})" : "";
        string now = HoursWords.Sentence(words.Now(turn.Language, point.Schedule, turn.Now));
        turn.SayAsWritten($"{turn.Get("leaders.become.ask")} {PointCard.Location(turn, point.Point)} {now}{sample}")
            .With(PointCard.Of(turn, point.Point)).Offer(turn.Get("leaders.say.leader.contact"));
    }

    private static string Places(IEnumerable<KnownPoint> points) => string.Join(", ", points.Select(p => p.Point.Place).Distinct());

    private static IEnumerable<string> AskAbout(Turn turn, IEnumerable<KnownPoint> points) =>
        points.Select(p => p.Point.Place).Distinct().Take(4).Select(place => turn.Get("leaders.ask.leader.contact", ("place", place)));
}
