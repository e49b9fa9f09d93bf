using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Modules;
using Smss.Abstractions.Texts;
using Smss.Modules.ActivityCentre.Model;
using Smss.Understanding;

namespace Smss.Modules.ActivityCentre;

/// <summary>Offers that end soon and drafts that wait to be completed, for the panel's first page.</summary>
internal sealed class OffersToMind(ActivityCentreDbContext db, CityClock clock, ITexts texts) : IMyDay
{
    private const int Soon = 3, Most = 3;
    private const string Offers = "/panel/activitycentre/oferty";

    public async Task<IReadOnlyList<DayEntry>> OfAsync(StaffMember who, Language language, CancellationToken cancellation)
    {
        (DateOnly today, DateOnly last) = (clock.Today, clock.Today.AddDays(Soon));
        var ending = db.Offers.AsNoTracking().Where(o => o.Status == OfferStatus.Published && o.ValidUntil >= today && o.ValidUntil <= last);
        var soonest = await ending.OrderBy(o => o.ValidUntil).ThenBy(o => o.Id).Take(Most).Select(o => new { o.Id, o.Title, Until = o.ValidUntil!.Value, IsSample = o.Source == Source.Sample }).ToListAsync(cancellation);
        List<DayEntry> entries = [.. soonest.Select(o => new DayEntry(DayGroup.Stale, o.Title, $"{Offers}/{o.Id}", EndOf(o.Until))
        {
            Note = texts.Get(language, "activitycentre.until", ("day", o.Until)) + (o.IsSample ? $" ({texts.Get(language, "activitycentre.sample")})" : ""),
        })];
        int further = soonest.Count < Most ? 0 : await ending.CountAsync(cancellation) - Most;
        if (further > 0) entries.Add(new DayEntry(DayGroup.Stale, texts.Get(language, "activitycentre.day.ending", ("count", further)), Offers + "?stan=live", EndOf(last)));

        var drafts = db.Offers.AsNoTracking().Where(o => o.Status == OfferStatus.Draft);
        int waiting = await drafts.CountAsync(cancellation);
        if (waiting > 0)
            entries.Add(new DayEntry(DayGroup.Due, texts.Get(language, "activitycentre.day.drafts", ("count", waiting)), Offers + "?stan=draft",
                await drafts.OrderBy(o => o.ChangedAt).Select(o => o.ChangedAt).FirstAsync(cancellation)));
        return entries;
    }

    private DateTimeOffset EndOf(DateOnly day) => EventCalendar.Instant(day.AddDays(1).ToDateTime(TimeOnly.MinValue), clock.Zone);
}
