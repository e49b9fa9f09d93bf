using Smss.Abstractions;
using Smss.Abstractions.Data;
using Smss.Understanding;

namespace Smss.Modules.ActivityCentre.Search;

/// <summary>Finds trainings that a resident can still join, the soonest first.</summary>
internal sealed class TrainingSearch(ISqlReader reader, CityClock clock)
{
    private const string Live = "t.status = 'Published' AND t.last_day >= @p0";

    private const string Sqlite = $"""
        SELECT {TrainingLine.Columns} FROM activitycentre_training_fts f CROSS JOIN activitycentre_training_fts_row r ON r.row = f.rowid
        CROSS JOIN activitycentre_training t ON t.id = r.id WHERE f.activitycentre_training_fts MATCH @p1
        AND {Live} AND t.starts_on <= @p2 AND t.ends_on >= @p3 ORDER BY t.starts_on, t.id LIMIT @p4
        """;

    private const string Postgres = $"""
        SELECT {TrainingLine.Columns} FROM activitycentre_training t WHERE t.search @@ CAST(@p1 AS tsquery)
        AND {Live} AND t.starts_on <= @p2 AND t.ends_on >= @p3 ORDER BY t.starts_on, t.id LIMIT @p4
        """;

    /// <summary>Trainings with the words in title or text, in a place, free only, in a range of days; all of it optional.</summary>
    public async Task<IReadOnlyList<TrainingLine>> FindAsync(
        IReadOnlyList<string> words, string? place, bool freeOnly, DayRange? days, int take, CancellationToken cancellation)
    {
        List<string> with = [];
        if (place is not null) with.Add(Facets.Place(place));
        if (freeOnly) with.Add(Facets.Free);
        List<TrainingLine> found = await ReadAsync(new Match(words, [], with, []), days, take, cancellation);
        return found.Count > 0 || words.Count == 0 ? found
            : await ReadAsync(new Match(words, [], with, []) { AsPrefixes = true }, days, take, cancellation);
    }

    /// <summary>Those with any of the words in them.</summary>
    public async Task<IReadOnlyList<TrainingLine>> AboutAsync(IReadOnlyList<string> words, int take, CancellationToken cancellation) =>
        await ReadAsync(new Match([], words, [], []), null, take, cancellation);

    /// <summary>The rows of one page, in the order of the ids; those that ended meanwhile are left out.</summary>
    public async Task<IReadOnlyList<TrainingLine>> LoadAsync(IEnumerable<Guid> page, CancellationToken cancellation)
    {
        object?[] values = [clock.Today, .. page];
        if (values.Length == 1) return [];
        string sql = $"SELECT {TrainingLine.Columns} FROM activitycentre_training t WHERE t.id IN ({ByIds.Of(values)}) AND {Live}";
        return ByIds.InOrder(values, await reader.ReadAsync(sql, values, TrainingLine.Of, cancellation), t => t.Id);
    }

    private async Task<List<TrainingLine>> ReadAsync(Match match, DayRange? days, int take, CancellationToken cancellation)
    {
        (DateOnly from, DateOnly to) = days is { } range ? (range.From, range.To) : (DateOnly.MinValue, DateOnly.MaxValue);
        object?[] values = [clock.Today, reader.IsSqlite ? match.Sqlite() : match.Postgres(), to, from, take];
        return await reader.ReadAsync(reader.IsSqlite ? Sqlite : Postgres, values, TrainingLine.Of, cancellation);
    }
}
