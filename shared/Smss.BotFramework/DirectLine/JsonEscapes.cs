using System.Globalization;

namespace Smss.BotFramework.DirectLine;

internal static class JsonEscapes
{
    private const int Length = 6; // \uXXXX

    /// <summary>
    /// Turns escapes that no text can hold, NUL and lone surrogates, into U+FFFD in place: a database refuses the one,
    /// every reader of the text the other.
    /// </summary>
    public static void Repair(Span<byte> json)
    {
        while (json.IndexOf((byte)'\\') is >= 0 and var at)
        {
            json = json[at..];
            if (CodeUnit(json) is not { } unit)
                json = json[Math.Min(2, json.Length)..];
            else if (char.IsHighSurrogate(unit) && CodeUnit(json[Length..]) is { } next && char.IsLowSurrogate(next))
                json = json[(2 * Length)..];
            else
            {
                if (unit == '\0' || char.IsSurrogate(unit))
                    "FFFD"u8.CopyTo(json[2..]);
                json = json[Length..];
            }
        }
    }

    private static char? CodeUnit(ReadOnlySpan<byte> json) =>
        json.Length >= Length && json[0] == '\\' && json[1] == 'u'
        && ushort.TryParse(json[2..Length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
