namespace Smss.Understanding;

/// <summary>Easter Sunday, from which other feasts are counted.</summary>
public static class Easter
{
    /// <summary>Easter Sunday of a Gregorian year (the computation of Meeus, Jones and Butcher).</summary>
    /// <param name="year">From 1583 to 9999.</param>
    public static DateOnly Of(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int epact = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (b % 4) + 2 * (c / 4) - epact - c % 4) % 7;
        int late = (a + 11 * epact + 22 * weekday) / 451;
        int sum = epact + weekday - 7 * late + 114;
        return new DateOnly(year, sum / 31, sum % 31 + 1);
    }
}
