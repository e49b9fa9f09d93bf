using System.Security.Cryptography;
using System.Text;
using Smss.Abstractions;
using Smss.Abstractions.Modules;
using Smss.Modules.ActivityCentre.Import;
using Smss.Modules.ActivityCentre.Model;
using Smss.Modules.ActivityCentre.Search;

namespace Smss.Modules.ActivityCentre;

/// <summary>The sample city's offers, internships, trainings and events: tables like those of the import, with days counted from today.</summary>
internal sealed class SampleRows(ActivityCentreDbContext db, IndexUpkeep index, CityClock clock) : ISampleData
{
    public async Task RollAsync(DateOnly today, CancellationToken cancellation)
    {
        EmployerBook employers = await EmployerBook.OpenAsync(db, clock, cancellation);
        await RollAsync(OfferSheet.Open, (_, row) => OfferSheet.Read(row, today), "offers",
            key => new JobOffer { Id = IdOf(key), Title = "", Source = Source.Sample, ExternalId = key },
            (offer, row) =>
            {
                offer.OfferedBy(employers.Find(row.Employer, isSample: true));
                offer.Publish(today);
                offer.PublishedSince(row.Since ?? today);
            }, cancellation);
        await RollAsync(InternshipSheet.Open, (_, row) => InternshipSheet.Read(row, today), "internships",
            key => new Internship { Id = IdOf(key), Title = "", Source = Source.Sample, ExternalId = key },
            (internship, row) => internship.OfferedBy(employers.Find(row.Employer, isSample: true)), cancellation);
        await RollAsync(TrainingSheet.Open, (sheet, row) => TrainingSheet.Read(sheet, row, today), "trainings",
            key => new Training { Id = IdOf(key), Title = "", Source = Source.Sample, ExternalId = key },
            (training, _) => training.Publish(), cancellation);
        await RollAsync(EventSheet.Open, (_, row) => EventSheet.Read(row, today), "events",
            key => new EstateEvent { Id = IdOf(key), Title = "", Source = Source.Sample, ExternalId = key },
            (_, _) => { }, cancellation);
        await index.OptimizeAsync(cancellation);
    }

    private async Task RollAsync<T>(
        Func<Stream, Sheet> open, Func<Sheet, SheetRow, Incoming<T>> read, string name, Func<string, T> create,
        Action<T, Incoming<T>> settle, CancellationToken cancellation)
        where T : Listing
    {
        await using Stream file = typeof(SampleRows).Assembly.GetManifestResourceStream($"Smss.Modules.ActivityCentre.SampleData.{name}.csv")!;
        Sheet sheet = open(file);
        List<Incoming<T>> rows = [.. sheet.Rows.Select(row => read(sheet, row))];
        ImportReport report = await new Taking<T>(db, Source.Sample, sheet.Problems).RunAsync(rows, create, Settled, dryRun: false, cancellation);
        if (report.Problems.FirstOrDefault(p => p.IsError) is { } wrong) throw new InvalidDataException($"{name}.csv, line {wrong.Line}: {wrong.Message}");

        bool Settled(T listing, Incoming<T> row)
        {
            settle(listing, row);
            return true;
        }
    }

    /// <summary>The same row has the same id in every sample city, so that links to it stay.</summary>
    private static Guid IdOf(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes("activitycentre." + key)).AsSpan(0, 16));
}
