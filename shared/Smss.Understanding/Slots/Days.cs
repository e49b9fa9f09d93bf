namespace Smss.Understanding;

/// <summary>Weeks as people here count them, from Monday.</summary>
internal static class Days
{
    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public static int IsoWeekday(this DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    /// <summary>The first such weekday on this day or after it.</summary>
    public static DateOnly OnOrAfter(this DateOnly day, int weekday) => day.AddDays((weekday - day.IsoWeekday() + 7) % 7);
}
