using System.Text;

namespace Smss.Abstractions.Texts;

/// <summary>People's words as they are kept: as written, without what a screen or a database could trip over.</summary>
public static class PlainText
{
    /// <summary>Several lines stay several lines.</summary>
    public static string Clean(string? text) => Write(text, keepLines: true);

    /// <summary>One line, single spaces.</summary>
    public static string Line(string? text) =>
        string.Join(' ', Write(text, keepLines: false).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Write(string? text, bool keepLines)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || IsDirection(rune.Value) || rune.Value == '\r') continue;
            if (rune.Value == '\n' && keepLines) clean.Append('\n');
            else if (rune.Value is '\n' or '\t' or 0x85 or 0x2028 or 0x2029) clean.Append(' ');
            else if (!Rune.IsControl(rune)) clean.Append(rune.ToString());
        }
        return clean.ToString().Trim();
    }

    /// <summary>Marks that turn the direction of the words after them: a title could otherwise rewrite the line it stands in.</summary>
    private static bool IsDirection(int c) => c is 0x061C or 0x200B or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;
}
