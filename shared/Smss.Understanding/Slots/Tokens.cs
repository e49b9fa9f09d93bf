using System.Runtime.CompilerServices;

namespace Smss.Understanding;

/// <summary>Splits text into folded words; digits and letters never share a word ("15h", "3pm"), apostrophes vanish ("п'ятниця").</summary>
internal static class Tokens
{
    /// <summary>Fills <paramref name="words"/> and <paramref name="folded"/> and gives the number of words; what does not fit is left unread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Split(ReadOnlySpan<char> text, Span<char> folded, Span<Word> words)
    {
        int count = 0, written = 0, i = 0;
        while (i < text.Length && count < words.Length)
        {
            if (!char.IsLetterOrDigit(text[i])) { i++; continue; }
            int start = i, from = written;
            bool digits = char.IsAsciiDigit(text[i]);
            while (i < text.Length && Continues(text, i, digits))
            {
                char letter = Folding.Fold(text[i++]);
                if (letter is not ('\0' or '\'')) folded[written++] = letter;
            }
            if (written == from) continue;
            words[count++] = new Word
            {
                Start = start, Length = i - start, FoldedStart = from, FoldedLength = written - from, Stem = -1,
                Digits = digits ? Value(folded[from..written]) : -1,
                Capital = char.IsUpper(text[start]),
            };
        }
        return count;
    }

    private static bool Continues(ReadOnlySpan<char> text, int i, bool digits)
    {
        char c = text[i];
        if (digits) return char.IsAsciiDigit(c);
        if (char.IsAsciiDigit(c)) return false;
        if (char.IsLetterOrDigit(c) || c is >= '\u0300' and < '\u0370' or '\u00ad' or >= '\u200b' and <= '\u200f') return true;
        return c is '\'' or '’' or 'ʼ' or '`' && i + 1 < text.Length && char.IsLetter(text[i + 1]);
    }

    private static long Value(ReadOnlySpan<char> digits) =>
        digits.Length <= 18 && long.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out long value) ? value : long.MaxValue;
}
