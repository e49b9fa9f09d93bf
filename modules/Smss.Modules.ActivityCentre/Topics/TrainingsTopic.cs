using Microsoft.EntityFrameworkCore;
using Smss.Abstractions.Conversation;
using Smss.Modules.ActivityCentre.Model;
using Smss.Modules.ActivityCentre.Search;
using Smss.Understanding;

namespace Smss.Modules.ActivityCentre.Topics;

/// <summary>Trainings: search, more, one of the list, how to get a seat.</summary>
internal sealed class TrainingsTopic(Lazy<ActivityCentreDbContext> db, TrainingSearch search, PersonToAsk person) : ITopic
{
    private static readonly string[] Seat = ["zapis", "zglaszam sie", "запиш", "запис", "sign", "enrol", "register"];

    public string Id => "activitycentre.trainings";

    public IReadOnlyCollection<string> Intents { get; } = ["trainings.search", "trainings.enrol"];

    public async ValueTask HandleAsync(Turn turn, CancellationToken cancellation)
    {
        Slots slots = turn.Meaning.Slots;
        Shown? last = turn.Recall<Shown>();
        if (turn.Meaning.Intent == "trainings.search") await SearchAsync(turn, await WantedAsync(turn, cancellation), cancellation);
        else if ((slots.Ordinal is { } n ? last?.At(n) : last?.Picked) is { } id && await LiveAsync(turn, id, cancellation) is { } chosen)
            await SayEnrolAsync(turn, chosen, cancellation);
        else if (slots.Topic is not null) await SearchAsync(turn, Wanted.By(turn), cancellation);
        else await person.SayAsync(turn, "activitycentre.trainings.enrol", slots.Place, cancellation);
    }

    public async ValueTask<bool> FollowUpAsync(Turn turn, FollowUp followUp, CancellationToken cancellation)
    {
        if (turn.Recall<Shown>() is not { } last) return false;
        switch (followUp.Kind)
        {
            case FollowUpKind.More:
                await ShowAsync(turn, last.Next(), cancellation);
                return true;
            case FollowUpKind.Pick when last.At(followUp.Ordinal) is { } id:
                if (AsksForSeat(turn) && await LiveAsync(turn, id, cancellation) is { } chosen) await SayEnrolAsync(turn, chosen, cancellation);
                else await SayOneAsync(turn, last, id, cancellation);
                return true;
            case FollowUpKind.Refine when Refined(turn, last) is { } wanted:
                await SearchAsync(turn, wanted, cancellation);
                return true;
            default:
                return false;
        }
    }

    /// <summary>"Zapisz mnie na pierwsze" asks for more than to see it.</summary>
    private static bool AsksForSeat(Turn turn) =>
        turn.Meaning.Intent == "trainings.enrol"
        || Array.Exists(Seat, beginning => Folding.Fold(turn.Text).Contains(beginning, StringComparison.Ordinal));

    /// <summary>Who spoke of a trade wants a course of that trade, and where there is none, any.</summary>
    private async Task<Wanted> WantedAsync(Turn turn, CancellationToken cancellation)
    {
        Wanted wanted = Wanted.By(turn);
        if (wanted.Topic is not null || turn.Meaning.Slots.Occupation is not { } trade) return wanted;
        bool taught = (await search.FindAsync([.. Stems.Of(trade)], wanted.Place, wanted.Free, wanted.Days, 1, cancellation)).Count > 0;
        return taught ? wanted with { Topic = trade } : wanted;
    }

    private static Wanted? Refined(Turn turn, Shown last)
    {
        Wanted refined = last.Wanted?.With(turn) ?? Wanted.By(turn);
        return refined == last.Wanted && !Wanted.AsksCheaper(turn.Text) || refined == Wanted.Anything ? null : refined;
    }

    private async Task SearchAsync(Turn turn, Wanted wanted, CancellationToken cancellation)
    {
        string[] words = wanted.Topic is { } topic ? [.. Stems.Of(topic)] : [];
        IReadOnlyList<TrainingLine> found = await search.FindAsync(words, wanted.Place, wanted.Free, wanted.Days, Shown.Most, cancellation);
        if (wanted.Cheapest) found = [.. found.OrderBy(t => t.Price ?? int.MaxValue)];
        if (found.Count > 0 && Wanted.AsksCheaper(turn.Text)) ShowCheapest(turn, wanted, found);
        else if (found.Count > 0) ShowFirst(turn, wanted, found, turn.Get("activitycentre.trainings.found", ("count", found.Count)));
        else await SayNoneAsync(turn, wanted, words, cancellation);
    }

    private static void ShowCheapest(Turn turn, Wanted wanted, IReadOnlyList<TrainingLine> found)
    {
        bool shown = turn.Recall<Shown>() is { } last && last.Page().Order().SequenceEqual(found.Take(Shown.PageSize).Select(t => t.Id).Order());
        if (shown) turn.Say("activitycentre.trainings.none-cheaper");
        else ShowFirst(turn, wanted, found, turn.Get("activitycentre.trainings.cheapest"));
    }

    /// <summary>The same subject at another time or place serves better than another subject.</summary>
    private async Task SayNoneAsync(Turn turn, Wanted wanted, string[] words, CancellationToken cancellation)
    {
        bool narrowed = wanted.Place is not null || wanted.Free || wanted.Days is not null;
        IReadOnlyList<TrainingLine> others = words.Length > 0 && narrowed ? await search.FindAsync(words, null, false, null, Shown.Most, cancellation) : [];
        if (others.Count == 0) others = await search.FindAsync([], null, wanted.Free, null, 3, cancellation);
        string none = turn.Get("activitycentre.trainings.none");
        if (others.Count == 0) turn.SayAsWritten($"{none} {await person.LineAsync(turn, wanted.Place, cancellation)}".Trim());
        else ShowFirst(turn, wanted, others, $"{none} {turn.Get("activitycentre.trainings.others")}");
    }

    private static void ShowFirst(Turn turn, Wanted wanted, IReadOnlyList<TrainingLine> found, string heading) =>
        new Shown([.. found.Select(t => t.Id)]) { Wanted = wanted }.Say(turn, heading, [.. found.Take(Shown.PageSize)], t => TrainingWords.Line(turn, t));

    private async Task ShowAsync(Turn turn, Shown shown, CancellationToken cancellation)
    {
        Guid[] ids = shown.Page();
        IReadOnlyList<TrainingLine> page = await search.LoadAsync(ids, cancellation);
        if (page.Count == 0) turn.Say("activitycentre.no-more");
        else shown.Say(turn, turn.Get("activitycentre.trainings.others"), page, t => TrainingWords.Line(turn, t));
    }

    private async Task SayOneAsync(Turn turn, Shown last, Guid id, CancellationToken cancellation)
    {
        if (await LiveAsync(turn, id, cancellation) is not { } training)
        {
            turn.Say("activitycentre.trainings.gone");
            return;
        }
        turn.Remember(last with { Picked = id });
        turn.Say("activitycentre.trainings.card").With(TrainingWords.Card(turn, training));
    }

    private async Task SayEnrolAsync(Turn turn, Training training, CancellationToken cancellation)
    {
        string text = turn.Get("activitycentre.trainings.enrol-in", ("title", training.Title), ("provider", training.Provider));
        string sample = training.IsSample ? $" ({turn.Get("activitycentre.sample")})" : "";
        turn.SayAsWritten($"{text}{sample} {await person.LineAsync(turn, training.Place, cancellation)}".Trim()).With(TrainingWords.Card(turn, training));
    }

    private async Task<Training?> LiveAsync(Turn turn, Guid id, CancellationToken cancellation) =>
        await db.Value.Trainings.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, cancellation) is { } training && training.IsLive(turn.Today) ? training : null;
}
