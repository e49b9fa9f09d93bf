using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Modules;
using Smss.Abstractions.Texts;
using Smss.Modules.ActivityCentre.Model;
using Smss.Understanding;

namespace Smss.Modules.ActivityCentre;

/// <summary>What is on today, for the panel's first page.</summary>
internal sealed class TodaysEvents(ActivityCentreDbContext db, CityClock clock, ITexts texts) : IMyDay
{
    private const int Most = 5;

    public async Task<IReadOnlyList<DayEntry>> OfAsync(StaffMember who, Language language, CancellationToken cancellation)
    {
        DateTime now = clock.Local;
        DateOnly today = clock.Today;
        List<EstateEvent> events = await db.Events.AsNoTracking().Where(e => e.Day == today && !e.IsDraft && !e.IsCancelled).OrderBy(e => e.StartsAt).ToListAsync(cancellation);
        return [.. events.Where(e => e.IsLive(now)).Take(Most).Select(e => new DayEntry(
            DayGroup.Today, $"{Spoken.Time(e.StartsAt)} {e.Title}", "/panel/activitycentre/wydarzenia/" + e.Id, EventCalendar.Instant(e.LocalStart, clock.Zone))
        {
            Note = string.Join(", ", new[] { e.Place, e.IsSample ? texts.Get(language, "activitycentre.sample") : null }.OfType<string>()),
        })];
    }
}
