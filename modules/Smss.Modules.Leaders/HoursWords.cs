using Smss.Abstractions.Texts;
using Smss.Modules.Leaders.Model;
using Smss.Understanding;

namespace Smss.Modules.Leaders;

/// <summary>Says hours as people say them; the same words for chat, page and other modules.</summary>
internal sealed class HoursWords(ITexts texts)
{
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>"otwarte teraz, do 17:00", "zamknięte; najbliżej w poniedziałek 23 listopada, 9:00–17:00".</summary>
    public string Now(Language language, Schedule schedule, DateTimeOffset now)
    {
        if (schedule.OpenUntil(now) is not { } until) return texts.Get(language, "leaders.now.closed", ("next", Next(language, schedule, now)));
        DateOnly today = schedule.LocalDay(now);
        DateTime closes = schedule.Local(until);
        var (day, time) = (DateOnly.FromDateTime(closes), TimeOnly.FromDateTime(closes));
        bool soon = day == today || (day == today.AddDays(1) && time < Noon);
        return texts.Get(language, soon ? "leaders.now.open" : "leaders.now.open-long", ("day", day), ("time", time));
    }

    /// <summary>"w sobotę 28 listopada: 10:00–14:00", "w piątek 25 grudnia zamknięte (Boże Narodzenie)".</summary>
    public string Day(Language language, DayHours day, DateOnly today)
    {
        string when = texts.Get(language, Near("leaders.when", day.Day, today), ("day", day.Day));
        string? why = Why(language, day);
        string key = (day.IsClosed ? "leaders.day.closed" : "leaders.day.open") + (why is null ? "" : "-why");
        return texts.Get(language, key, ("when", when), ("hours", Hours(language, day.Hours)), ("why", why));
    }

    /// <summary>"najbliżej jutro, 9:00–17:00": what is left of the day of the first opening that is still to come.</summary>
    public string Next(Language language, Schedule schedule, DateTimeOffset now) => schedule.NextAfter(now) is { } next
        ? Opening(language, Near("leaders.opening", next.Day, schedule.LocalDay(now)), schedule, next)
        : texts.Get(language, "leaders.opening.unknown");

    /// <summary>"potem otwarte w poniedziałek 28 grudnia, 9:00–17:00": the first opening after a day on which it is closed.</summary>
    public string Then(Language language, Schedule schedule, DateOnly day) =>
        schedule.NextAfter(schedule.Instant(day.AddDays(1), TimeOnly.MinValue).AddTicks(-1)) is { } next
            ? Opening(language, "leaders.opening.then", schedule, next)
            : texts.Get(language, "leaders.opening.unknown");

    private string Opening(Language language, string key, Schedule schedule, Opening next) => texts.Get(
        language, key, ("day", next.Day), ("hours", Hours(language, schedule.On(next.Day).Hours.Where(h => h.Opens >= next.Hours.Opens))));

    /// <summary>"9:00–13:00, 13:30–17:00".</summary>
    public string Hours(Language language, IEnumerable<Interval> hours) =>
        string.Join(", ", hours.Select(h => texts.Get(language, "leaders.hours", ("from", h.Opens), ("to", h.Closes))));

    public string? Why(Language language, DayHours day) =>
        day.Holiday is { } holiday ? texts.Get(language, "leaders.holiday." + holiday) : day.Reason?.In(language);

    /// <summary>Capital letter and full stop.</summary>
    public static string Sentence(string words) =>
        words.Length == 0 ? words : char.ToUpper(words[0], System.Globalization.CultureInfo.InvariantCulture) + words[1..] + ".";

    private static string Near(string key, DateOnly day, DateOnly today) =>
        key + (day == today ? ".today" : day == today.AddDays(1) ? ".tomorrow" : ".day");
}
