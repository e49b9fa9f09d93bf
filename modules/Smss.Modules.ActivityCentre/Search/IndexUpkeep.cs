using Microsoft.EntityFrameworkCore;
using Smss.Abstractions.Data;

namespace Smss.Modules.ActivityCentre.Search;

/// <summary>
/// FTS5 keeps what each batch of writes brought in a segment of its own, and a search looks into every segment. Merged into one,
/// the sample city's eight are searched in two thirds of the time. PostgreSQL's index has no such segments.
/// </summary>
internal sealed class IndexUpkeep(ActivityCentreDbContext db, ISqlReader reader)
{
    private static readonly string[] Statements = [Optimize("job_offer_fts"), Optimize("job_offer_fts_staff"), Optimize("training_fts")];

    public async Task OptimizeAsync(CancellationToken cancellation)
    {
        if (!reader.IsSqlite) return;
        foreach (string statement in Statements) await db.Database.ExecuteSqlRawAsync(statement, cancellation);
    }

    private static string Optimize(string index) => $"INSERT INTO activitycentre_{index}(activitycentre_{index}) VALUES ('optimize')";
}
