using System.Globalization;

namespace Smss.Modules.Leaders.Model;

/// <summary>Local hours of one day; closing at or before opening means the day after.</summary>
internal readonly record struct Interval(TimeOnly Opens, TimeOnly Closes)
{
    private const string Clock = "HH:mm";
    private static readonly string[] Typed = ["H:mm", "H.mm", "%H"];

    public bool PastMidnight => Closes <= Opens;

    /// <summary>"09:00-13:00, 13:30-17:00"; empty text means closed.</summary>
    public static IReadOnlyList<Interval> ReadList(string text)
    {
        Interval[] list = [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read)];
        return Overlap(list) ? throw new FormatException($"Hours overlap: {text}") : list;
    }

    /// <summary>As people type it: "9-13, 13.30 – 17"; null when that is no hours, or hours that overlap.</summary>
    public static IReadOnlyList<Interval>? ReadTyped(string? text)
    {
        var list = new List<Interval>();
        foreach (string part in (text ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split('-', '–', '—') is not [var opens, var closes] || TypedTime(opens) is not { } from || TypedTime(closes) is not { } to || from == to) return null;
            list.Add(new Interval(from, to));
        }
        return Overlap(list) ? null : list;
    }

    public static string WriteList(IEnumerable<Interval> list) => string.Join(", ", list);

    public override string ToString() =>
        $"{Opens.ToString(Clock, CultureInfo.InvariantCulture)}-{Closes.ToString(Clock, CultureInfo.InvariantCulture)}";

    private static bool Overlap(IReadOnlyList<Interval> list)
    {
        for (int i = 1; i < list.Count; i++)
            if (list[i - 1].PastMidnight || list[i].Opens < list[i - 1].Closes) return true;
        return false;
    }

    private static Interval Read(string text) => text.Split('-') is [var opens, var closes]
        ? new Interval(ReadTime(opens), ReadTime(closes))
        : throw new FormatException($"Not hours: {text}");

    private static TimeOnly ReadTime(string text) => TimeOnly.ParseExact(text.Trim(), Clock, CultureInfo.InvariantCulture);

    /// <summary>"24:00" is the midnight that ends the day.</summary>
    private static TimeOnly? TypedTime(string text) => text.Trim() is var said && said is "24" or "24:00" ? TimeOnly.MinValue
        : TimeOnly.TryParseExact(said, Typed, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time) ? time : null;
}
