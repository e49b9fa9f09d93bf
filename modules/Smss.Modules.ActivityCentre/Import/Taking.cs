using Microsoft.EntityFrameworkCore;
using Smss.Abstractions.Modules;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Import;

/// <summary>Takes rows from outside into the database: what is new, what changed, what staff keeps for itself.</summary>
internal sealed class Taking<T>(ActivityCentreDbContext db, Source source, List<ImportProblem> problems) where T : Listing
{
    private readonly List<string> _changes = [];
    private int _added, _changed, _unchanged, _drafts;

    /// <param name="rows">The rows.</param>
    /// <param name="create">Makes an empty row with the external id.</param>
    /// <param name="settle">Publishes or ends the row after its content was written; false when it stays a draft.</param>
    /// <param name="dryRun">Says what would be, writes nothing.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<ImportReport> RunAsync(
        IReadOnlyList<Incoming<T>> rows, Func<string, T> create, Func<T, Incoming<T>, bool> settle, bool dryRun, CancellationToken cancellation)
    {
        foreach (var twice in rows.GroupBy(r => r.ExternalId).Where(g => g.Count() > 1))
            problems.Add(new ImportProblem(twice.Last().Line, $"id „{twice.Key}” powtarza się (wiersz {twice.First().Line}).", true));
        if (problems.Exists(p => p.IsError)) return Report();

        Dictionary<string, T> known = await db.Set<T>().Where(r => r.Source == source && r.ExternalId != null).ToDictionaryAsync(r => r.ExternalId!, cancellation);
        foreach (Incoming<T> row in rows) Take(row, known.GetValueOrDefault(row.ExternalId), create, settle);
        if (dryRun) db.Forget();
        else await db.SaveChangesAsync(cancellation);
        return Report();
    }

    private void Take(Incoming<T> row, T? known, Func<string, T> create, Func<T, Incoming<T>, bool> settle)
    {
        if (known is { IsEdited: true })
        {
            problems.Add(new ImportProblem(row.Line, $"„{known.Title}” zmienił pracownik; wiersz z pliku pominięto.", false));
            _unchanged++;
            return;
        }
        T listing = known ?? create(row.ExternalId);
        row.Apply(listing);
        bool complete = settle(listing, row);
        if (known is null) db.Add(listing);
        else if (db.Entry(listing).State == EntityState.Unchanged)
        {
            _unchanged++;
            return;
        }
        if (known is null) _added++;
        else _changed++;
        if (!complete) _drafts++;
        _changes.Add($"{(known is null ? "+" : "~")} {row.ExternalId} {row.Title}{(complete ? "" : " (szkic)")}");
    }

    private ImportReport Report() => new(_added, _changed, _unchanged, _drafts, [.. problems.OrderBy(p => p.Line)], _changes);
}
