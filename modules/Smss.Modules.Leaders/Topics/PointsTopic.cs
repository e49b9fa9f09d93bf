using Smss.Abstractions.Conversation;
using Smss.Modules.Leaders.HoursFromChat;
using Smss.Understanding;

namespace Smss.Modules.Leaders.Topics;

/// <summary>When a point is open, where it is, what it helps with. Place and date stay from one question to the next.</summary>
/// <param name="known">The points.</param>
/// <param name="words">How hours are told.</param>
/// <param name="change">For statements only: a question does not pay for its database contexts.</param>
internal sealed class PointsTopic(KnownPoints known, HoursWords words, Lazy<HoursChange> change) : ITopic
{
    internal const string Hours = "point.hours", Location = "point.location", Services = "point.services";
    private const int LongestSpell = 2;
    internal static readonly IReadOnlyCollection<string> Own = [Hours, Location, Services];

    public string Id => "leaders.points";

    public IReadOnlyCollection<string> Intents => Own;

    public async ValueTask HandleAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Meaning.Intent == Hours && !WishWords.IsQuestion(turn.Text) && await change.Value.TakeStatementAsync(turn, cancellation)) return;
        Answer(turn, Asked.Of(turn, turn.Recall<Asked>()), await known.AllAsync(cancellation));
    }

    /// <summary>The hours, to a message that asked for something else.</summary>
    public async ValueTask TellHoursAsync(Turn turn, CancellationToken cancellation) =>
        Answer(turn, Asked.Of(turn, null) with { Intent = Hours }, await known.AllAsync(cancellation));

    public async ValueTask<bool> FollowUpAsync(Turn turn, FollowUp followUp, CancellationToken cancellation)
    {
        if (turn.Recall<Asked>() is not { } before) return false;
        IReadOnlyList<KnownPoint> all = await known.AllAsync(cancellation);
        switch (followUp.Kind)
        {
            case FollowUpKind.More:
                Show(turn, before, [.. all.Where(p => !before.Shown.Contains(p.Point.Id))], all);
                return true;
            case FollowUpKind.Pick when Picked(before.Shown, followUp.Ordinal) is { } picked:
                Answer(turn, before with { Point = picked }, all);
                return true;
            case FollowUpKind.Refine when before.Refine(turn) is { } asked:
                Answer(turn, asked, all);
                return true;
            default:
                return false;
        }
    }

    private void Answer(Turn turn, Asked asked, IReadOnlyList<KnownPoint> all)
    {
        IReadOnlyList<KnownPoint> found = PointChoice.Of(all, asked);
        if (all.Count == 0) turn.Say("leaders.none");
        else if (found.Count == 0) NoPointThere(turn, asked, all);
        else if (asked.Intent == Services && HelpWith.In(turn.Text) is { } help) new ServiceAnswer(turn, help).Say(asked, found, all);
        else if (asked.Intent == Location && PointWords.SaysNearest(turn.Text) && turn.Meaning.Slots.Place is null) Show(turn, asked, all, all);
        else Show(turn, asked, found, all);
    }

    private void Show(Turn turn, Asked asked, IReadOnlyList<KnownPoint> points, IReadOnlyList<KnownPoint> all)
    {
        // A week of several points is a page, not a message.
        int most = asked.Intent == Hours && asked.Date is { } range && range.To > range.From.AddDays(LongestSpell) ? 1 : PointChoice.PageSize;
        var shown = points.Take(most).ToList();
        turn.Remember(asked with { Shown = [.. shown.Select(p => p.Point.Id)] });
        if (shown.Count == 0)
        {
            turn.Say("leaders.no-more").Offer(PointChoice.Elsewhere(turn, asked, points, all));
            return;
        }
        string text = shown.Count == 1
            ? Alone(turn, asked, shown[0])
            : string.Join('\n', shown.Select((p, i) => $"{i + 1}. " + Short(turn, asked, p)));
        if (shown.Any(p => p.Point.IsSample)) text += $"\n({turn.Get("leaders.sample")})";
        int others = all.Count - shown.Count;
        if (others > 0) text += "\n" + turn.Get("leaders.others", ("count", others));
        string[] elsewhere = [.. PointChoice.Elsewhere(turn, asked, shown, all)];
        Reply reply = turn.SayAsWritten(text).Offer(elsewhere.Length == 0 && others > 0 ? [turn.Get("leaders.more")] : elsewhere);
        if (shown.Count == 1) reply.With(PointCard.Of(turn, shown[0].Point));
    }

    private string Alone(Turn turn, Asked asked, KnownPoint point) => Short(turn, asked, point) + asked.Intent switch
    {
        Location when point.Point.Directions is { } way => " " + way.In(turn.Language),
        Services => " " + turn.Get("leaders.services.more"),
        _ => "",
    };

    private string Short(Turn turn, Asked asked, KnownPoint point) => asked.Intent switch
    {
        Location => PointCard.Location(turn, point.Point),
        Services => ServiceAnswer.Everything(turn, point.Point),
        _ => $"{point.Point.Name}: {new HoursAnswer(turn, words).Of(point.Schedule, asked.Date)}",
    };

    private static void NoPointThere(Turn turn, Asked asked, IReadOnlyList<KnownPoint> all)
    {
        turn.Remember(asked with { Place = null, Kind = null });
        string places = string.Join(", ", all.Select(p => p.Point.Place).Distinct());
        turn.Say("leaders.no-point", ("place", asked.Place), ("places", places)).Offer(PointChoice.Elsewhere(turn, asked, [], all));
    }

    private static Guid? Picked(IReadOnlyList<Guid> shown, int ordinal) =>
        ordinal == -1 && shown.Count > 0 ? shown[^1] : ordinal >= 1 && ordinal <= shown.Count ? shown[ordinal - 1] : null;
}
