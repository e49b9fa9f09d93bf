using Microsoft.EntityFrameworkCore;
using Smss.Abstractions.Data;
using Smss.Modules.Initiatives.Model;

namespace Smss.Modules.Initiatives.Search;

/// <summary>Finds initiatives for the staff: those waiting to be read are among them.</summary>
internal sealed class StaffSearch(InitiativesDbContext db, ISqlReader reader)
{
    /// <summary>A page, the newest first.</summary>
    public async Task<IReadOnlyList<Line>> PageAsync(StaffQuery query, int skip, int take, CancellationToken cancellation)
    {
        var values = new List<object?>();
        string page = $"SELECT {InitiativeLine.Columns}, i.released_at IS NOT NULL, i.assignee_id {From(query, values)} ORDER BY i.number DESC LIMIT {Add(values, take)} OFFSET {Add(values, skip)}";
        return await reader.ReadAsync(page, [.. values], row => new Line(InitiativeLine.Of(row), row.GetBoolean(8), row.IsDBNull(9) ? null : row.GetGuid(9)), cancellation);
    }

    /// <summary>How many fit; counting stops at the most.</summary>
    public async Task<int> CountAsync(StaffQuery query, int most, CancellationToken cancellation)
    {
        var values = new List<object?>();
        string count = $"SELECT count(*) FROM (SELECT 1 {From(query, values)} LIMIT {Add(values, most)}) AS counted";
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

    private string From(StaffQuery query, List<object?> values)
    {
        string from = "FROM initiatives_initiative i WHERE 1 = 1", words = query.Words;
        if (query.Unassigned) from += " AND i.assignee_id IS NULL";
        else if (query.AssigneeId is { } assignee) from += $" AND i.assignee_id = {Add(values, assignee)}";
        if (query.Status is { } wanted) from += $" AND i.status = {Add(values, wanted.ToString())}";
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
    internal sealed record Line(InitiativeLine Initiative, bool IsPublic, Guid? AssigneeId);
}

/// <summary>Which initiatives the staff want to see.</summary>
/// <param name="Words">A number, or words that must all occur.</param>
internal sealed record StaffQuery(string Words, InitiativeStatus? Status)
{
    /// <summary>Account of who looks after them.</summary>
    public Guid? AssigneeId { get; init; }

    /// <summary>Those that nobody looks after.</summary>
    public bool Unassigned { get; init; }
}
