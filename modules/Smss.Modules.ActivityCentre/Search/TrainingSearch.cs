using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Modules.ActivityCentre.Model;
using Smss.Understanding;

namespace Smss.Modules.ActivityCentre.Search;

/// <summary>Finds trainings that a resident can still join, the soonest first.</summary>
internal sealed class TrainingSearch(ActivityCentreDbContext db, CityClock clock)
{
    /// <summary>Trainings with the words in title or text, in a place, free only, in a range of days; all of it optional.</summary>
    public async Task<IReadOnlyList<Training>> FindAsync(
        IReadOnlyList<string> words, string? place, bool freeOnly, DayRange? days, int take, CancellationToken cancellation)
    {
        List<string> with = [];
        if (place is not null) with.Add(Facets.Place(place));
        if (freeOnly) with.Add(Facets.Free);
        IReadOnlyList<Training> found = await ReadAsync(new Match(words, [], with, []), days, take, cancellation);
        return found.Count > 0 || words.Count == 0 ? found
            : await ReadAsync(new Match(words, [], with, []) { AsPrefixes = true }, days, take, cancellation);
    }

    /// <summary>Those with any of the words in them.</summary>
    public Task<IReadOnlyList<Training>> AboutAsync(IReadOnlyList<string> words, int take, CancellationToken cancellation) =>
        ReadAsync(new Match([], words, [], []), null, take, cancellation);

    private async Task<IReadOnlyList<Training>> ReadAsync(Match match, DayRange? days, int take, CancellationToken cancellation)
    {
        DateOnly today = clock.Today;
        IQueryable<Training> found = Matching(match).AsNoTracking().Where(t => t.Status == TrainingStatus.Published && t.LastDay >= today);
        if (days is { } range)
        {
            (DateOnly from, DateOnly to) = (range.From, range.To);
            found = found.Where(t => t.StartsOn <= to && t.EndsOn >= from);
        }
        return await found.OrderBy(t => t.StartsOn).ThenBy(t => t.Id).Take(take).ToListAsync(cancellation);
    }

    private IQueryable<Training> Matching(Match match) => db.IsSqlite
        ? db.Trainings.FromSql($"""
            SELECT t.* FROM activitycentre_training t WHERE t.id IN (SELECT r.id FROM activitycentre_training_fts f
            JOIN activitycentre_training_fts_row r ON r.row = f.rowid WHERE f.activitycentre_training_fts MATCH {match.Sqlite()})
            """)
        : db.Trainings.FromSql($"SELECT t.* FROM activitycentre_training t WHERE t.search @@ CAST({match.Postgres()} AS tsquery)");
}
