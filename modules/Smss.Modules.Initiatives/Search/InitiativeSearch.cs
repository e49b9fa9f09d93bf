using Microsoft.EntityFrameworkCore;
using Smss.Modules.Initiatives.Model;

namespace Smss.Modules.Initiatives.Search;

/// <summary>Finds initiatives that were released; what was not is never found, by nobody.</summary>
internal sealed class InitiativeSearch(InitiativesDbContext db)
{
    /// <summary>How many of the newest that share a word are compared.</summary>
    private const int Compared = 200;

    /// <summary>A page of what fits, and how many fit in all.</summary>
    public async Task<(IReadOnlyList<Initiative> Page, int Total)> PageAsync(InitiativeQuery query, int skip, int take, CancellationToken cancellation)
    {
        IQueryable<Initiative> found = Released(query.Words.Count > 0 ? SearchText.All(query.Words, db.IsSqlite) : null);
        if (query.Place is { } place) found = found.Where(i => i.Place == place);
        int total = await found.CountAsync(cancellation);
        IQueryable<Initiative> ordered = query.ByTopSupport
            ? found.OrderByDescending(i => i.Supporters).ThenByDescending(i => i.Number)
            : found.OrderByDescending(i => i.Number);
        return (await ordered.Skip(skip).Take(take).ToListAsync(cancellation), total);
    }

    /// <summary>Live ones about the same, the closest first: two words in common, and half of the words of their title.</summary>
    public async Task<IReadOnlyList<Initiative>> SimilarAsync(string text, int take, CancellationToken cancellation)
    {
        IReadOnlyList<string> asked = SearchText.Asked(text);
        if (asked.Count == 0) return [];
        List<Initiative> newest = await Released(SearchText.Any(asked, db.IsSqlite))
            .Where(i => i.Status != InitiativeStatus.Done && i.Status != InitiativeStatus.Closed)
            .OrderByDescending(i => i.Number).Take(Compared).ToListAsync(cancellation);
        var close = from initiative in newest
                    let shared = initiative.Words.Split(' ').Intersect(asked).Count()
                    let title = SearchText.Asked(initiative.Title)
                    let sharedTitle = title.Intersect(asked).Count()
                    where shared >= Math.Min(2, asked.Count) && sharedTitle * 2 >= title.Count
                    orderby shared + sharedTitle descending, initiative.Number.Stored descending
                    select initiative;
        return [.. close.Take(take)];
    }

    /// <summary>A released one with what happened to it, or null.</summary>
    public Task<Initiative?> ReleasedAsync(InitiativeNumber number, CancellationToken cancellation) =>
        db.Initiatives.AsNoTracking().Include(i => i.Steps.OrderBy(s => s.Order))
            .SingleOrDefaultAsync(i => i.Number == number && i.ReleasedAt != null, cancellation);

    /// <summary>Estates that have initiatives, for the filter.</summary>
    public async Task<IReadOnlyList<string>> PlacesAsync(CancellationToken cancellation) =>
        await db.Initiatives.Where(i => i.ReleasedAt != null && i.Place != null).Select(i => i.Place!).Distinct().OrderBy(p => p).ToListAsync(cancellation);

    private IQueryable<Initiative> Released(string? match)
    {
        IQueryable<Initiative> rows = match is null ? db.Initiatives : db.IsSqlite
            ? db.Initiatives.FromSql($"""
                SELECT i.* FROM initiatives_initiative i
                WHERE i.number IN (SELECT rowid FROM initiatives_initiative_fts WHERE initiatives_initiative_fts MATCH {match})
                """)
            : db.Initiatives.FromSql($"SELECT i.* FROM initiatives_initiative i WHERE i.search @@ CAST({match} AS tsquery)");
        return rows.AsNoTracking().Where(i => i.ReleasedAt != null);
    }
}
