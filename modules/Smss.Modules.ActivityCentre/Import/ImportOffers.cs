using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Modules;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Import;

/// <summary>Job offers from a file. Without a place or an expiry they become drafts that nobody but staff sees.</summary>
internal sealed class ImportOffers(ActivityCentreDbContext db, CityClock clock) : IImport
{
    public string Kind => "offers";

    public IReadOnlyList<string> Formats { get; } = ["csv", "cbop"];

    public async Task<ImportReport> RunAsync(Stream file, string format, bool dryRun, CancellationToken cancellation)
    {
        bool cbop = format == "cbop";
        Sheet sheet = cbop ? CbopSheet.Open(file) : OfferSheet.Open(file);
        List<Incoming<JobOffer>> rows = [.. sheet.Rows.Select(r => cbop ? CbopSheet.Read(r) : OfferSheet.Read(r))];
        Source source = cbop ? Source.Cbop : Source.Own;
        var employers = await EmployerBook.OpenAsync(db, clock, cancellation);
        return await new Taking<JobOffer>(db, source, sheet.Problems).RunAsync(
            rows, id => new JobOffer { Id = clock.NewId(), Title = "", Source = source, ExternalId = id },
            (offer, row) => Settle(offer, row, employers), dryRun, cancellation);
    }

    private bool Settle(JobOffer offer, Incoming<JobOffer> row, EmployerBook employers)
    {
        offer.OfferedBy(employers.Find(row.Employer));
        if (offer.Place is null || offer.ValidUntil is null) offer.Withdraw();
        else if (offer.Status is OfferStatus.Draft or OfferStatus.Expired && db.Publish(offer, clock.Today) && row.Since is { } day) offer.PublishedSince(day);
        return offer.Status == OfferStatus.Published;
    }
}

/// <summary>Employers by name, each made once.</summary>
internal sealed class EmployerBook
{
    private readonly Dictionary<string, Employer> _byName;
    private readonly CityClock _clock;

    private EmployerBook(Dictionary<string, Employer> byName, CityClock clock) => (_byName, _clock) = (byName, clock);

    public static async Task<EmployerBook> OpenAsync(ActivityCentreDbContext db, CityClock clock, CancellationToken cancellation) =>
        new(await db.Employers.ToDictionaryAsync(e => e.Name, cancellation), clock);

    public Employer? Find(string? name, bool isSample = false)
    {
        if (name is null) return null;
        if (!_byName.TryGetValue(name, out Employer? employer))
            _byName[name] = employer = new Employer { Id = _clock.NewId(), Name = name, IsSample = isSample };
        return employer;
    }
}
