namespace Smss.Understanding;

/// <summary>Which day is meant by one that is named without a year: the next one, unless it passed a short while ago.</summary>
internal readonly record struct ComingDays(DateOnly Today)
{
    /// <summary>Who names a day of the last three months speaks of that one, not of the next year's.</summary>
    private const int Remembered = 92;

    // "The 26th", "26-го": the first month from this one on that has such a day to come.
    public DayRange InComingMonth(long day)
    {
        for (var month = new DateOnly(Today.Year, Today.Month, 1); ; month = month.AddMonths(1))
            if (Exact(month.Year, month.Month, day) is { } found && found.From >= Today) return found;
    }

    public DayRange WholeMonth(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return Ahead(first, first.AddMonths(1).AddDays(-1));
    }

    public DayRange Ahead(DateOnly from, DateOnly to) => new(from < Today && Today <= to ? Today : from, to);

    public DateOnly InWeek(int weeks, int weekday) => Today.AddDays(7 * weeks + weekday - Today.IsoWeekday());

    public DayRange? Coming(long month, long day)
    {
        if (Exact(Today.Year, month, day) is not { } thisYear) return Exact(Today.Year + 1, month, day);
        if (thisYear.From >= Today) return thisYear;
        return thisYear.From.AddDays(Remembered) > Today ? null : Exact(Today.Year + 1, month, day);
    }

    public static DayRange? Exact(long year, long month, long day) =>
        year is > 1900 and < 3000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth((int)year, (int)month)
            ? DayRange.Of(new DateOnly((int)year, (int)month, (int)day)) : null;

    /// <summary>A month without a year; null when it is over, and not for long.</summary>
    public DayRange? ComingMonth(int number)
    {
        var month = new DateOnly(Today.Year, number, 1);
        if (month.AddMonths(1) > Today) return WholeMonth(month);
        return month.AddMonths(1).AddDays(Remembered) > Today ? null : WholeMonth(month.AddYears(1));
    }

    public DateOnly NextEaster() => Easter.Of(Today.Year) is var easter && easter >= Today ? easter : Easter.Of(Today.Year + 1);
}
