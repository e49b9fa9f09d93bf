using System.Globalization;
using Smss.Understanding;

namespace Smss.Modules.ActivityCentre.Import;

/// <summary>One row of a sheet; what cannot be read is reported with the line.</summary>
internal sealed class SheetRow(Sheet sheet, int line, Dictionary<string, string> cells)
{
    private static readonly string[] Days = ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"];

    public int Line { get; } = line;

    /// <summary>Titles come with line breaks and runs of spaces in them.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string? Text(string column) => cells.GetValueOrDefault(column) is { Length: > 0 } text ? text : null;

    public string Needed(string column)
    {
        if (Text(column) is { } text) return text;
        sheet.Fail(Line, $"{column}: pole nie może być puste.");
        return "";
    }

    /// <param name="column">The column.</param>
    /// <param name="offsetFrom">With a day, "+14" and "-3" are days from it: sample rows are kept so.</param>
    public DateOnly? Day(string column, DateOnly? offsetFrom = null)
    {
        if (Text(column) is not { } text) return null;
        if (offsetFrom is { } day && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int days)) return day.AddDays(days);
        if (DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)) return date;
        sheet.Fail(Line, $"{column}: „{text}” to nie data. Dobrze: 2026-12-31 albo 31.12.2026.");
        return null;
    }

    public TimeOnly Time(string column)
    {
        if (TimeOnly.TryParseExact(Needed(column), "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)) return time;
        sheet.Fail(Line, $"{column}: to nie godzina. Dobrze: 17:30.");
        return default;
    }

    public int? Number(string column)
    {
        if (Text(column) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) return number;
        sheet.Fail(Line, $"{column}: „{text}” to nie liczba całkowita.");
        return null;
    }

    /// <summary>"5200", "5 200,50 zł" in grosze.</summary>
    public int? Money(string column)
    {
        if (Text(column) is not { } text) return null;
        string plain = text.Replace("zł", "", StringComparison.OrdinalIgnoreCase).Replace(" ", "", StringComparison.Ordinal)
            .Replace("\u00a0", "", StringComparison.Ordinal).Replace(',', '.');
        if (decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount)
            && amount * 100 == decimal.Truncate(amount * 100) && amount <= 10_000_000) return (int)(amount * 100);
        sheet.Fail(Line, $"{column}: „{text}” to nie kwota. Dobrze: 5200 albo 31,40.");
        return null;
    }

    public bool Flag(string column) => Choice(column, false, ("tak", true), ("nie", false));

    public T Choice<T>(string column, T otherwise, params ReadOnlySpan<(string Word, T Value)> words)
    {
        if (Text(column) is not { } text) return otherwise;
        foreach ((string word, T value) in words)
            if (Folding.Fold(word) == Folding.Fold(text)) return value;
        var allowed = new List<string>();
        foreach ((string word, _) in words) allowed.Add(word);
        sheet.Fail(Line, $"{column}: „{text}” jest nieznane. Dobrze: {string.Join(", ", allowed)}.");
        return otherwise;
    }
}
