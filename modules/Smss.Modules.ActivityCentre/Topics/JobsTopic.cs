using Smss.Abstractions.Conversation;
using Smss.Modules.ActivityCentre.Model;
using Smss.Modules.ActivityCentre.Search;

namespace Smss.Modules.ActivityCentre.Topics;

/// <summary>Work: search, more of it, one of the list, how to apply.</summary>
internal sealed class JobsTopic(OfferSearch search, TrainingSearch trainings, PersonToAsk person) : ITopic
{
    public string Id => "activitycentre.jobs";

    public IReadOnlyCollection<string> Intents { get; } = ["jobs.search", "jobs.apply", "jobs.subscribe", "jobs.unsubscribe"];

    public async ValueTask HandleAsync(Turn turn, CancellationToken cancellation)
    {
        switch (turn.Meaning.Intent)
        {
            case "jobs.apply":
                await ApplyAsync(turn, turn.Recall<JobSearch>(), turn.Meaning.Slots.Ordinal, cancellation);
                break;
            case "jobs.subscribe":
                await person.SayAsync(turn, "activitycentre.jobs.subscribe", turn.Meaning.Slots.Place, cancellation);
                break;
            case "jobs.unsubscribe":
                turn.Say("activitycentre.jobs.unsubscribe");
                break;
            default:
                await ShowAsync(turn, await UnderstandAsync(turn, cancellation), cancellation);
                break;
        }
    }

    public async ValueTask<bool> FollowUpAsync(Turn turn, FollowUp followUp, CancellationToken cancellation)
    {
        if (turn.Recall<JobSearch>() is not { } last) return false;
        switch (followUp.Kind)
        {
            case FollowUpKind.More:
                await ShowAsync(turn, last with { From = last.From + JobSearch.PageSize, Picked = null }, cancellation);
                return true;
            case FollowUpKind.Pick:
                return await PickAsync(turn, last, followUp.Ordinal, cancellation);
            default:
                return await RefineAsync(turn, last, cancellation);
        }
    }

    private async Task<JobSearch> UnderstandAsync(Turn turn, CancellationToken cancellation)
    {
        JobSearch asked = new JobSearch().With(turn);
        if (asked.Occupation is not null || asked.Words.Count > 0) return asked;
        string[] telling = [.. JobWords.Telling(turn.Text, asked.Place)];
        IReadOnlyList<string> known = await search.KnownAsync(telling, cancellation);
        return asked with { Words = known, IsGuess = telling.Length > 0 && known.Count == 0 };
    }

    private async Task<bool> RefineAsync(Turn turn, JobSearch last, CancellationToken cancellation)
    {
        JobSearch refined = last.With(turn);
        // Who asks for elsewhere hears again how it stands everywhere.
        if (!refined.AsksTheSame(last) || JobWords.AsksElsewhere(turn.Text)) await ShowAsync(turn, refined, cancellation);
        else if (JobWords.AsksCloser(turn.Text)) turn.Say(last.Place is null ? "activitycentre.jobs.closer-where" : "activitycentre.jobs.closer-already", ("place", last.Place));
        else return false;
        return true;
    }

    private async Task ShowAsync(Turn turn, JobSearch asked, CancellationToken cancellation)
    {
        OfferHits hits = await search.FindAsync(asked.ToQuery(), cancellation);
        IReadOnlyList<OfferLine> page = await search.LoadAsync(hits.Ids.Skip(asked.From).Take(JobSearch.PageSize), cancellation);
        if (page.Count == 0)
        {
            await SayNothingAsync(turn, asked, cancellation);
            return;
        }
        turn.Remember(asked with { Shown = [.. page.Select(o => o.Id)] });
        IEnumerable<string> lines = page.Select((offer, i) => OfferWords.Line(turn, offer, i + 1));
        if (page.Any(o => o.IsSample)) lines = lines.Append($"({turn.Get("activitycentre.sample")})");
        bool more = hits.Ids.Count > asked.From + JobSearch.PageSize;
        turn.SayAsWritten(Heading(turn, asked, hits) + "\n" + string.Join('\n', lines))
            .Offer(Enumerable.Range(1, page.Count).Select(n => $"{n}"))
            .Offer(more ? [turn.Get("activitycentre.more")] : []);
    }

    private static string Heading(Turn turn, JobSearch asked, OfferHits hits)
    {
        if (asked.From > 0) return turn.Get("activitycentre.jobs.further");
        string what = What(turn, hits.InOtherPlaces ? asked with { Place = null } : asked);
        string key = hits.IsCut ? "activitycentre.jobs.found-many" : "activitycentre.jobs.found";
        string found = turn.Get(key, ("count", hits.Ids.Count), ("what", what));
        if (hits.InOtherPlaces) found = turn.Get("activitycentre.jobs.elsewhere", ("place", asked.Place)) + " " + found;
        if (asked.IsGuess) return turn.Get("activitycentre.jobs.guess") + " " + found;
        return hits.IsCorrected ? turn.Get("activitycentre.jobs.corrected") + " " + found : found;
    }

    private async Task SayNothingAsync(Turn turn, JobSearch asked, CancellationToken cancellation)
    {
        if (asked.From > 0)
        {
            turn.Say("activitycentre.jobs.no-more");
            return;
        }
        turn.Remember(asked);
        string text = turn.Get("activitycentre.jobs.none", ("what", What(turn, asked)));
        IReadOnlyList<TrainingLine> courses = asked.ToQuery().Words is { Count: > 0 } words ? await trainings.AboutAsync(words, 2, cancellation) : [];
        if (courses.Count > 0)
            text += "\n" + turn.Get("activitycentre.jobs.trainings-instead") + "\n" + string.Join('\n', courses.Select(c => "– " + TrainingWords.Line(turn, c)));
        text += "\n" + await person.LineAsync(turn, asked.Place, cancellation);
        turn.SayAsWritten(text.TrimEnd());
    }

    private async Task<bool> PickAsync(Turn turn, JobSearch last, int ordinal, CancellationToken cancellation)
    {
        if (IdAt(last, ordinal) is not { } id) return false;
        if (await search.LiveAsync(id, cancellation) is not { } offer)
        {
            turn.Say("activitycentre.jobs.gone");
            return true;
        }
        turn.Remember(last with { Picked = id });
        turn.Say("activitycentre.jobs.card").With(OfferWords.Card(turn, offer)).Offer(turn.Get("activitycentre.jobs.apply-button"));
        return true;
    }

    private async Task ApplyAsync(Turn turn, JobSearch? last, int? ordinal, CancellationToken cancellation)
    {
        Guid? id = last is null ? null : ordinal is { } n ? IdAt(last, n) : last.Picked ?? (last.Shown.Count == 1 ? last.Shown[0] : null);
        if (id is not { } known)
        {
            turn.Say(last is { Shown.Count: > 0 } ? "activitycentre.jobs.apply-which" : "activitycentre.jobs.apply-what");
            return;
        }
        if (await search.LiveAsync(known, cancellation) is not { } offer)
        {
            turn.Say("activitycentre.jobs.gone");
            return;
        }
        turn.Remember(last! with { Picked = known });
        if (OfferWords.Apply(offer) is { } how)
        {
            if (offer.IsSample) how += $", {turn.Get("activitycentre.sample")}";
            turn.Say("activitycentre.jobs.apply", ("title", offer.Title), ("how", how)).With(OfferWords.Card(turn, offer));
        }
        else await person.SayAsync(turn, "activitycentre.jobs.apply-unknown", offer.Place, cancellation);
    }

    private static Guid? IdAt(JobSearch last, int ordinal)
    {
        int at = ordinal == -1 ? last.Shown.Count - 1 : ordinal - 1;
        return at >= 0 && at < last.Shown.Count ? last.Shown[at] : null;
    }

    private static string What(Turn turn, JobSearch asked)
    {
        var parts = new List<string>();
        if (asked.Occupation is { } occupation) parts.Add(OfferWords.Occupation(occupation, turn.Language));
        if (asked.Place is { } place) parts.Add(place);
        if (asked.Contract is { } contract) parts.Add(turn.Get(OfferWords.ContractKey(contract)));
        if (asked.NoExperience) parts.Add(turn.Get("activitycentre.no-experience"));
        if (asked.NoNights) parts.Add(turn.Get("activitycentre.no-nights"));
        return parts.Count == 0 ? "" : $" ({string.Join(", ", parts)})";
    }
}
