namespace Smss.Modules.Leaders.Model;

/// <summary>What a leader wants of one day.</summary>
internal enum WishKind
{
    /// <summary>Not understood: which hours?</summary>
    Unclear,
    /// <summary>Closed the whole day.</summary>
    Closed,
    /// <summary>Closes at a time.</summary>
    Until,
    /// <summary>Closes at once.</summary>
    UntilNow,
    /// <summary>Opens at a time.</summary>
    From,
    /// <summary>Open between two times only.</summary>
    Between,
    /// <summary>Closed between two times.</summary>
    Break,
    /// <summary>As on any such day.</summary>
    Usual,
    /// <summary>As it was before the last change.</summary>
    Undo,
}

/// <summary>What a leader wants of one day, with the times as they were said.</summary>
internal readonly record struct DayWish(WishKind Kind, TimeOnly? From = null, TimeOnly? Until = null)
{
    private const int HalfDay = 12, EarlyMorning = 6;

    /// <summary>The hours of a day when the wish is granted; null when there is nothing it could change ("closing at 3" on a day that is closed).</summary>
    /// <param name="hours">Hours of the day as they hold now.</param>
    /// <param name="now">Local time, for <see cref="WishKind.UntilNow"/>.</param>
    public IReadOnlyList<Interval>? Of(IReadOnlyList<Interval> hours, TimeOnly now)
    {
        TimeOnly from = From is { } said ? Afternoon(said, said.Hour < EarlyMorning) : default;
        switch (Kind)
        {
            case WishKind.Closed: return [];
            case WishKind.Between: return [new Interval(from, Afternoon(Until!.Value, Until <= from))];
            case var _ when hours.Count == 0: return null;
            // Nobody closes before opening: "at 3" of a point that opens at nine is in the afternoon.
            case WishKind.Until: return Close(hours, Afternoon(Until!.Value, Until <= hours[0].Opens && !hours[^1].PastMidnight));
            case WishKind.UntilNow: return Close(hours, now);
            case WishKind.From: return Open(hours, from);
            case WishKind.Break: return Pause(hours, from, Afternoon(Until!.Value, Until <= from));
            default: return null;
        }
    }

    private static TimeOnly Afternoon(TimeOnly said, bool tooEarly) => tooEarly && said.Hour < HalfDay ? said.AddHours(HalfDay) : said;

    private static Interval[]? Close(IReadOnlyList<Interval> hours, TimeOnly at)
    {
        Interval[] left = [.. hours.Where(h => h.Opens < at)];
        if (left.Length == 0) return null;
        left[^1] = left[^1] with { Closes = at };
        return left;
    }

    private static Interval[]? Open(IReadOnlyList<Interval> hours, TimeOnly at)
    {
        Interval[] left = [.. hours.Where(h => h.PastMidnight || h.Closes > at)];
        if (left.Length == 0) return null;
        left[0] = left[0] with { Opens = at };
        return left;
    }

    private static Interval[]? Pause(IReadOnlyList<Interval> hours, TimeOnly from, TimeOnly until)
    {
        Interval[] left = [.. hours.SelectMany(h => h.PastMidnight || until <= h.Opens || from >= h.Closes
            ? (Interval[])[h]
            : [new Interval(h.Opens, from), new Interval(until, h.Closes)]).Where(h => h.PastMidnight && hours.Contains(h) || h.Opens < h.Closes)];
        return left.SequenceEqual(hours) ? null : left;
    }
}
