using System.Globalization;

namespace Smss.Modules.Leaders.Model;

/// <summary>Local hours of one day; closing at or before opening means the day after.</summary>
internal readonly record struct Interval(TimeOnly Opens, TimeOnly Closes)
{
    private const string Clock = "HH:mm";

    public bool PastMidnight => Closes <= Opens;

    /// <summary>"09:00-13:00, 13:30-17:00"; empty text means closed.</summary>
    public static IReadOnlyList<Interval> ReadList(string text)
    {
        Interval[] list = [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read)];
        for (int i = 1; i < list.Length; i++)
            if (list[i - 1].PastMidnight || list[i].Opens < list[i - 1].Closes) throw new FormatException($"Hours overlap: {text}");
        return list;
    }

    public static string WriteList(IEnumerable<Interval> list) => string.Join(", ", list);

    public override string ToString() =>
        $"{Opens.ToString(Clock, CultureInfo.InvariantCulture)}-{Closes.ToString(Clock, CultureInfo.InvariantCulture)}";

    private static Interval Read(string text) => text.Split('-') is [var opens, var closes]
        ? new Interval(ReadTime(opens), ReadTime(closes))
        : throw new FormatException($"Not hours: {text}");

    private static TimeOnly ReadTime(string text) => TimeOnly.ParseExact(text.Trim(), Clock, CultureInfo.InvariantCulture);
}
