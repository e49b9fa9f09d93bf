using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.Leaders.Model;

namespace Smss.Modules.Leaders.Pages.Leaders;

/// <summary>The week of a point. Saving it unchanged says that it is still true.</summary>
[Authorize(LeadersModule.OwnHours)]
internal sealed class WeekFormModel(LeadersDbContext db, OwnPoint own, CityClock clock) : PanelForm<Point>(db, clock)
{
    private const int LongestHours = 60, DaysInWeek = 7;
    private readonly LeadersDbContext _db = db;

    public override string ListPath => "/panel/leaders/godziny";

    public override string Module => "leaders";

    protected override string Permission => LeadersModule.OwnHours;

    protected override string Kind => "week";

    /// <summary>Monday first.</summary>
    protected override IReadOnlyList<Field<Point>> Fields { get; } =
        [.. Enumerable.Range(1, DaysInWeek).Select(day => Day((DayOfWeek)(day % DaysInWeek)))];

    /// <summary>Somebody else's point is as if it were not there.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        bool mine = Guid.TryParse(RouteData.Values["id"] as string, out Guid id) && await own.MayChangeAsync(this, id, HttpContext.RequestAborted)
            && await _db.Points.AnyAsync(p => p.Id == id);
        if (mine) await next();
        else context.Result = NotFound();
    }

    protected override Task<Point?> FindAsync(Guid id, CancellationToken cancellation) => _db.FindPointAsync(id, cancellation);

    protected override Point Create(Guid id) => throw new InvalidOperationException("A point is made by its own form.");

    protected override string NameOf(Point row) => row.Name;

    protected override Task SettleAsync(Point row, CancellationToken cancellation)
    {
        bool changed = _db.ChangeTracker.HasChanges();
        // Sent a second time it finds the week as it is and leaves it.
        if (changed || row.Version == Version) row.CheckedAt = Clock.Now;
        return Task.CompletedTask;
    }

    private static Field<Point> Day(DayOfWeek weekday) => new Field<Point>(
        weekday.ToString().ToLowerInvariant(), "text",
        p => string.Join(", ", (p.Week.Find(h => h.Weekday == weekday)?.Hours ?? []).Select(h => $"{h.Opens:H:mm}–{h.Closes:H:mm}")),
        (p, typed) =>
        {
            if (Interval.ReadTyped(typed) is not { } hours) return "leaders.field.hours.wrong";
            if (!hours.SequenceEqual(p.Week.Find(h => h.Weekday == weekday)?.Hours ?? [])) p.Open(weekday, hours);
            return null;
        }) { Longest = LongestHours };
}
