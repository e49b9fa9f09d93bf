using System.Globalization;
using Smss.Modules.Leaders.Model;

namespace Smss.Unit.Tests.Leaders;

/// <summary>Schedules written short: "Mo-Fr 09:00-17:00; Sa 10:00-14:00", exceptions "2026-12-24 10:00-12:00; 2026-11-27".</summary>
internal static class WeekText
{
    private static readonly string[] Names = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];

    public static TimeZoneInfo Warsaw { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw");

    public static Schedule Read(string week, string exceptions = "") => new(
        ReadWeek(week).Select(d => new OpeningHours { PointId = Guid.Empty, Weekday = d.Key, Hours = Interval.ReadList(d.Value) }),
        ReadExceptions(exceptions).Select(e => new HoursException { PointId = Guid.Empty, Date = e.Key, Hours = Interval.ReadList(e.Value) }),
        Warsaw);

    public static Dictionary<DayOfWeek, string> ReadWeek(string week)
    {
        var days = new Dictionary<DayOfWeek, string>();
        foreach (string rule in Split(week))
        {
            string[] ends = rule[..rule.IndexOf(' ', StringComparison.Ordinal)].Split('-');
            int first = Array.IndexOf(Names, ends[0]), last = Array.IndexOf(Names, ends[^1]);
            for (int day = first; ; day = (day + 1) % 7)
            {
                days[(DayOfWeek)day] = rule[rule.IndexOf(' ', StringComparison.Ordinal)..].Trim();
                if (day == last) break;
            }
        }
        return days;
    }

    public static Dictionary<DateOnly, string> ReadExceptions(string exceptions) => Split(exceptions).ToDictionary(
        e => DateOnly.ParseExact(e[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture), e => e[10..].Trim());

    public static DateTimeOffset Utc(string instant) =>
        DateTimeOffset.ParseExact(instant, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string[] Split(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
