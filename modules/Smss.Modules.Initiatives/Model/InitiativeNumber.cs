using System.Globalization;
using System.Text.RegularExpressions;

namespace Smss.Modules.Initiatives.Model;

/// <summary>What a resident is told (<c>IN-2026-0042</c>). Stored as one whole number, so that the 10000th sorts after the 9999th.</summary>
internal readonly partial record struct InitiativeNumber(int Year, int Count)
{
    private const long PerYear = 1_000_000_000;

    public long Stored => Year * PerYear + Count;

    public static InitiativeNumber FromStored(long stored) => new((int)(stored / PerYear), (int)(stored % PerYear));

    public static InitiativeNumber? Parse(string? text) => text is not null && Form().Match(text) is { Success: true } match
        ? new InitiativeNumber(Whole(match.Groups[1]), Whole(match.Groups[2]))
        : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"IN-{Year}-{Count:0000}");

    private static int Whole(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^IN-([0-9]{4})-([0-9]{4,9})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
