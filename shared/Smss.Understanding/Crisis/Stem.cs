namespace Smss.Understanding;

/// <summary>A folded word, or the beginning of one, that forgives one slip of the thumb when it is long enough to be told from others.</summary>
internal sealed record Stem(string Letters, bool AnyEnding, bool Forgiving)
{
    public const int Beginnings = 1 << 12;
    private const int LongEnough = 6;
    private const int LongEnoughAlone = 9;
    private const int SureLetters = 2;

    /// <summary>Reads "word" or "beginning*"; a stem that stands alone, with no other words to confirm it, forgives less.</summary>
    public static Stem Parse(string token, bool alone)
    {
        string letters = token.TrimEnd('*');
        return new Stem(letters, letters.Length < token.Length, letters.Length >= (alone ? LongEnoughAlone : LongEnough));
    }

    /// <summary>A number under <see cref="Beginnings"/> for the first two letters of a word with the space behind it.</summary>
    public static int BeginningOf(ReadOnlySpan<char> word) => (int)((word[0] * 31u + word[1]) * 0x9E3779B1 >> 20);

    public bool Fits(ReadOnlySpan<char> word)
    {
        if (Letters.Length > 0 && word[0] != Letters[0]) return false;
        int same = word.CommonPrefixLength(Letters);
        if (same == Letters.Length) return AnyEnding || word.Length == same;
        if (!Forgiving || same < SureLetters) return false;
        ReadOnlySpan<char> wanted = Letters.AsSpan(same), got = word[same..];
        return Ends(wanted[1..], got)
            || got.Length > 0 && (Ends(wanted[1..], got[1..]) || Ends(wanted, got[1..]))
            || got.Length > 1 && wanted.Length > 1 && got[0] == wanted[1] && got[1] == wanted[0] && Ends(wanted[2..], got[2..]);
    }

    private bool Ends(ReadOnlySpan<char> wanted, ReadOnlySpan<char> got) => AnyEnding ? got.StartsWith(wanted) : got.SequenceEqual(wanted);
}
