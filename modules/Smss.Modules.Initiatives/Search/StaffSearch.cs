using Microsoft.EntityFrameworkCore;
using Smss.Abstractions.Data;
using Smss.Modules.Initiatives.Model;

namespace Smss.Modules.Initiatives.Search;

/// <summary>Finds initiatives for the staff: those waiting to be read are among them.</summary>
internal sealed class StaffSearch(InitiativesDbContext db, ISqlReader reader)
{
    /// <summary>A page, the newest first.</summary>
    public async Task<IReadOnlyList<Line>> PageAsync(string words, InitiativeStatus? status, int skip, int take, CancellationToken cancellation)
    {
        var values = new List<object?>();
        string page = $"SELECT {InitiativeLine.Columns}, i.released_at IS NOT NULL {From(words, status, values)} ORDER BY i.number DESC LIMIT {Add(values, take)} OFFSET {Add(values, skip)}";
        return await reader.ReadAsync(page, [.. values], row => new Line(InitiativeLine.Of(row), row.GetBoolean(8)), cancellation);
    }

    /// <summary>How many fit; counting stops at the most.</summary>
    public async Task<int> CountAsync(string words, InitiativeStatus? status, int most, CancellationToken cancellation)
    {
        var values = new List<object?>();
        string count = $"SELECT count(*) FROM (SELECT 1 {From(words, status, values)} LIMIT {Add(values, most)}) AS counted";
        return (await reader.ReadAsync(count, [.. values], row => row.GetInt32(0), cancellation))[0];
    }

    /// <summary>How many wait to be read, and since when the first.</summary>
    public async Task<(int Count, DateTimeOffset? Since)> WaitingAsync(CancellationToken cancellation)
    {
        IQueryable<Initiative> waiting = db.Initiatives.Where(i => i.Status == InitiativeStatus.Filed);
        return (await waiting.CountAsync(cancellation), await waiting.OrderBy(i => i.Number).Select(i => (DateTimeOffset?)i.FiledAt).FirstOrDefaultAsync(cancellation));
    }

    /// <summary>One with what happened to it, released or not.</summary>
    public Task<Initiative?> FindAsync(string number, CancellationToken cancellation) => InitiativeNumber.Parse(number) is { } asked
        ? db.Initiatives.AsNoTracking().Include(i => i.Steps.OrderBy(s => s.Order)).SingleOrDefaultAsync(i => i.Number == asked, cancellation)
        : Task.FromResult<Initiative?>(null);

    private string From(string words, InitiativeStatus? status, List<object?> values)
    {
        string from = "FROM initiatives_initiative i WHERE 1 = 1";
        if (status is { } wanted) from += $" AND i.status = {Add(values, wanted.ToString())}";
        if (InitiativeNumber.Parse(words.Trim()) is { } number) from += $" AND i.number = {Add(values, number.Stored)}";
        else if (SearchText.Asked(words) is { Count: > 0 } stems) from += " AND " + Matching(stems, value => Add(values, value));
        return from;
    }

    private static string Add(List<object?> values, object value)
    {
        values.Add(value);
        return $"@p{values.Count - 1}";
    }

    /// <summary>The full text holds what is released; what is not is little, and read through.</summary>
    private string Matching(IReadOnlyList<string> stems, Func<object, string> take)
    {
        string match = SearchText.All(stems, reader.IsSqlite);
        if (!reader.IsSqlite) return $"i.search @@ CAST({take(match)} AS tsquery)";
        string released = $"i.number IN (SELECT rowid FROM initiatives_initiative_fts WHERE initiatives_initiative_fts MATCH {take(match)})";
        string waiting = string.Join(" AND ", stems.Select(stem => $"instr(' ' || i.words, {take(" " + stem)}) > 0"));
        return $"({released} OR (i.released_at IS NULL AND {waiting}))";
    }

    /// <summary>A line of the staff's list.</summary>
    internal sealed record Line(InitiativeLine Initiative, bool IsPublic);
}
