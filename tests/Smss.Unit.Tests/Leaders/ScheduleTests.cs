using System.Globalization;
using Smss.Modules.Leaders.Model;

namespace Smss.Unit.Tests.Leaders;

public class ScheduleTests
{
    private const string Office = "Mo-Fr 09:00-17:00; Sa 10:00-14:00";
    private const string Lunch = "Mo-We 08:00-12:00, 12:30-16:00";
    private const string Night = "Fr-Sa 22:00-03:00";
    private const string Always = "Mo-Su 00:00-00:00";

    [Theory]
    // Winter time is UTC+1: the instants below are UTC.
    [InlineData(Office, "2026-11-20 07:59", null)]
    [InlineData(Office, "2026-11-20 08:00", "2026-11-20 16:00")]
    [InlineData(Office, "2026-11-20 15:59", "2026-11-20 16:00")]
    [InlineData(Office, "2026-11-20 16:00", null)]
    [InlineData(Office, "2026-11-21 09:00", "2026-11-21 13:00")]
    [InlineData(Office, "2026-11-22 10:00", null)]
    [InlineData(Office, "2026-07-01 07:00", "2026-07-01 15:00")]
    [InlineData(Lunch, "2026-11-23 10:59", "2026-11-23 11:00")]
    [InlineData(Lunch, "2026-11-23 11:00", null)]
    [InlineData(Lunch, "2026-11-23 11:29", null)]
    [InlineData(Lunch, "2026-11-23 11:30", "2026-11-23 15:00")]
    [InlineData(Night, "2026-11-20 20:59", null)]
    [InlineData(Night, "2026-11-20 21:00", "2026-11-21 02:00")]
    [InlineData(Night, "2026-11-20 23:00", "2026-11-21 02:00")]
    [InlineData(Night, "2026-11-21 01:59", "2026-11-21 02:00")]
    [InlineData(Night, "2026-11-21 02:00", null)]
    [InlineData(Night, "2026-11-22 01:59", "2026-11-22 02:00")]
    [InlineData("Mo 18:00-00:00", "2026-11-23 22:59", "2026-11-23 23:00")]
    [InlineData("Mo 18:00-00:00", "2026-11-23 23:00", null)]
    [InlineData("Mo 18:00-00:00; Tu 00:00-02:00", "2026-11-23 20:00", "2026-11-24 01:00")]
    [InlineData("Mo 22:00-03:00; Tu 02:00-04:00", "2026-11-23 22:00", "2026-11-24 03:00")]
    [InlineData("Mo 09:00-12:00, 12:00-15:00", "2026-11-23 09:00", "2026-11-23 14:00")]
    [InlineData("", "2026-11-23 09:00", null)]
    public void An_opening_ends_when_the_last_hours_that_touch_it_end(string week, string now, string? until)
    {
        Schedule schedule = WeekText.Read(week);
        Assert.Equal(until is null ? null : WeekText.Utc(until), schedule.OpenUntil(WeekText.Utc(now)));
        Assert.Equal(until is not null, schedule.IsOpen(WeekText.Utc(now)));
    }

    [Theory]
    // 29 March 2026: at 2:00 (1:00 UTC) it becomes 3:00.
    [InlineData("Su 01:00-04:00", "2026-03-28 23:59", null)]
    [InlineData("Su 01:00-04:00", "2026-03-29 00:00", "2026-03-29 02:00")]
    [InlineData("Su 01:00-04:00", "2026-03-29 01:30", "2026-03-29 02:00")]
    [InlineData("Su 01:00-04:00", "2026-03-29 02:00", null)]
    [InlineData("Sa 22:00-03:00", "2026-03-29 00:59", "2026-03-29 01:00")]
    [InlineData("Sa 22:00-03:00", "2026-03-29 01:00", null)]
    [InlineData("Su 02:30-05:00", "2026-03-29 01:29", null)]
    [InlineData("Su 02:30-05:00", "2026-03-29 01:30", "2026-03-29 03:00")]
    [InlineData("Su 01:00-02:30", "2026-03-29 01:29", "2026-03-29 01:30")]
    [InlineData("Su 01:00-02:30", "2026-03-29 01:30", null)]
    [InlineData("Su 02:00-03:00", "2026-03-29 01:00", null)]
    [InlineData("Su 09:00-17:00", "2026-03-29 07:00", "2026-03-29 15:00")]
    // 25 October 2026: at 3:00 (1:00 UTC) it becomes 2:00 again.
    [InlineData("Su 01:00-04:00", "2026-10-24 22:59", null)]
    [InlineData("Su 01:00-04:00", "2026-10-24 23:00", "2026-10-25 03:00")]
    [InlineData("Su 01:00-04:00", "2026-10-25 01:30", "2026-10-25 03:00")]
    [InlineData("Su 01:00-04:00", "2026-10-25 03:00", null)]
    [InlineData("Sa 22:00-03:00", "2026-10-25 00:30", "2026-10-25 02:00")]
    [InlineData("Sa 22:00-03:00", "2026-10-25 01:30", "2026-10-25 02:00")]
    [InlineData("Sa 22:00-03:00", "2026-10-25 02:00", null)]
    [InlineData("Su 01:00-02:30", "2026-10-25 00:29", "2026-10-25 00:30")]
    [InlineData("Su 01:00-02:30", "2026-10-25 00:30", null)]
    [InlineData("Su 02:30-04:00", "2026-10-25 00:30", "2026-10-25 03:00")]
    [InlineData("Su 09:00-17:00", "2026-10-25 08:00", "2026-10-25 16:00")]
    [InlineData("Su 09:00-17:00", "2026-10-25 07:59", null)]
    public void Hours_hold_on_the_nights_of_the_clock_change(string week, string now, string? until) =>
        Assert.Equal(until is null ? null : WeekText.Utc(until), WeekText.Read(week).OpenUntil(WeekText.Utc(now)));

    [Theory]
    [InlineData(Office, "", "2026-11-21 09:30", "2026-11-23 08:00")]
    [InlineData(Office, "", "2026-11-20 16:00", "2026-11-21 09:00")]
    [InlineData(Office, "", "2026-11-20 08:00", "2026-11-21 09:00")]
    [InlineData(Lunch, "", "2026-11-23 11:10", "2026-11-23 11:30")]
    [InlineData(Lunch, "", "2026-11-25 15:00", "2026-11-30 07:00")]
    [InlineData(Office, "2026-11-23", "2026-11-21 14:00", "2026-11-24 08:00")]
    [InlineData(Office, "2026-11-23 12:00-15:00", "2026-11-21 14:00", "2026-11-23 11:00")]
    [InlineData(Office, "", "2026-12-23 16:00", "2026-12-28 08:00")]
    [InlineData(Office, "2026-12-24 09:00-12:00", "2026-12-23 16:00", "2026-12-24 08:00")]
    [InlineData(Office, "", "2026-12-31 16:00", "2027-01-02 09:00")]
    [InlineData("Mo-Fr 09:00-17:00", "", "2026-12-31 16:00", "2027-01-04 08:00")]
    [InlineData("Su 09:00-12:00", "", "2026-03-28 12:00", "2026-03-29 07:00")]
    [InlineData("Su 09:00-12:00", "", "2026-10-24 12:00", "2026-10-25 08:00")]
    [InlineData("", "2027-03-01 09:00-10:00", "2026-11-21 09:00", "2027-03-01 08:00")]
    [InlineData("", "2026-11-20", "2026-11-21 09:00", null)]
    [InlineData("", "", "2026-11-21 09:00", null)]
    public void The_next_opening_minds_weekends_holidays_exceptions_and_the_year_end(string week, string exceptions, string now, string? next) =>
        Assert.Equal(next is null ? null : WeekText.Utc(next), WeekText.Read(week, exceptions).NextAfter(WeekText.Utc(now))?.From);

    [Theory]
    [InlineData("2026-11-11", "", "")]
    [InlineData("2026-11-11", "2026-11-11 10:00-12:00", "10:00-12:00")]
    [InlineData("2026-11-12", "2026-11-12", "")]
    [InlineData("2026-11-12", "", "09:00-17:00")]
    [InlineData("2026-11-14", "", "10:00-14:00")]
    [InlineData("2026-11-15", "", "")]
    [InlineData("2026-11-15", "2026-11-15 09:00-11:00, 12:00-13:00", "09:00-11:00, 12:00-13:00")]
    [InlineData("2024-12-24", "", "09:00-17:00")]
    [InlineData("2025-12-24", "", "")]
    public void An_exception_is_stronger_than_a_holiday_and_a_holiday_than_the_week(string day, string exceptions, string hours) =>
        Assert.Equal(hours, Interval.WriteList(WeekText.Read(Office, exceptions).On(Date(day)).Hours));

    [Fact]
    public void A_holiday_does_not_cut_short_the_night_before_it()
    {
        // Thursday 10 November into Friday 11 November 2022.
        Schedule schedule = WeekText.Read("Th-Fr 22:00-03:00");
        Assert.True(schedule.IsOpen(WeekText.Utc("2022-11-11 01:00")));
        Assert.False(schedule.IsOpen(WeekText.Utc("2022-11-11 22:00")));
    }

    [Fact]
    public void A_place_open_day_and_night_is_never_closed()
    {
        Schedule schedule = WeekText.Read(Always);
        DateTimeOffset now = WeekText.Utc("2026-03-28 12:00");
        for (int hour = 0; hour < 7 * 24; hour++) Assert.True(schedule.IsOpen(now.AddHours(hour)));
    }

    [Fact]
    public void The_coming_days_are_given_in_order_with_what_closes_them()
    {
        DayHours[] days = [.. WeekText.Read(Office, "2026-12-28").Days(new DateOnly(2026, 12, 22), 14)];
        Assert.Equal(14, days.Length);
        Assert.Equal(new DateOnly(2027, 1, 4), days[^1].Day);
        Assert.Equal([24, 25, 26, 1], days.Where(d => d.Holiday is not null).Select(d => d.Day.Day));
        Assert.Equal([24, 25, 26, 27, 28, 1, 3], days.Where(d => d.IsClosed).Select(d => d.Day.Day));
    }

    private static DateOnly Date(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
