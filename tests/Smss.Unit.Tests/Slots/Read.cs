using System.Text;
using Smss.Understanding;

namespace Smss.Unit.Tests.Reading;

/// <summary>Reads every message as on Saturday, 21 November 2026.</summary>
internal static class Read
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    public static Understanding.Slots Slots(string text) => SlotReader.Default.Read(text, Today, Language(text));

    public static string? Date(string text, DateOnly? today = null) =>
        SlotReader.Default.Read(text, today ?? Today, Language(text)).Date is { } date ? date.From == date.To ? Day(date.From) : $"{Day(date.From)}..{Day(date.To)}" : null;

    /// <summary>Rows "text => expected"; "-" stands for nothing.</summary>
    public static TheoryData<string, string?> Rows(string table)
    {
        var rows = new TheoryData<string, string?>();
        foreach (string line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int arrow = line.LastIndexOf("=>", StringComparison.Ordinal);
            string expected = line[(arrow + 2)..].Trim();
            rows.Add(line[..arrow].Trim(), expected == "-" ? null : expected);
        }
        return rows;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd");

    private static Language Language(string text) => text.EnumerateRunes().Any(r => r.Value is >= 0x400 and < 0x500) ? Understanding.Language.Uk : Understanding.Language.Pl;
}
