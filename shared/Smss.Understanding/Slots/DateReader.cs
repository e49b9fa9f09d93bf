namespace Smss.Understanding;

/// <summary>Days and ranges of days, counted from today. A date said in full goes before a weekday, a day before a range.</summary>
internal readonly ref struct DateReader(Message message, DateOnly today, Found topic)
{
    /// <summary>"The 2nd" is rather the second of a list, "the 26th" a day.</summary>
    private const int LastOfAList = 5;
    private readonly Message _message = message;
    private readonly DateOnly _today = today;
    private readonly ComingDays _days = new(today);
    private readonly Found _topic = topic;

    /// <summary>The first day or range a message names; a feast within the <paramref name="topic"/> ("Christmas market") is no day.</summary>
    public static DayRange? Find(Message message, DateOnly today, Found topic)
    {
        var reader = new DateReader(message, today, topic);
        if (!reader.MentionsTime()) return null;
        return reader.First(static (in DateReader r, int i) => r.DaysOfMonth(i))
            ?? reader.First(static (in DateReader r, int i) => r.Numeric(i))
            ?? reader.First(static (in DateReader r, int i) => r.DayOfMonth(i))
            ?? reader.First(static (in DateReader r, int i) => r.Weekday(i))
            ?? reader.First(static (in DateReader r, int i) => r.Relative(i))
            ?? reader.First(static (in DateReader r, int i) => r.Span(i));
    }

    private delegate DayRange? Rule(in DateReader reader, int at);

    private DayRange? First(Rule rule)
    {
        for (int i = 0; i < _message.Count; i++) if (rule(this, i) is { } range) return Through(rule, i, range);
        return null;
    }

    // "od 28 listopada do 2 grudnia", "28.11-30.11"
    private DayRange Through(Rule rule, int at, DayRange first)
    {
        for (int i = at + 1; i < Math.Min(at + 5, _message.Count); i++)
            if ((_message.Sense(i - 1) == Sense.Until || IsDash(i - 1)) && rule(this, i) is { } last && last.To > first.From) return new(first.From, last.To);
        return first;
    }

    // Most messages name no day at all.
    private bool MentionsTime()
    {
        foreach (ref readonly var word in _message.Words)
            if (word.IsDigits || word.Meant.Sense is >= Sense.Weekday and <= Sense.Year) return true;
        return false;
    }

    // 28.11, 28.11.2026, 28/11, 2026-11-28
    private DayRange? Numeric(int i)
    {
        if (!IsDigits(i) || !IsDigits(i + 1)) return null;
        long a = Digits(i), b = Digits(i + 1);
        if (a > 1900 && _message.Joined(i, '-') && _message.Joined(i + 1, '-')) return ComingDays.Exact(a, b, Digits(i + 2));
        bool dot = _message.Joined(i, '.') || _message.Gap(i) is ". ", slash = _message.Joined(i, '/') && _message.Words[i + 1].Length == 2;
        if (!dot && !slash && !_message.Joined(i, '-')) return null;
        char sign = _message.Gap(i)[0];
        if (IsDigits(i + 2) && Digits(i + 2) > 1900 && _message.Gap(i + 1)[0] == sign) return ComingDays.Exact(Digits(i + 2), b, a);
        if (sign == '-' || _message.Sense(i - 1) is Sense.At or Sense.After || _message.Sense(i + 2) == Sense.Money) return null;
        return _days.Coming(b, a);
    }

    // 28-29 listopada, od 3 do 5 grudnia, between the 3rd and the 5th of December, December 3-5
    private DayRange? DaysOfMonth(int i)
    {
        bool english = EnglishMonth(i);
        var (from, last, _) = Day(english ? i + 1 : i);
        if (last < 0 || i > 0 && _message.Joined(i - 1, '.')) return null;
        int next = IsDash(last) ? last + 1 : JoinsDays(last + 1) ? last + 2 : -1;
        if (next < 0) return null;
        if (next < _message.Count && _message.Folded(next) is "the") next++;
        var (to, end, _) = Day(next);
        if (end < 0 || to <= from || to - from > 1 && IsAnd(last + 1) && !IsBetween(i - 1) && !IsBetween(i - 2)) return null;
        int month = english ? i : end + 1;
        var until = _message.Sense(month) == Sense.Month ? InYear((english ? end : month) + 1, Month(month), to) : Numeric(next);
        return until is { To: var day } && day.Day == to ? _days.Ahead(day.AddDays((int)(from - to)), day) : null;
    }

    // A day of a month, its last word and whether that is a suffix: 28, 28-go, dwudziestego ósmego, the 28th of
    private (long Day, int Last, bool Suffixed) Day(int i)
    {
        var (day, length) = i < 0 ? default : Numerals.Place(_message, i);
        if (length == 0 || day is < 1 or > 31) return (0, -1, false);
        int last = i + length - 1;
        while (last + 1 < _message.Count && _message.Sense(last + 1) != Sense.Month && IsSuffix(_message.Folded(last + 1))) last++;
        return (day, last, last >= i + length);
    }

    private bool IsDash(int after) => after >= 0 && _message.Gap(after).Trim() is "-" or "–" or "—";

    private bool JoinsDays(int i) => _message.Sense(i) == Sense.Until || IsAnd(i) || i < _message.Count && _message.Folded(i) is "to" or "po" or "по";

    private bool IsAnd(int i) => i < _message.Count && _message.Folded(i) is "and" or "i" or "oraz" or "і" or "и" or "та";

    private bool IsBetween(int i) => i >= 0 && _message.Folded(i) is "miedzy" or "pomiedzy" or "між" or "mizh" or "between";

    // 28 listopada 2026, dwudziestego ósmego listopada, November 28, pierwsza sobota grudnia
    private DayRange? DayOfMonth(int i)
    {
        if (EnglishMonth(i) && IsDigits(i + 1) && Digits(i + 1) <= 31) return InYear(i + 2, Month(i), Digits(i + 1));
        if (_message.Sense(i) is Sense.Ordinal or Sense.Last && _message.Sense(i + 1) == Sense.Weekday) return WeekdayOfMonth(i);
        var (day, last, suffixed) = Day(i);
        if (last < 0) return null;
        int month = last + 1;
        if (_message.Sense(month) == Sense.Month) return InYear(month + 1, Month(month), day);
        return suffixed && IsDigits(i) && (day > LastOfAList || OnThe(i)) && _message.Sense(month) != Sense.Shift && !IsNumbered(month) ? _days.InComingMonth(day) : null;
    }

    // "8th class", "11th floor"
    private bool IsNumbered(int i) => i < _message.Count && _message.Gap(i - 1) is " " && _message.Folded(i) is "class" or "grade" or "floor" or "form" or "year" or "time";

    private bool OnThe(int i) => i > 1 && _message.Folded(i - 1) is "the" && _message.Folded(i - 2) is "on";

    private DayRange? InYear(int yearAt, long month, long day) =>
        IsDigits(yearAt) && Digits(yearAt) is > 1900 and < 3000 ? ComingDays.Exact(Digits(yearAt), month, day) : _days.Coming(month, day);

    private DayRange? WeekdayOfMonth(int i)
    {
        int at = i + 2;
        while (at < _message.Count && at < i + 5 && _message.Sense(at) is Sense.Preposition or Sense.In) at++;
        if (_message.Sense(at) != Sense.Month) return null;
        var first = new DateOnly(_today.Year, Month(at), 1);
        for (int year = 0; year < 2; year++)
        {
            var day = WeekdayIn(first.AddYears(year), _message.Value(i + 1), _message.Sense(i) == Sense.Last ? -1 : _message.Value(i));
            if (day >= _today) return DayRange.Of(day.Value);
        }
        return null;
    }

    private static DateOnly? WeekdayIn(DateOnly first, int weekday, int nth)
    {
        if (nth < 0) return first.AddMonths(1).AddDays(-7).OnOrAfter(weekday);
        var day = first.OnOrAfter(weekday).AddDays(7 * (nth - 1));
        return nth <= 5 && day.Month == first.Month ? day : null;
    }

    private DayRange? Weekday(int i)
    {
        // "Sobie" and "sobą" have the stem of "sob.", Saturday in short.
        if (_message.Sense(i) != Sense.Weekday || IsHabit(i) || _message.Folded(i) is "sobie" or "soba") return null;
        int weekday = _message.Value(i);
        var day = _today.OnOrAfter(weekday);
        int after = i + 1 < _message.Count && _message.Folded(i + 1) is "the" ? i + 2 : i + 1;
        if (Day(after) is { Last: > 0 and var last, Day: var number } && !IsHour(last) && _days.InComingMonth(number) is var dated && dated.From.IsoWeekday() == weekday) return dated;
        if (_message.Sense(i - 1) == Sense.Next || _message.Sense(i + 1) == Sense.Next) return DayRange.Of(_days.InWeek(1, weekday));
        if (_message.Sense(i + 1) == Sense.Until && _message.Sense(i + 2) == Sense.Weekday)
            return new DayRange(day, day.OnOrAfter(_message.Value(i + 2)));
        for (int j = Math.Max(0, i - 4); j < Math.Min(_message.Count, i + 4); j++)
        {
            if (_message.Sense(j) != Sense.Week) continue;
            if (_message.Sense(j - 1) == Sense.Next) return DayRange.Of(_days.InWeek(1, weekday));
            if (_message.Sense(j - 1) == Sense.This) return DayRange.Of(day);
            if (Weeks(j) is > 0 and var weeks) return DayRange.Of(day.AddDays(7 * weeks));
        }
        // Who means today says so: "Saturday" on a Saturday is the next one, but "Saturday–Sunday" begins.
        return DayRange.Of(day == _today && !IsThis(i) && !IsDash(i) ? day.AddDays(7) : day);
    }

    // "W tę sobotę", "dziś, w sobotę"
    private bool IsThis(int weekday)
    {
        if (_message.Sense(weekday - 1) == Sense.This) return true;
        for (int i = 0; i < _message.Count; i++) if (_message.Sense(i) == Sense.RelativeDay && _message.Value(i) == 0) return true;
        return false;
    }

    // "Czwartek 10:30", "Thursday 10 am"
    private bool IsHour(int day) =>
        _message.Joined(day, ':') || _message.Joined(day, '.') && IsDigits(day + 1) && _message.Words[day + 1].Length == 2 && Digits(day + 1) is 0 or > 12
        || _message.Sense(day + 1) is Sense.Am or Sense.Pm or Sense.Morning or Sense.Afternoon or Sense.Hour;

    // "On Saturdays", "w soboty i niedziele", "po wtorkach", "по суботах", "every Monday"
    private bool IsHabit(int i)
    {
        if (i > 1 && IsAnd(i - 1) && _message.Sense(i - 2) == Sense.Weekday) return IsHabit(i - 2);
        var day = _message.Folded(i);
        if (i > 0 && _message.Folded(i - 1) is "every" or "each" or "co" or ['k', 'a', 'z', 'd', ..] or ['к', 'о', 'ж', 'н', ..]) return true;
        return day is [.., 'k', 'i'] or [.., 'a', 'c', 'h'] or [.., 'a', 'm', 'i'] or [.., 'а' or 'я', 'х'] or [.., 'а' or 'я', 'м', 'и']
            || _message.Sense(i - 1) == Sense.Preposition && day is [.., 'd', 'a', 'y', 's']
            || _message.Sense(i - 1) == Sense.In && day is [.., 't' or 'd', 'y'] or [.., 'к' or 'г' or 'т' or 'д', 'и'];
    }

    // "za tydzień", "a week", "за два тижні": how many weeks from now; 0 when none is counted.
    private int Weeks(int week)
    {
        if (IsAhead(week - 1) || IsAhead(week - 2) && _message.Folded(week - 1) is "a" or "one") return 1;
        if (week > 0 && _message.Folded(week - 1) is "a") return 1;
        return Count(week) is { } count && IsAhead(week - 1 - 1) ? count : 0;
    }

    private int? Count(int unit) => unit > 0 && Numerals.Cardinal(_message, unit - 1) is { Length: 1, Value: > 0 and < 100 and var value } ? (int)value : null;

    private DayRange? Relative(int i)
    {
        switch (_message.Sense(i))
        {
            case Sense.None or Sense.Common when IsBetweenFeasts(i): return new(new(_today.Year, 12, 27), new(_today.Year, 12, 31));
            case Sense.Day when FeastDay(i) is { } feast: return feast;
            case Sense.RelativeDay: return DayRange.Of(_today.AddDays(_message.Value(i)));
            case Sense.Feast: return Feast(i);
            case Sense.Year when i > 0 && _message.Folded(i - 1) is "nowy" or "новии": return _days.Coming(1, 1);
            case Sense.Easter: return DayRange.Of(_days.NextEaster());
            case Sense.Day when Count(i) is { } days && IsAhead(i - 2): return DayRange.Of(_today.AddDays(days));
            case Sense.Week when Weeks(i) is > 0 and var weeks: return DayRange.Of(_today.AddDays(7 * weeks));
            case Sense.MonthUnit when IsAhead(i - 1): return DayRange.Of(_today.AddMonths(1));
            case Sense.MonthUnit when Count(i) is { } months && IsAhead(i - 2): return DayRange.Of(_today.AddMonths(months));
            default: return null;
        }
    }

    private DayRange? Feast(int i)
    {
        if (new Found(0, i, 1).Overlaps(_topic) && (_topic.Length > 1 || IsParty(i)) || NeedsNumber(i)) return null;
        var day = _days.Coming(_message.Value(i) / 100, _message.Value(i) % 100);
        bool eve = i + 1 < _message.Count && _message.Folded(i + 1) is "eve";
        return eve && day is { } feast ? DayRange.Of(feast.From.AddDays(-1)) : day;
    }

    // "Mikołajki" and "andrzejki" are parties, "w mikołajki" is a day.
    private bool IsParty(int i) => _message.Folded(i) is ['m', 'i', ..] or ['a', ..] && _message.Sense(i - 1) != Sense.In;

    // The kings of January are three.
    private bool NeedsNumber(int i) => _message.Value(i) == 106 && _message.Sense(i - 1) != Sense.Number;

    // "Drugi dzień świąt", "другий день Різдва", "second day of Christmas"
    private DayRange? FeastDay(int day)
    {
        if (_message.Sense(day - 1) != Sense.Ordinal || _message.Value(day - 1) > 2) return null;
        int later = _message.Value(day - 1) - 1;
        for (int i = day + 1; i < Math.Min(day + 4, _message.Count); i++)
        {
            if (_message.Sense(i) == Sense.Easter) return DayRange.Of(_days.NextEaster().AddDays(later));
            if (_message.Value(i) == 1225 || _message.Folded(i) is "swiat" or "свят") return _days.Coming(12, 25 + later);
        }
        return null;
    }

    // "Między świętami a nowym rokiem"
    private bool IsBetweenFeasts(int i)
    {
        if (!IsBetween(i)) return false;
        for (int j = i + 3; j < Math.Min(i + 7, _message.Count); j++) if (_message.Sense(j) == Sense.Year) return true;
        return false;
    }

    private DayRange? Span(int i)
    {
        bool next = _message.Sense(i - 1) == Sense.Next || i > 0 && _message.Folded(i - 1) is "тому" or "tomu", now = _message.Sense(i - 1) == Sense.This;
        bool end = EndBefore(i);
        switch (_message.Sense(i))
        {
            case Sense.Weekend: return next ? new(_days.InWeek(1, 6), _days.InWeek(1, 7)) : _days.Ahead(_days.InWeek(0, 6), _days.InWeek(0, 7));
            case Sense.Week when next: return new(_days.InWeek(1, 1), _days.InWeek(1, 7));
            case Sense.Week when now || end: return new(_today, _days.InWeek(0, 7));
            case Sense.Week when i > 0 && _message.Folded(i - 1) is "на" or "na": return _today.IsoWeekday() > 5 ? new(_days.InWeek(1, 1), _days.InWeek(1, 7)) : new(_today, _days.InWeek(0, 7));
            case Sense.MonthUnit when next: return _days.WholeMonth(_today.AddMonths(1));
            case Sense.MonthUnit when now || end: return _days.WholeMonth(_today);
            case Sense.Year when end: return new(_today, new DateOnly(_today.Year, 12, 31));
            case Sense.Month when end && WholeMonth(i) is { } month: return new(_today, month.To);
            case Sense.Month when IsMonth(i): return WholeMonth(i);
            default: return null;
        }
    }

    private bool EndBefore(int i)
    {
        for (int j = i - 1; j >= Math.Max(0, i - 3); j--) if (_message.Sense(j) == Sense.End) return true;
        return false;
    }

    // "May", "mają", "march" and "Jan" mean other things as well: only a preposition makes months of them. A day past is no month.
    private bool IsMonth(int i) =>
        _message.Sense(i - 1) == Sense.In || Day(i - 1).Last < 0 && Month(i) != 5 && _message.Folded(i) is { Length: > 3 } and not "march";

    private DayRange? WholeMonth(int i) =>
        IsDigits(i + 1) && Digits(i + 1) is > 1900 and < 3000 and var year ? _days.WholeMonth(new DateOnly((int)year, Month(i), 1)) : _days.ComingMonth(Month(i));

    private static bool IsSuffix(ReadOnlySpan<char> word) => word is "st" or "nd" or "rd" or "th" or "of" or "go" or "ego" or "го" or "ого";

    private bool IsAhead(int i) => _message.Sense(i) == Sense.In && _message.Value(i) == 1;
    private bool IsDigits(int i) => i < _message.Count && _message.Words[i].IsDigits;
    private long Digits(int i) => i < _message.Count ? _message.Words[i].Digits : -1;
    // English months stand in the table as 101 to 112: only after them the day may follow.
    private bool EnglishMonth(int i) => _message.Sense(i) == Sense.Month && _message.Value(i) > 100;
    private int Month(int i) => _message.Value(i) % 100;
}
