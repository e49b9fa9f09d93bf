namespace Smss.Understanding;

/// <summary>Days and ranges of days, counted from today. A date said in full goes before a weekday, a day before a range.</summary>
internal readonly ref struct DateReader(Message message, DateOnly today)
{
    /// <summary>"The 2nd" is rather the second of a list, "the 26th" a day.</summary>
    private const int LastOfAList = 5;
    private readonly Message _message = message;
    private readonly DateOnly _today = today;

    public static DayRange? Find(Message message, DateOnly today)
    {
        var reader = new DateReader(message, today);
        if (!reader.MentionsTime()) return null;
        return reader.First(static (in DateReader r, int i) => r.Numeric(i))
            ?? reader.First(static (in DateReader r, int i) => r.DayOfMonth(i))
            ?? reader.First(static (in DateReader r, int i) => r.Weekday(i))
            ?? reader.First(static (in DateReader r, int i) => r.Relative(i))
            ?? reader.First(static (in DateReader r, int i) => r.Span(i));
    }

    private delegate DayRange? Rule(in DateReader reader, int at);

    private DayRange? First(Rule rule)
    {
        for (int i = 0; i < _message.Count; i++) if (rule(this, i) is { } range) return range;
        return null;
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
        if (a > 1900 && _message.Joined(i, '-') && _message.Joined(i + 1, '-')) return Exact(a, b, Digits(i + 2));
        bool dot = _message.Joined(i, '.') || _message.Gap(i) is ". ", slash = _message.Joined(i, '/') && _message.Words[i + 1].Length == 2;
        if (!dot && !slash && !_message.Joined(i, '-')) return null;
        char sign = _message.Gap(i)[0];
        if (IsDigits(i + 2) && Digits(i + 2) > 1900 && _message.Gap(i + 1)[0] == sign) return Exact(Digits(i + 2), b, a);
        if (sign == '-' || _message.Sense(i - 1) is Sense.At or Sense.After || _message.Sense(i + 2) == Sense.Money) return null;
        return Coming(b, a);
    }

    // 28 listopada 2026, dwudziestego ósmego listopada, November 28, pierwsza sobota grudnia
    private DayRange? DayOfMonth(int i)
    {
        if (EnglishMonth(i) && IsDigits(i + 1) && Digits(i + 1) <= 31) return InYear(i + 2, Month(i), Digits(i + 1));
        if (_message.Sense(i) is Sense.Ordinal or Sense.Last && _message.Sense(i + 1) == Sense.Weekday) return WeekdayOfMonth(i);
        var (day, length) = Numerals.Place(_message, i);
        if (length == 0 || day is < 1 or > 31) return null;
        int month = i + length;
        bool suffixed = month < _message.Count && _message.Sense(month) != Sense.Month && IsSuffix(_message.Folded(month));
        if (suffixed) month++;
        if (_message.Sense(month) == Sense.Month) return InYear(month + 1, Month(month), day);
        return suffixed && IsDigits(i) && (day > LastOfAList || OnThe(i)) && _message.Sense(month) != Sense.Shift ? InComingMonth(day) : null;
    }

    // "The 26th", "26-го": the first month from this one on that has such a day to come.
    private DayRange? InComingMonth(long day)
    {
        for (var month = new DateOnly(_today.Year, _today.Month, 1); ; month = month.AddMonths(1))
            if (Exact(month.Year, month.Month, day) is { } found && found.From >= _today) return found;
    }

    private bool OnThe(int i) => i > 1 && _message.Folded(i - 1) is "the" && _message.Folded(i - 2) is "on";

    private DayRange? InYear(int yearAt, long month, long day) =>
        IsDigits(yearAt) && Digits(yearAt) is > 1900 and < 3000 ? Exact(Digits(yearAt), month, day) : Coming(month, day);

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
        if (_message.Sense(i) != Sense.Weekday) return null;
        int weekday = _message.Value(i);
        var day = _today.OnOrAfter(weekday);
        if (_message.Sense(i - 1) == Sense.Next || _message.Sense(i + 1) == Sense.Next) return DayRange.Of(InWeek(1, weekday));
        if (_message.Sense(i + 1) == Sense.Until && _message.Sense(i + 2) == Sense.Weekday)
            return new DayRange(day, day.OnOrAfter(_message.Value(i + 2)));
        for (int j = Math.Max(0, i - 4); j < Math.Min(_message.Count, i + 4); j++)
        {
            if (_message.Sense(j) != Sense.Week) continue;
            if (_message.Sense(j - 1) == Sense.Next) return DayRange.Of(InWeek(1, weekday));
            if (Weeks(j) is > 0 and var weeks) return DayRange.Of(day.AddDays(7 * weeks));
        }
        return DayRange.Of(day);
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
            case Sense.RelativeDay: return DayRange.Of(_today.AddDays(_message.Value(i)));
            case Sense.Feast: return Feast(i);
            case Sense.Easter: return DayRange.Of(Easter.Of(_today.Year) is var easter && easter >= _today ? easter : Easter.Of(_today.Year + 1));
            case Sense.Day when Count(i) is { } days && IsAhead(i - 2): return DayRange.Of(_today.AddDays(days));
            case Sense.Week when Weeks(i) is > 0 and var weeks: return DayRange.Of(_today.AddDays(7 * weeks));
            case Sense.MonthUnit when IsAhead(i - 1): return DayRange.Of(_today.AddMonths(1));
            case Sense.MonthUnit when Count(i) is { } months && IsAhead(i - 2): return DayRange.Of(_today.AddMonths(months));
            default: return null;
        }
    }

    private DayRange? Feast(int i)
    {
        var day = Coming(_message.Value(i) / 100, _message.Value(i) % 100);
        bool eve = i + 1 < _message.Count && _message.Folded(i + 1) is "eve";
        return eve && day is { } feast ? DayRange.Of(feast.From.AddDays(-1)) : day;
    }

    private DayRange? Span(int i)
    {
        bool next = _message.Sense(i - 1) == Sense.Next, now = _message.Sense(i - 1) == Sense.This;
        bool end = EndBefore(i);
        switch (_message.Sense(i))
        {
            case Sense.Weekend: return next ? new(InWeek(1, 6), InWeek(1, 7)) : Ahead(InWeek(0, 6), InWeek(0, 7));
            case Sense.Week when next: return new(InWeek(1, 1), InWeek(1, 7));
            case Sense.Week when now || end: return new(_today, InWeek(0, 7));
            case Sense.MonthUnit when next: return WholeMonth(_today.AddMonths(1));
            case Sense.MonthUnit when now || end: return WholeMonth(_today);
            case Sense.Year when end: return new(_today, new DateOnly(_today.Year, 12, 31));
            case Sense.Month when _message.Sense(i - 1) == Sense.In: return WholeMonth(Month(i));
            case Sense.Month when end: return WholeMonth(Month(i)) is var month ? new(_today, month.To) : null;
            default: return null;
        }
    }

    private bool EndBefore(int i)
    {
        for (int j = i - 1; j >= Math.Max(0, i - 3); j--) if (_message.Sense(j) == Sense.End) return true;
        return false;
    }

    private DayRange WholeMonth(int month) => WholeMonth(new DateOnly(_today.Year, month, 1).AddYears(month < _today.Month ? 1 : 0));

    private DayRange WholeMonth(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return Ahead(first, first.AddMonths(1).AddDays(-1));
    }

    private DayRange Ahead(DateOnly from, DateOnly to) => new(from < _today ? _today : from, to);

    private DateOnly InWeek(int weeks, int weekday) => _today.AddDays(7 * weeks + weekday - _today.IsoWeekday());

    private DayRange? Coming(long month, long day) =>
        Exact(_today.Year, month, day) is { } thisYear && thisYear.From >= _today ? thisYear : Exact(_today.Year + 1, month, day);

    private static DayRange? Exact(long year, long month, long day) =>
        year is > 1900 and < 3000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth((int)year, (int)month)
            ? DayRange.Of(new DateOnly((int)year, (int)month, (int)day)) : null;

    private static bool IsSuffix(ReadOnlySpan<char> word) => word is "st" or "nd" or "rd" or "th" or "of" or "go" or "ego" or "го" or "ого";

    private bool IsAhead(int i) => _message.Sense(i) == Sense.In && _message.Value(i) == 1;
    private bool IsDigits(int i) => i < _message.Count && _message.Words[i].IsDigits;
    private long Digits(int i) => i < _message.Count ? _message.Words[i].Digits : -1;
    // English months stand in the table as 101 to 112: only after them the day may follow.
    private bool EnglishMonth(int i) => _message.Sense(i) == Sense.Month && _message.Value(i) > 100;
    private int Month(int i) => _message.Value(i) % 100;
}
