using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Texts;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Pages.ActivityCentre.Panel;

/// <summary>All events, for the staff; the furthest ahead come first.</summary>
[Authorize("activitycentre.read")]
internal sealed class EventListModel(ActivityCentreDbContext db, CityClock clock)
    : SmallList<EstateEvent>(clock, "wydarzenia", "event", "activitycentre.events.edit")
{
    protected override IReadOnlyList<Standing> Possible => [Standing.Draft, Standing.Live, Standing.Ended, Standing.Cancelled];

    protected override IReadOnlyList<(string, Func<EstateEvent, string?>)> Columns =>
    [
        ("activitycentre.field.title", e => e.Title), ("activitycentre.field.place", e => e.Place), ("activitycentre.panel.standing", e => Said(e.At(Clock.Local))),
        ("activitycentre.field.day", e => Iso(e.Day)), ("activitycentre.field.starts", e => Spoken.Time(e.StartsAt)), ("activitycentre.field.ends", e => Spoken.Time(e.EndsAt)),
    ];

    protected override string WordsOf(EstateEvent e) => $"{e.Title} {e.Place}";

    protected override CentreLine LineOf(EstateEvent e) => new(
        e.Id, e.Title, e.At(Clock.Local), [T("activitycentre.one-day", ("day", e.Day)), $"{Spoken.Time(e.StartsAt)}–{Spoken.Time(e.EndsAt)}", e.Place], e.IsSample);

    protected override IQueryable<EstateEvent> Ordered()
    {
        DateOnly today = Clock.Today;
        IQueryable<EstateEvent> rows = db.Events.AsNoTracking().OrderByDescending(e => e.Day).ThenByDescending(e => e.StartsAt).ThenBy(e => e.Id);
        return AskedStanding switch
        {
            Standing.Draft => rows.Where(e => e.IsDraft),
            Standing.Live => rows.Where(e => !e.IsDraft && !e.IsCancelled && e.Day >= today),
            Standing.Ended => rows.Where(e => !e.IsDraft && !e.IsCancelled && e.Day < today),
            Standing.Cancelled => rows.Where(e => e.IsCancelled),
            _ => rows,
        };
    }
}
