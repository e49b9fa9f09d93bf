using Smss.Understanding;

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
    public static PublicHoliday? On(DateOnly day) => Fixed(day) ?? Movable(day.DayNumber - Easter.Of(day.Year).DayNumber);

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
