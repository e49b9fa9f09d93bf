using System.Text;

namespace Smss.Conversation.Masking;

/// <summary>
/// Numbers nobody asked for: a PESEL, a bank card or account, an identity card. They are replaced before a message is
/// stored, told from phone numbers and the like by their check digits and by how people group them.
/// </summary>
public static class Unsolicited
{
    /// <summary>Stands where a number stood.</summary>
    public const string Mark = "●●●";

    private const int MostDigits = 26;

    /// <summary>The text without such numbers.</summary>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!MayHold(text)) return text;
        var masked = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length;)
        {
            int length = LengthAt(text, i);
            if (length > 0) masked.Append(Mark);
            else masked.Append(text[i]);
            i += Math.Max(1, length);
        }
        return masked.ToString();
    }

    /// <summary>Whether something was replaced here.</summary>
    public static bool WasIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains(Mark, StringComparison.Ordinal);
    }

    /// <summary>The shortest of them has six digits; most messages have none.</summary>
    private static bool MayHold(string text)
    {
        int digits = 0;
        foreach (char c in text)
            if (char.IsAsciiDigit(c) && ++digits == 6) return true;
        return false;
    }

    private static int LengthAt(string text, int at)
    {
        if (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]) && char.IsAsciiLetter(text[at])) return 0;
        if (char.IsAsciiLetter(text[at])) return Math.Max(Account(text, at), IdentityCard(text, at));
        return char.IsAsciiDigit(text[at]) && (at == 0 || !char.IsAsciiDigit(text[at - 1])) ? Digits(text, at) : 0;
    }

    /// <summary>Whole groups of digits, parted by one blank or dash, for as long as they may make a number.</summary>
    private static int Digits(string text, int at)
    {
        Span<char> digits = stackalloc char[MostDigits];
        var groups = new List<int>();
        (int count, int end, int found) = (0, at, 0);
        bool named = at > 0 && text[at - 1] == '+';
        while (end < text.Length)
        {
            int length = 0;
            for (; end + length < text.Length && char.IsAsciiDigit(text[end + length]); length++)
                if (count + length < MostDigits) digits[count + length] = text[end + length];
            if (length == 0 || count + length > MostDigits) break;
            count += length;
            end += length;
            groups.Add(length);
            if (!named && CheckDigits.IsSecret(digits[..count], groups)) found = end - at;
            if (end + 1 >= text.Length || !IsGap(text[end])) break;
            end++;
        }
        return found;
    }

    /// <summary>An IBAN of a country whose accounts people here have.</summary>
    private static int Account(string text, int at)
    {
        if (at + 2 >= text.Length || CheckDigits.AccountLength(text.AsSpan(at, 2)) is not (> 0 and var wanted)) return 0;
        Span<char> account = stackalloc char[34];
        int taken = 0, i = at;
        for (; i < text.Length && taken < wanted; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i])) account[taken++] = char.ToUpperInvariant(text[i]);
            else if (!IsGap(text[i])) return 0;
        }
        return taken == wanted && EndsHere(text, i) && CheckDigits.IsAccount(account[..taken]) ? i - at : 0;
    }

    /// <summary>Three letters and six digits.</summary>
    private static int IdentityCard(string text, int at)
    {
        Span<char> card = stackalloc char[9];
        int taken = 0, i = at;
        for (; i < text.Length && taken < 9; i++)
        {
            bool fits = taken < 3 ? char.IsAsciiLetter(text[i]) : char.IsAsciiDigit(text[i]);
            if (fits) card[taken++] = char.ToUpperInvariant(text[i]);
            else if (taken != 3 || !IsGap(text[i])) return 0;
        }
        return taken == 9 && EndsHere(text, i) && CheckDigits.IsIdentityCard(card) ? i - at : 0;
    }

    private static bool EndsHere(string text, int at) => at == text.Length || !char.IsAsciiLetterOrDigit(text[at]);

    private static bool IsGap(char c) => c is ' ' or '-' or '\u00a0' or '\u2009' or '\u202f' or '\u2011' or '\u2013';
}
