using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Smss.Understanding;

/// <summary>Phone numbers (E.164) and e-mail addresses (lower case).</summary>
internal static partial class ContactReader
{
    private static readonly SearchValues<char> PhoneGaps = SearchValues.Create(" -.()/\u00a0\u2011\u2013");

    /// <summary>The phone number of a message and the words that say it.</summary>
    public static (string? Phone, Found Words) Phone(Message message)
    {
        for (int i = 0; i < message.Count; i++)
        {
            int first = i;
            if (message.Words[i].IsDigits && OfDigits(message, ref i) is { } phone) return (phone, new Found(0, first, i - first + 1));
        }
        return message.Has(Sense.Number) ? Spoken(message) : default;
    }

    public static string? Email(Message message)
    {
        if (!message.Text.Contains('@') && !message.Has(Sense.AtSign) && !SaysAt(message)) return null;
        string text = Apart().Replace(message.Text.ToString().ToLowerInvariant(), "$1");
        text = SpokenDot().Replace(SpokenAt().Replace(text, "@"), ".");
        return Address().Match(text) is { Success: true } found ? found.Value : null;
    }

    // Groups of digits as people part them: 601-234-567, +48 601 234 567, (71) 345 67 89.
    private static string? OfDigits(Message message, ref int i)
    {
        int first = i;
        var digits = new StringBuilder(16).Append(Digits(message, i));
        while (i + 1 < message.Count && message.Words[i + 1].IsDigits && IsPhoneGap(message.Gap(i))) digits.Append(Digits(message, ++i));
        bool plus = message.Before(first) == '+';
        string all = digits.ToString();
        if (all.StartsWith("00", StringComparison.Ordinal)) (all, plus) = (all[2..], true);
        if (plus) return all.Length is >= 8 and <= 15 && all[0] != '0' && IsPolish(all) ? "+" + all : null;
        if (all.Length == 11 && i > first && all.StartsWith("48", StringComparison.Ordinal)) all = all[2..];
        return all.Length == 9 && all[0] != '0' ? "+48" + all : null;
    }

    // "sześćset jeden dwieście trzydzieści cztery pięćset sześćdziesiąt siedem"
    private static (string? Phone, Found Words) Spoken(Message message)
    {
        var digits = new StringBuilder(16);
        int first = 0, i = 0;
        while (i < message.Count)
        {
            var (value, length) = message.Words[i].IsDigits || message.Sense(i) == Sense.Number ? Numerals.Cardinal(message, i) : default;
            if (length == 0 && digits.Length == 9) break;
            if (length == 0) digits.Clear();
            else if (digits.Length == 0) first = i;
            if (length > 0) digits.Append(value);
            i += Math.Max(1, length);
        }
        return digits.Length == 9 && digits[0] != '0' ? ("+48" + digits, new Found(0, first, i - first)) : default;
    }

    private static bool IsPolish(string all) => !all.StartsWith("48", StringComparison.Ordinal) || all.Length == 11;

    private static bool IsPhoneGap(ReadOnlySpan<char> gap) => gap.Length is > 0 and <= 3 && gap.IndexOfAnyExcept(PhoneGaps) < 0;

    private static ReadOnlySpan<char> Digits(Message message, int i) => message.Text.Slice(message.Words[i].Start, message.Words[i].Length);

    private static bool SaysAt(Message message)
    {
        for (int i = 1; i < message.Count - 2; i++)
            if (message.Sense(i) == Sense.At && message.Folded(i) is "at" && message.Sense(i + 2) == Sense.Dot) return true;
        return false;
    }

    [GeneratedRegex(@"\s*([@])\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Apart();

    [GeneratedRegex(@"\s*[\(\[]\s*(?:małpa|malpa|małpka|at|собака|равлик|@)\s*[\)\]]\s*|\s+(?:małpa|malpa|małpka|at|собака|собачка|равлик)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex SpokenAt();

    [GeneratedRegex(@"\s*[\(\[]\s*(?:kropka|dot|крапка)\s*[\)\]]\s*|\s+(?:kropka|dot|крапка)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex SpokenDot();

    [GeneratedRegex(@"(?<![a-z0-9._%+-])[a-z0-9](?:[a-z0-9._%+-]{0,62}[a-z0-9_%+-])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}[a-z]{2,24}(?![a-z0-9@])", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
