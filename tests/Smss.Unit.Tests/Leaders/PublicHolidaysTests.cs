using System.Globalization;
using Smss.Modules.Leaders.Model;

namespace Smss.Unit.Tests.Leaders;

public class PublicHolidaysTests
{
    [Theory]
    [InlineData("1961-04-02")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2011-04-24")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2028-04-16")]
    [InlineData("2029-04-01")]
    [InlineData("2030-04-21")]
    [InlineData("2038-04-25")]
    public void Easter_falls_where_the_calendar_says(string easter) => Assert.Equal(Date(easter), Smss.Understanding.Easter.Of(Date(easter).Year));

    [Fact]
    public void The_year_2026_has_its_fourteen_holidays_and_no_other()
    {
        string[] holidays = [.. Enumerable.Range(0, 365).Select(i => new DateOnly(2026, 1, 1).AddDays(i))
            .Where(d => PublicHolidays.On(d) is not null).Select(d => d.ToString("MM-dd", CultureInfo.InvariantCulture))];
        Assert.Equal(
            ["01-01", "01-06", "04-05", "04-06", "05-01", "05-03", "05-24", "06-04", "08-15", "11-01", "11-11", "12-24", "12-25", "12-26"], holidays);
    }

    [Theory]
    [InlineData("2024-12-24", null)]
    [InlineData("2025-12-24", nameof(PublicHoliday.ChristmasEve))]
    [InlineData("2027-03-29", nameof(PublicHoliday.EasterMonday))]
    [InlineData("2027-05-27", nameof(PublicHoliday.CorpusChristi))]
    [InlineData("2027-05-16", nameof(PublicHoliday.Pentecost))]
    [InlineData("2026-11-02", null)]
    public void A_day_has_its_holiday(string day, string? holiday) => Assert.Equal(holiday, PublicHolidays.On(Date(day))?.ToString());

    private static DateOnly Date(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
