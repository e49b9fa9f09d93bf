using System.Globalization;
using Smss.Abstractions.Texts;

namespace Smss.Abstractions.Web;

/// <summary>One field of a <see cref="PanelForm{TRow}"/>: how a row's value is written into the form, and what was typed into the row.</summary>
/// <typeparam name="TRow">What the form changes.</typeparam>
/// <param name="Name">Its name in the form; its label is the text <c>&lt;module&gt;.field.&lt;name&gt;</c>.</param>
/// <param name="Type">Type of the input, or <c>textarea</c>, <c>select</c>, <c>checkbox</c>.</param>
/// <param name="Show">The row's value as it stands in the form.</param>
/// <param name="Take">Writes what was typed into the row; key of the text that says what is wrong, null when nothing is.</param>
public sealed record Field<TRow>(string Name, string Type, Func<TRow, string?> Show, Func<TRow, string, string?> Take)
{
    /// <summary>Most characters it takes.</summary>
    public int Longest { get; init; } = 200;

    /// <summary>Whether the text <c>&lt;label&gt;.hint</c> helps before typing.</summary>
    public bool HasHint { get; init; }

    /// <summary>What a <c>select</c> offers: values and the keys of their texts.</summary>
    public IReadOnlyList<(string Value, string TextKey)> Choices { get; init; } = [];

    /// <summary>What was typed without what a screen or a database could trip over.</summary>
    public string Clean(string? typed) => Type == "textarea" ? PlainText.Clean(typed) : PlainText.Line(typed);
}

/// <summary>Makes the fields that forms are made of.</summary>
public static class Field
{
    /// <summary>A line of words.</summary>
    public static Field<TRow> Text<TRow>(string name, Func<TRow, string?> show, Action<TRow, string?> take, bool needed = false, string type = "text") =>
        new Field<TRow>(name, type, show, (row, typed) =>
        {
            take(row, typed.Length == 0 ? null : typed);
            return needed && typed.Length == 0 ? "platform.field.needed" : null;
        });

    /// <summary>Words of several lines; empty when nothing was said.</summary>
    public static Field<TRow> Lines<TRow>(string name, Func<TRow, string> show, Action<TRow, string> take, int longest = 8000) =>
        new Field<TRow>(name, "textarea", show, (row, typed) =>
        {
            take(row, typed);
            return null;
        }) { Longest = longest };

    /// <summary>A day, local to the city.</summary>
    public static Field<TRow> Day<TRow>(string name, Func<TRow, DateOnly?> show, Action<TRow, DateOnly?> take, bool needed = false) =>
        Read(name, "date", row => show(row)?.ToString("O", CultureInfo.InvariantCulture), take, needed, "platform.field.day",
            typed => DateOnly.TryParseExact(typed, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && day.Year is > 1999 and < 2200 ? day : null);

    /// <summary>A time of the day, local to the city.</summary>
    public static Field<TRow> Time<TRow>(string name, Func<TRow, TimeOnly?> show, Action<TRow, TimeOnly?> take, bool needed = false) =>
        Read(name, "time", row => show(row)?.ToString("HH:mm", CultureInfo.InvariantCulture), take, needed, "platform.field.time",
            typed => TimeOnly.TryParseExact(typed, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time) ? time : null);

    /// <summary>A whole number from 0.</summary>
    public static Field<TRow> Number<TRow>(string name, Func<TRow, int?> show, Action<TRow, int?> take, bool needed = false) =>
        Read(name, "number", row => show(row)?.ToString(CultureInfo.InvariantCulture), take, needed, "platform.field.number",
            typed => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= 100_000 ? number : null);

    /// <summary>An amount in grosze, typed in złote.</summary>
    public static Field<TRow> Money<TRow>(string name, Func<TRow, int?> show, Action<TRow, int?> take) =>
        Read(name, "text", row => show(row) is { } grosze ? (grosze / 100m).ToString(grosze % 100 == 0 ? "0" : "0.00", CultureInfo.InvariantCulture).Replace('.', ',') : null,
            take, needed: false, "platform.field.money", Grosze);

    /// <summary>Yes or no.</summary>
    public static Field<TRow> Flag<TRow>(string name, Func<TRow, bool> show, Action<TRow, bool> take) =>
        new Field<TRow>(name, "checkbox", row => show(row) ? "true" : "", (row, typed) =>
        {
            take(row, typed == "true");
            return typed is "" or "true" ? null : "platform.field.choice";
        });

    /// <summary>One of the values of an enum.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="show">The row's value.</param>
    /// <param name="take">Writes it.</param>
    /// <param name="textKey">Key of a value's text.</param>
    public static Field<TRow> Choice<TRow, TEnum>(string name, Func<TRow, TEnum> show, Action<TRow, TEnum> take, Func<TEnum, string> textKey) where TEnum : struct, Enum =>
        Read<TRow, TEnum>(name, "select", row => show(row).ToString(), (row, value) => take(row, value ?? default), needed: true, "platform.field.choice",
            typed => Enum.TryParse(typed, out TEnum value) && value.ToString() == typed ? value : null)
            with { Choices = [.. Enum.GetValues<TEnum>().Select(value => (value.ToString(), textKey(value)))] };

    private static Field<TRow> Read<TRow, T>(
        string name, string type, Func<TRow, string?> show, Action<TRow, T?> take, bool needed, string wrongKey, Func<string, T?> read) where T : struct =>
        new Field<TRow>(name, type, show, (row, typed) =>
        {
            T? value = typed.Length == 0 ? null : read(typed);
            if (value is null && typed.Length > 0) return wrongKey;
            if (value is null && needed) return "platform.field.needed";
            take(row, value);
            return null;
        });

    private static int? Grosze(string typed)
    {
        string plain = typed.Replace("zł", "", StringComparison.OrdinalIgnoreCase).Replace(" ", "", StringComparison.Ordinal)
            .Replace("\u00A0", "", StringComparison.Ordinal).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount)
            && amount <= 10_000_000 && amount * 100 == decimal.Truncate(amount * 100) ? (int)(amount * 100) : null;
    }
}
