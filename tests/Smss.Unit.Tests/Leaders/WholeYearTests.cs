using Smss.Modules.Leaders.Model;

namespace Smss.Unit.Tests.Leaders;

/// <summary>The whole of 2026, against an implementation that knows nothing but minutes and a list of holidays.</summary>
public class WholeYearTests
{
    private static readonly (string Week, string Exceptions)[] Schedules =
    [
        ("Mo-Fr 09:00-17:00; Sa 10:00-14:00", "2026-05-02; 2026-12-24 09:00-12:00; 2026-11-27 09:00-13:00"),
        ("Mo-Fr 08:00-12:00, 12:30-16:00; Th 08:00-12:00, 12:30-20:00", "2026-01-06 10:00-11:00; 2026-06-05"),
        ("Mo-Su 01:00-04:00", ""),
        ("Sa-Su 22:00-03:00", "2026-10-24 20:00-05:00; 2026-12-31 18:00-06:00"),
        ("Tu 18:00-00:00; We 00:00-06:00; Su 00:00-00:00", "2026-03-30 00:00-12:00"),
    ];

    private const int DaysAhead = 75;

    public static TheoryData<int, int> SchedulesAndMonths()
    {
        var rows = new TheoryData<int, int>();
        for (int schedule = 0; schedule < Schedules.Length; schedule++)
            for (int month = 1; month <= 12; month++) rows.Add(schedule, month);
        return rows;
    }

    [Theory]
    [MemberData(nameof(SchedulesAndMonths))]
    public void Every_quarter_of_an_hour_agrees_with_the_minutes(int index, int month)
    {
        (string week, string exceptions) = Schedules[index];
        Schedule schedule = WeekText.Read(week, exceptions);
        var start = new DateTime(2026, month, 1);
        bool[] open = Minutes(week, exceptions, start);
        for (int minute = 0; minute < (start.AddMonths(1) - start).TotalMinutes; minute++)
        {
            bool edge = minute > 0 && open[minute] != open[minute - 1];
            if (minute % 15 != 0 && !edge) continue;
            DateTimeOffset now = new(start.AddMinutes(minute), TimeSpan.Zero);
            DateTimeOffset change = new(start.AddMinutes(Array.IndexOf(open, !open[minute], minute)), TimeSpan.Zero);
            Assert.Equal(open[minute] ? change : null, schedule.OpenUntil(now));
            if (!open[minute]) Assert.Equal(change, schedule.NextAfter(now)?.From);
        }
    }

    private static bool[] Minutes(string week, string exceptions, DateTime start)
    {
        Dictionary<DayOfWeek, string> days = WeekText.ReadWeek(week);
        Dictionary<DateOnly, string> dates = WeekText.ReadExceptions(exceptions);
        var hours = Enumerable.Range(-2, DaysAhead + 4).Select(i => start.AddDays(i)).ToDictionary(day => day, Hours);
        return [.. Enumerable.Range(0, DaysAhead * 24 * 60).Select(m => IsOpen(Local(start.AddMinutes(m))))];

        bool IsOpen(DateTime local)
        {
            int minute = local.Hour * 60 + local.Minute;
            return Array.Exists(hours[local.Date], h => minute >= h.From && (minute < h.To || h.To <= h.From))
                || Array.Exists(hours[local.Date.AddDays(-1)], h => h.To <= h.From && minute < h.To);
        }

        (int From, int To)[] Hours(DateTime day)
        {
            if (!dates.TryGetValue(DateOnly.FromDateTime(day), out string? text))
                text = IsHoliday(day) ? "" : days.GetValueOrDefault(day.DayOfWeek, "");
            return [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(h => (int.Parse(h[..2]) * 60 + int.Parse(h[3..5]), int.Parse(h[6..8]) * 60 + int.Parse(h[9..])))];
        }
    }

    private static bool IsHoliday(DateTime day) => (day.Year, day.Month, day.Day) is
        (_, 1, 1) or (_, 1, 6) or (2026, 4, 5) or (2026, 4, 6) or (_, 5, 1) or (_, 5, 3) or (2026, 5, 24) or (2026, 6, 4)
        or (_, 8, 15) or (_, 11, 1) or (_, 11, 11) or (_, 12, 24) or (_, 12, 25) or (_, 12, 26);

    private static DateTime Local(DateTime utc) =>
        utc.AddHours(utc >= new DateTime(2026, 3, 29, 1, 0, 0) && utc < new DateTime(2026, 10, 25, 1, 0, 0) ? 2 : 1);
}
