using Smss.Abstractions;
using Smss.Abstractions.Texts;
using Smss.Understanding;

namespace Smss.Platform.HandOvers;

/// <summary>An instant on the city's clock: "14:05", on another day "23 listopada, 14:05".</summary>
internal static class When
{
    public static string Of(DateTimeOffset at, CityClock clock, Language language)
    {
        DateTime local = TimeZoneInfo.ConvertTime(at, clock.Zone).DateTime;
        var day = DateOnly.FromDateTime(local);
        string time = Spoken.Time(TimeOnly.FromDateTime(local));
        return day == clock.Today ? time : $"{Spoken.Day(language, day, clock.Today)}, {time}";
    }
}
