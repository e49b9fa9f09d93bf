using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Conversation;
using Smss.Modules.ActivityCentre.Model;
using Smss.Modules.ActivityCentre.Search;

namespace Smss.Modules.ActivityCentre.Topics;

/// <summary>What is on at the Centre and on the estate.</summary>
internal sealed class EventsTopic(ActivityCentreDbContext db, CityClock clock, PersonToAsk person) : ITopic
{
    public string Id => "activitycentre.events";

    public IReadOnlyCollection<string> Intents { get; } = ["events.search"];

    public ValueTask HandleAsync(Turn turn, CancellationToken cancellation) => AnswerAsync(turn, Wanted.By(turn), cancellation);

    public async ValueTask<bool> FollowUpAsync(Turn turn, FollowUp followUp, CancellationToken cancellation)
    {
        if (turn.Recall<Shown>() is not { } last) return false;
        switch (followUp.Kind)
        {
            case FollowUpKind.More:
                Shown next = last.Next();
                Guid[] ids = next.Page();
                EstateEvent[] page = [.. (await LiveAsync(cancellation)).Where(e => ids.Contains(e.Id))];
                if (page.Length == 0) turn.Say("activitycentre.no-more");
                else next.Say(turn, turn.Get("activitycentre.events.next"), page, e => Line(turn, e));
                return true;
            case FollowUpKind.Pick when last.At(followUp.Ordinal) is { } id:
                if ((await LiveAsync(cancellation)).FirstOrDefault(e => e.Id == id) is { } one) turn.Say("activitycentre.events.card").With(Card(turn, one));
                else turn.Say("activitycentre.events.gone");
                return true;
            case FollowUpKind.Refine when (last.Wanted?.With(turn) ?? Wanted.By(turn)) is var wanted && wanted != last.Wanted && !turn.Meaning.Slots.IsEmpty:
                await AnswerAsync(turn, wanted, cancellation);
                return true;
            default:
                return false;
        }
    }

    private async ValueTask AnswerAsync(Turn turn, Wanted wanted, CancellationToken cancellation)
    {
        IReadOnlyList<EstateEvent> live = await LiveAsync(cancellation);
        EstateEvent[] fitting = [.. live.Where(e => Fits(e, wanted))];
        if (fitting.Length > 0) Show(turn, wanted, fitting, turn.Get("activitycentre.events.found", ("count", fitting.Length)));
        else if (live.Count > 0)
            Show(turn, wanted, [.. live.Take(3)], $"{turn.Get("activitycentre.events.none")} {turn.Get("activitycentre.events.next")}");
        else await person.SayAsync(turn, "activitycentre.events.none", wanted.Place, cancellation);
    }

    private async Task<IReadOnlyList<EstateEvent>> LiveAsync(CancellationToken cancellation)
    {
        DateTime now = clock.Local;
        // Yesterday's may last past midnight.
        DateOnly since = DateOnly.FromDateTime(now).AddDays(-1);
        List<EstateEvent> coming = await db.Events.AsNoTracking().Where(e => !e.IsDraft && !e.IsCancelled && e.Day >= since)
            .OrderBy(e => e.Day).ThenBy(e => e.StartsAt).Take(Shown.Most).ToListAsync(cancellation);
        return [.. coming.Where(e => e.IsLive(now))];
    }

    private static bool Fits(EstateEvent e, Wanted wanted)
    {
        if (wanted.Days is { } days && !days.Contains(e.Day)) return false;
        if (wanted.Place is { } place && e.Place != place) return false;
        if (wanted.Free && !e.IsFree) return false;
        if (wanted.Topic is not { } topic) return true;
        HashSet<string> words = [.. Stems.Of($"{e.Title} {e.Topic} {e.Description}")];
        return Stems.Of(topic).All(words.Contains);
    }

    private static void Show(Turn turn, Wanted wanted, IReadOnlyList<EstateEvent> found, string heading) =>
        new Shown([.. found.Select(e => e.Id)]) { Wanted = wanted }.Say(turn, heading, [.. found.Take(Shown.PageSize)], e => Line(turn, e));

    private static string Line(Turn turn, EstateEvent e) => turn.Get(
        "activitycentre.events.line", ("title", e.Title), ("day", e.Day), ("from", e.StartsAt), ("to", e.EndsAt), ("place", e.Place));

    private static Card Card(Turn turn, EstateEvent e)
    {
        var lines = new List<string?>
        {
            e.IsSample ? turn.Get("activitycentre.sample") : null,
            Line(turn, e),
            e.IsFree ? turn.Get("activitycentre.free") : null,
            e.NeedsRegistration ? turn.Get("activitycentre.events.register") : null,
            e.Description,
        };
        return new Card(e.Title, string.Join('\n', lines.Where(l => !string.IsNullOrEmpty(l))), new Link(turn.Get("activitycentre.details"), turn.PageUrl("/wydarzenia")));
    }
}
