using Smss.Abstractions.Conversation;
using Smss.Modules.Leaders.Model;
using Smss.Understanding;

namespace Smss.Modules.Leaders.Topics;

/// <summary>Hours of one point: now, at an hour, on a day, on several days.</summary>
internal sealed class HoursAnswer(Turn turn, HoursWords words)
{
    private const int LongestList = 7;

    public string Of(Schedule schedule, DayRange? date)
    {
        TimeOnly? time = TimeOnly.TryParseExact(turn.Meaning.Slots.Time, "HH:mm", out TimeOnly said) ? said : null;
        return (date, time) switch
        {
            (null, null) => words.Now(turn.Language, schedule, turn.Now) + ".",
            (null, { } hour) => AtHour(schedule, turn.Today, hour),
            ({ } range, { } hour) when range.From == range.To => AtHour(schedule, range.From, hour),
            ({ } range, _) => range.From == range.To ? OnDay(schedule, range.From) : Several(schedule, range),
        };
    }

    private string OnDay(Schedule schedule, DateOnly day)
    {
        DayHours hours = schedule.On(day);
        string said = words.Day(turn.Language, hours, turn.Today);
        if (day == turn.Today && !hours.IsClosed) return $"{said}. {HoursWords.Sentence(words.Now(turn.Language, schedule, turn.Now))}";
        if (!hours.IsClosed || day < turn.Today) return said + ".";
        string next = day == turn.Today ? words.Next(turn.Language, schedule, turn.Now) : words.Then(turn.Language, schedule, day);
        return $"{said}. {HoursWords.Sentence(next)}";
    }

    private string AtHour(Schedule schedule, DateOnly day, TimeOnly hour)
    {
        bool open = schedule.IsOpen(schedule.Instant(day, hour));
        return $"{turn.Get(open ? "leaders.at.open" : "leaders.at.closed", ("time", hour))} {HoursWords.Sentence(words.Day(turn.Language, schedule.On(day), turn.Today))}";
    }

    private string Several(Schedule schedule, DayRange range)
    {
        int days = Math.Clamp(range.To.DayNumber - range.From.DayNumber + 1, 1, LongestList);
        return string.Concat(schedule.Days(range.From, days).Select(d => "\n" + words.Day(turn.Language, d, turn.Today)));
    }
}
