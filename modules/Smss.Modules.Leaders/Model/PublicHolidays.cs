namespace Smss.Modules.Leaders.Model;

/// <summary>Polish public holidays other than Sundays (act of 18 January 1951, as in force since 2025).</summary>
internal enum PublicHoliday
{
    NewYear, Epiphany, Easter, EasterMonday, LabourDay, ConstitutionDay, Pentecost, CorpusChristi,
    Assumption, AllSaints, IndependenceDay, ChristmasEve, Christmas, SecondChristmasDay,
}

internal static class PublicHolidays
{
    /// <summary>The holiday on a day, or null. When two meet (3 May and Pentecost), the one of the fixed date.</summary>
    public static PublicHoliday? On(DateOnly day) => Fixed(day) ?? Movable(day.DayNumber - EasterOf(day.Year).DayNumber);

    /// <summary>Easter Sunday of a Gregorian year (the computation of Meeus, Jones and Butcher).</summary>
    public static DateOnly EasterOf(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int epact = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (b % 4) + 2 * (c / 4) - epact - c % 4) % 7;
        int late = (a + 11 * epact + 22 * weekday) / 451;
        int sum = epact + weekday - 7 * late + 114;
        return new DateOnly(year, sum / 31, sum % 31 + 1);
    }

    private static PublicHoliday? Fixed(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) => PublicHoliday.NewYear,
        (1, 6) => PublicHoliday.Epiphany,
        (5, 1) => PublicHoliday.LabourDay,
        (5, 3) => PublicHoliday.ConstitutionDay,
        (8, 15) => PublicHoliday.Assumption,
        (11, 1) => PublicHoliday.AllSaints,
        (11, 11) => PublicHoliday.IndependenceDay,
        (12, 24) when day.Year >= 2025 => PublicHoliday.ChristmasEve,
        (12, 25) => PublicHoliday.Christmas,
        (12, 26) => PublicHoliday.SecondChristmasDay,
        _ => null,
    };

    private static PublicHoliday? Movable(int daysAfterEaster) => daysAfterEaster switch
    {
        0 => PublicHoliday.Easter,
        1 => PublicHoliday.EasterMonday,
        49 => PublicHoliday.Pentecost,
        60 => PublicHoliday.CorpusChristi,
        _ => null,
    };
}
