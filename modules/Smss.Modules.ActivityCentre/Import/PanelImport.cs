using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Smss.Abstractions;
using Smss.Abstractions.Modules;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Import;

/// <summary>A file taken in two steps: first what it would do is shown, then exactly that is done, once, or nothing.</summary>
internal sealed class PanelImport(ActivityCentreDbContext db, CityClock clock, ImportOffers offers, ImportTrainings trainings)
{
    public IEnumerable<(string Kind, string Format)> Ways => new IImport[] { offers, trainings }.SelectMany(i => i.Formats, (i, format) => (i.Kind, format));

    /// <summary>Says what the file would do, and keeps it when it can be done.</summary>
    public async Task<Preview> LookAsync(StaffMember who, string kind, string format, byte[] content, CancellationToken cancellation)
    {
        ImportReport report = await RunAsync(kind, format, content, dryRun: true, cancellation);
        if (report.Problems.Any(p => p.IsError)) return new Preview(null, report);
        var upload = new Upload { Id = clock.NewId(), Kind = kind, Format = format, Content = content, MadeBy = who.Id, MadeAt = clock.Now };
        db.Add(upload);
        await db.SaveChangesAsync(cancellation);
        return new Preview(upload.Id, report);
    }

    /// <summary>Does what was shown. When it would do something else by now, it does nothing and shows that instead; null when the file is gone.</summary>
    public async Task<(bool Done, Preview Preview)?> ApplyAsync(StaffMember who, Guid id, string seen, CancellationToken cancellation)
    {
        if (await db.Uploads.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id && u.MadeBy == who.Id, cancellation) is not { } upload) return null;
        await using IDbContextTransaction turn = await db.Database.BeginTransactionAsync(cancellation);
        // Who says yes first holds the file: a second yes waits here, and then it is gone.
        if (await db.Uploads.Where(u => u.Id == id).ExecuteDeleteAsync(cancellation) == 0) return null;
        try
        {
            var done = new Preview(null, await RunAsync(upload.Kind, upload.Format, upload.Content, dryRun: false, cancellation));
            if (done.Fingerprint == seen && !done.Report.Problems.Any(p => p.IsError))
            {
                db.Record(who, "activitycentre.audit.import." + upload.Kind, $"+{done.Report.Added} ~{done.Report.Changed}");
                await db.SaveChangesAsync(cancellation);
                await turn.CommitAsync(cancellation);
                return (true, done);
            }
        }
        catch (DbUpdateException)
        {
            // Somebody changed one of the rows this very moment.
        }
        // Nothing was written, and the file waits on.
        await turn.RollbackAsync(cancellation);
        db.Forget();
        return (false, new Preview(id, await RunAsync(upload.Kind, upload.Format, upload.Content, dryRun: true, cancellation)));
    }

    private async Task<ImportReport> RunAsync(string kind, string format, byte[] content, bool dryRun, CancellationToken cancellation)
    {
        using var file = new MemoryStream(content);
        IImport import = kind == offers.Kind ? offers : trainings;
        return await import.RunAsync(file, format, dryRun, cancellation);
    }
}

/// <summary>What a file would do.</summary>
/// <param name="Id">Under which it waits for a yes; null when it cannot be done, or was.</param>
/// <param name="Report">The difference and the errors.</param>
internal sealed record Preview(Guid? Id, ImportReport Report)
{
    /// <summary>Two previews that say the same have the same.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Report)));
}
