using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Modules.Leaders.Model;

namespace Smss.Modules.Leaders;

/// <summary>Other hours on some days, wanted in the panel or in the chat.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Hours">None close the point; null makes the days like any other again.</param>
/// <param name="Seen">Version of the point when it was looked at.</param>
internal sealed record DayChange(Guid PointId, DateOnly From, DateOnly To, IReadOnlyList<Interval>? Hours, Trilingual? Reason, int Seen, StaffMember By)
{
    public IEnumerable<DateOnly> Days => Enumerable.Range(0, To.DayNumber - From.DayNumber + 1).Select(From.AddDays);
}

/// <summary>Changes hours of single days. Other days are never touched.</summary>
internal sealed class DayChanges(LeadersDbContext db)
{
    public enum Outcome
    {
        Done,
        /// <summary>Somebody changed the point meanwhile; nothing was changed.</summary>
        Stale,
        /// <summary>There is no such point any more.</summary>
        Gone,
    }

    public async Task<Outcome> SetAsync(DayChange change, CancellationToken cancellation)
    {
        if (await db.FindPointAsync(change.PointId, cancellation) is not { ClosedAt: null } point) return Outcome.Gone;
        // The same form sent twice has done what it says; anything else was somebody else.
        if (point.Version != change.Seen) return IsSo(point, change) ? Outcome.Done : Outcome.Stale;
        Apply(point, change);
        db.Entry(point).State = EntityState.Modified;
        db.Record(change.By, "leaders.audit.day." + (change.Hours is null ? "usual" : change.Hours.Count == 0 ? "closed" : "hours"), SubjectOf(point, change));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            db.Forget();
            return await db.FindPointAsync(change.PointId, cancellation) is { } now && IsSo(now, change) ? Outcome.Done : Outcome.Stale;
        }
    }

    private static void Apply(Point point, DayChange change)
    {
        foreach (DateOnly day in change.Days)
            if (change.Hours is { } hours) point.Except(day, hours, change.Reason);
            else point.Restore(day);
    }

    private static bool IsSo(Point point, DayChange change) => change.Days.All(day => (point.Exceptions.Find(e => e.Date == day), change.Hours) switch
    {
        (null, null) => true,
        ({ } exception, { } hours) => exception.Hours.SequenceEqual(hours) && exception.Reason == change.Reason,
        _ => false,
    });

    private static string SubjectOf(Point point, DayChange change) => change.From == change.To
        ? string.Create(CultureInfo.InvariantCulture, $"{point.Name}, {change.From:yyyy-MM-dd}")
        : string.Create(CultureInfo.InvariantCulture, $"{point.Name}, {change.From:yyyy-MM-dd} – {change.To:yyyy-MM-dd}");
}
