using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Pages.ActivityCentre;

/// <summary>What is to come, the soonest first.</summary>
internal sealed class EventsModel(ActivityCentreDbContext db, CityClock clock) : PublicPage
{
    public IReadOnlyList<EstateEvent> Events { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Title = T("activitycentre.nav.events");
        DateTime now = clock.Local;
        DateOnly since = DateOnly.FromDateTime(now).AddDays(-1);
        List<EstateEvent> coming = await db.Events.AsNoTracking().Where(e => !e.IsDraft && !e.IsCancelled && e.Day >= since)
            .OrderBy(e => e.Day).ThenBy(e => e.StartsAt).Take(200).ToListAsync(cancellation);
        Events = [.. coming.Where(e => e.IsLive(now))];
    }
}
