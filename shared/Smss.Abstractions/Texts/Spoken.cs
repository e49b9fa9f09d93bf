using System.Globalization;
using Smss.Understanding;

namespace Smss.Abstractions.Texts;

/// <summary>Days, times and money as people say them; names of days and months from the framework's cultures.</summary>
public static class Spoken
{
    private static readonly CultureInfo Polish = CultureInfo.GetCultureInfo("pl-PL");
    private static readonly CultureInfo Ukrainian = CultureInfo.GetCultureInfo("uk-UA");
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");
    private static readonly string[] OnPolish = ["w niedzielę", "w poniedziałek", "we wtorek", "w środę", "w czwartek", "w piątek", "w sobotę"];
    private static readonly string[] OnUkrainian = ["у неділю", "у понеділок", "у вівторок", "у середу", "у четвер", "у п'ятницю", "у суботу"];

    /// <summary>Culture of a language.</summary>
    public static CultureInfo Culture(Language language) => language switch
    {
        Language.Uk => Ukrainian,
        Language.En => British,
        _ => Polish,
    };

    /// <summary>"23 listopada"; with the year when it is not <paramref name="today"/>'s.</summary>
    public static string Day(Language language, DateOnly day, DateOnly? today = null)
    {
        DateTimeFormatInfo names = Culture(language).DateTimeFormat;
        string month = language == Language.En ? names.MonthNames[day.Month - 1] : names.MonthGenitiveNames[day.Month - 1];
        string year = today is { } now && now.Year != day.Year ? day.Year.ToString(" 0", CultureInfo.InvariantCulture) : "";
        return $"{day.Day} {month}{year}";
    }

    /// <summary>"poniedziałek 23 listopada".</summary>
    public static string LongDay(Language language, DateOnly day, DateOnly? today = null) =>
        $"{Weekday(language, day.DayOfWeek)} {Day(language, day, today)}";

    /// <summary>"w poniedziałek 23 listopada".</summary>
    public static string OnDay(Language language, DateOnly day, DateOnly? today = null) =>
        $"{OnWeekday(language, day.DayOfWeek)} {Day(language, day, today)}";

    /// <summary>"poniedziałek".</summary>
    public static string Weekday(Language language, DayOfWeek day) => Culture(language).DateTimeFormat.DayNames[(int)day];

    /// <summary>"w poniedziałek".</summary>
    public static string OnWeekday(Language language, DayOfWeek day) => language switch
    {
        Language.Uk => OnUkrainian[(int)day],
        Language.En => "on " + Weekday(language, day),
        _ => OnPolish[(int)day],
    };

    /// <summary>"9:00".</summary>
    public static string Time(TimeOnly time) => time.ToString("H:mm", CultureInfo.InvariantCulture);

    /// <summary>"4 900 zł", "19,50 zł" from grosze.</summary>
    public static string Money(Language language, int grosze)
    {
        CultureInfo culture = Culture(language);
        string amount = (grosze / 100m).ToString(grosze % 100 == 0 ? "N0" : "N2", culture);
        return language switch
        {
            Language.En => $"PLN {amount}",
            Language.Uk => $"{amount} зл",
            _ => $"{amount} zł",
        };
    }

    /// <summary>Which plural form a whole number takes (CLDR): <c>one</c>, <c>few</c>, <c>many</c>; <c>one</c>, <c>other</c> in English.</summary>
    public static string PluralOf(Language language, long count)
    {
        long n = Math.Abs(count), last = n % 10, lastTwo = n % 100;
        bool few = last is >= 2 and <= 4 && lastTwo is not (>= 12 and <= 14);
        return language switch
        {
            Language.Pl => n == 1 ? "one" : few ? "few" : "many",
            Language.Uk => last == 1 && lastTwo != 11 ? "one" : few ? "few" : "many",
            _ => n == 1 ? "one" : "other",
        };
    }
}
