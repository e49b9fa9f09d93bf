using Smss.Abstractions.Conversation;
using Smss.Modules.Initiatives.Search;

namespace Smss.Modules.Initiatives.Topics;

/// <summary>What others filed, five at a time.</summary>
internal sealed class ListTalk(InitiativeSearch search)
{
    private const int PageSize = 5;

    public async ValueTask ShowAsync(Turn turn, CancellationToken cancellation)
    {
        string? place = turn.Meaning.Slots.Place;
        var query = new InitiativeQuery { Place = place, ByTopSupport = Wording.AsksForTop(turn.Text) };
        string subject = Wording.Subject(turn.Text, place);
        IReadOnlyList<string> words = SearchText.Asked(subject);
        if (words.Count > 0 && await SayAsync(turn, query with { Words = words }, 0, cancellation)) return;
        if (words.Count > 0 && await SayCloseAsync(turn, subject, cancellation)) return;
        if (words.Count > 0) turn.Say("initiatives.list.none-about").Offer(turn.Get("initiatives.say.initiative.file"));
        if (await SayAsync(turn, query, 0, cancellation)) return;
        turn.Say(place is null ? "initiatives.list.none" : "initiatives.list.none-in", ("place", place))
            .Offer(turn.Get("initiatives.say.initiative.list"), turn.Get("initiatives.say.initiative.file"));
    }

    public async ValueTask<bool> MoreAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Recall<Shown>() is not { Query: { } query } shown) return false;
        if (await SayAsync(turn, query, shown.Next, cancellation)) return true;
        turn.Say("initiatives.list.end").Offer(turn.Get("initiatives.say.initiative.file"));
        return true;
    }

    /// <summary>"a na Psim Polu?", "a te najpopularniejsze?"</summary>
    public async ValueTask<bool> RefineAsync(Turn turn, CancellationToken cancellation)
    {
        bool top = Wording.AsksForTop(turn.Text);
        if (turn.Recall<Shown>() is not { } last || (turn.Meaning.Slots.Place is null && !top)) return false;
        InitiativeQuery query = last.Query ?? new InitiativeQuery();
        InitiativeQuery refined = query with { Place = turn.Meaning.Slots.Place ?? query.Place, ByTopSupport = query.ByTopSupport || top };
        if (!await SayAsync(turn, refined, 0, cancellation))
            turn.Say("initiatives.list.none-in", ("place", refined.Place)).Offer(turn.Get("initiatives.say.initiative.list"));
        return true;
    }

    private async ValueTask<bool> SayAsync(Turn turn, InitiativeQuery query, int from, CancellationToken cancellation)
    {
        (IReadOnlyList<InitiativeLine> page, int total) = await search.PageAsync(query, from, PageSize, cancellation);
        if (page.Count == 0) return false;
        string heading = turn.Get(query.ByTopSupport ? "initiatives.list.top" : "initiatives.list.newest", ("count", total));
        if (query.Place is { } place) heading += $" – {place}";
        int next = from + page.Count;
        Say(turn, heading, page, next < total).Offer(next < total ? [turn.Get("initiatives.list.more")] : []);
        turn.Remember(new Shown { Query = query, Next = next, Numbers = [.. page.Select(i => i.Number.ToString())] });
        return true;
    }

    private async ValueTask<bool> SayCloseAsync(Turn turn, string subject, CancellationToken cancellation)
    {
        IReadOnlyList<InitiativeLine> close = await search.SimilarAsync(subject, PageSize, cancellation);
        if (close.Count == 0) return false;
        Say(turn, turn.Get("initiatives.list.close"), close, false);
        turn.Remember(new Shown { Numbers = [.. close.Select(i => i.Number.ToString())] });
        return true;
    }

    private static Reply Say(Turn turn, string heading, IReadOnlyList<InitiativeLine> page, bool more)
    {
        IEnumerable<string> lines = page.Select((initiative, i) => $"{i + 1}. {Lines.Long(turn, initiative)}");
        string[] sample = page.Any(i => i.IsSample) ? [turn.Get("initiatives.sample")] : [];
        string how = turn.Get(more ? "initiatives.list.pick-or-more" : "initiatives.list.pick");
        return turn.SayAsWritten(string.Join('\n', [heading + ":", .. lines, .. sample, how]));
    }
}
