using Microsoft.EntityFrameworkCore;
using Smss.Abstractions.Data;
using Smss.Modules.Initiatives.Model;

namespace Smss.Modules.Initiatives.Search;

/// <summary>Finds initiatives that were released; what was not is never found, by nobody.</summary>
internal sealed class InitiativeSearch(Lazy<InitiativesDbContext> db, ISqlReader reader)
{
    /// <summary>How many of the newest that share a word are compared.</summary>
    private const int Compared = 200;

    /// <summary>A page of what fits, and how many fit in all.</summary>
    public async Task<(IReadOnlyList<InitiativeLine> Page, int Total)> PageAsync(InitiativeQuery query, int skip, int take, CancellationToken cancellation)
    {
        var values = new List<object?>();
        string from = FromReleased(query.Words.Count > 0 ? SearchText.All(query.Words, reader.IsSqlite) : null, values);
        if (query.Place is { } place) from += $" AND i.place = {Take(place)}";
        string order = query.ByTopSupport ? "i.supporters DESC, i.number DESC" : "i.number DESC";
        int total = (await reader.ReadAsync($"SELECT count(*) {from}", [.. values], row => row.GetInt32(0), cancellation))[0];
        if (total <= skip) return ([], total);
        string page = $"SELECT {InitiativeLine.Columns} {from} ORDER BY {order} LIMIT {Take(take)} OFFSET {Take(skip)}";
        return (await reader.ReadAsync(page, [.. values], InitiativeLine.Of, cancellation), total);

        string Take(object value)
        {
            values.Add(value);
            return $"@p{values.Count - 1}";
        }
    }

    /// <summary>Live ones about the same, the closest first: two words in common, and half of the words of their title.</summary>
    public async Task<IReadOnlyList<InitiativeLine>> SimilarAsync(string text, int take, CancellationToken cancellation)
    {
        IReadOnlyList<string> asked = SearchText.Asked(text);
        if (asked.Count == 0) return [];
        var values = new List<object?>();
        string sql = $"SELECT {InitiativeLine.Columns}, i.words {FromReleased(SearchText.Any(asked, reader.IsSqlite), values)} "
            + $"AND i.status NOT IN ('Done', 'Closed') ORDER BY i.number DESC LIMIT {Compared}";
        var newest = await reader.ReadAsync(sql, [.. values], row => (Line: InitiativeLine.Of(row), Words: row.GetString(8)), cancellation);
        var close = from initiative in newest
                    let shared = initiative.Words.Split(' ').Intersect(asked).Count()
                    let title = SearchText.Asked(initiative.Line.Title)
                    let sharedTitle = title.Intersect(asked).Count()
                    where shared >= Math.Min(2, asked.Count) && sharedTitle * 2 >= title.Count
                    orderby shared + sharedTitle descending, initiative.Line.Number.Stored descending
                    select initiative.Line;
        return [.. close.Take(take)];
    }

    /// <summary>Released ones as whole rows, the newest first.</summary>
    public async Task<IReadOnlyList<Initiative>> LoadAsync(IReadOnlyList<InitiativeLine> page, CancellationToken cancellation)
    {
        InitiativeNumber[] numbers = [.. page.Select(i => i.Number)];
        return await db.Value.Initiatives.AsNoTracking().Where(i => i.ReleasedAt != null && numbers.Contains(i.Number)).OrderByDescending(i => i.Number).ToListAsync(cancellation);
    }

    /// <summary>The number that answers for a number: of one that was joined to another, the other's.</summary>
    public async Task<InitiativeNumber> AnsweringAsync(InitiativeNumber number, CancellationToken cancellation) =>
        await reader.ReadAsync(
            "SELECT merged_into FROM initiatives_initiative WHERE number = @p0 AND merged_into IS NOT NULL", [number.Stored], row => InitiativeNumber.FromStored(row.GetInt64(0)), cancellation) is [var other]
            ? other
            : number;

    /// <summary>A released one with what happened to it, or null.</summary>
    public Task<Initiative?> ReleasedAsync(InitiativeNumber number, CancellationToken cancellation) =>
        db.Value.Initiatives.AsNoTracking().Include(i => i.Steps.OrderBy(s => s.Order))
            .SingleOrDefaultAsync(i => i.Number == number && i.ReleasedAt != null, cancellation);

    /// <summary>Estates that have initiatives, for the filter.</summary>
    public async Task<IReadOnlyList<string>> PlacesAsync(CancellationToken cancellation) =>
        await db.Value.Initiatives.Where(i => i.ReleasedAt != null && i.Place != null).Select(i => i.Place!).Distinct().OrderBy(p => p).ToListAsync(cancellation);

    private string FromReleased(string? match, List<object?> values)
    {
        const string released = "FROM initiatives_initiative i WHERE i.released_at IS NOT NULL";
        if (match is null) return released;
        values.Add(match);
        return reader.IsSqlite
            ? released + " AND i.number IN (SELECT rowid FROM initiatives_initiative_fts WHERE initiatives_initiative_fts MATCH @p0)"
            : released + " AND i.search @@ CAST(@p0 AS tsquery)";
    }
}
