namespace Smss.Modules.Leaders.Model;

/// <summary>
/// When one point is open. Pure: a week, exceptions and the city's zone. Hours belong to the day on which they begin:
/// a holiday does not cut short the night before it. A wall-clock time that the clock change doubles is its first
/// occurrence, one that it leaves out is read with the offset before (RFC 5545), so that calendars agree.
/// </summary>
internal sealed class Schedule(IEnumerable<OpeningHours> week, IEnumerable<HoursException> exceptions, TimeZoneInfo zone)
{
    private const int Horizon = 366;
    private readonly Dictionary<DayOfWeek, IReadOnlyList<Interval>> _week = week.ToDictionary(h => h.Weekday, h => h.Hours);
    private readonly Dictionary<DateOnly, HoursException> _exceptions = exceptions.ToDictionary(e => e.Date);

    public IReadOnlyDictionary<DayOfWeek, IReadOnlyList<Interval>> Week => _week;

    public DayHours On(DateOnly day)
    {
        if (_exceptions.TryGetValue(day, out HoursException? exception)) return new DayHours(day, exception.Hours, null, exception.Reason);
        if (PublicHolidays.On(day) is { } holiday) return new DayHours(day, [], holiday, null);
        return new DayHours(day, _week.GetValueOrDefault(day.DayOfWeek) ?? [], null, null);
    }

    public bool IsException(DateOnly day) => _exceptions.ContainsKey(day);

    public IEnumerable<DayHours> Days(DateOnly from, int count) => Enumerable.Range(0, count).Select(i => On(from.AddDays(i)));

    public bool IsOpen(DateTimeOffset instant) => OpenUntil(instant) is not null;

    /// <summary>When the opening that holds at the instant ends; null when closed. Openings that touch are one.</summary>
    public DateTimeOffset? OpenUntil(DateTimeOffset instant)
    {
        DateTimeOffset? until = null;
        foreach (Opening opening in Openings(LocalDay(instant).AddDays(-1), 10))
        {
            if (opening.From > (until ?? instant)) break;
            if (opening.Until > (until ?? instant)) until = opening.Until;
        }
        return until;
    }

    /// <summary>The first opening that begins after the instant; null when none does within a year.</summary>
    public Opening? NextAfter(DateTimeOffset instant)
    {
        if (_week.Count == 0 && _exceptions.Count == 0) return null;
        foreach (Opening opening in Openings(LocalDay(instant).AddDays(-1), Horizon))
            if (opening.From > instant) return opening;
        return null;
    }

    /// <summary>Openings that begin on the days, in order, as instants.</summary>
    public IEnumerable<Opening> Openings(DateOnly from, int days) =>
        Days(from, days).SelectMany(d => d.Hours.Select(h => ToOpening(d.Day, h)).Where(o => o.Until > o.From).OrderBy(o => o.From));

    public DateOnly LocalDay(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    public DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    public DateTimeOffset Instant(DateOnly day, TimeOnly time)
    {
        DateTime local = day.ToDateTime(time);
        TimeSpan offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private Opening ToOpening(DateOnly day, Interval hours) =>
        new(day, hours, Instant(day, hours.Opens), Instant(hours.PastMidnight ? day.AddDays(1) : day, hours.Closes));
}

/// <summary>What holds on a day: hours, or closed and why.</summary>
internal sealed record DayHours(DateOnly Day, IReadOnlyList<Interval> Hours, PublicHoliday? Holiday, Trilingual? Reason)
{
    public bool IsClosed => Hours.Count == 0;
}

/// <summary>One opening: the day it belongs to, its local hours, and the instants.</summary>
internal readonly record struct Opening(DateOnly Day, Interval Hours, DateTimeOffset From, DateTimeOffset Until);
