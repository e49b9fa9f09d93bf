using System.Runtime.CompilerServices;

namespace Smss.Understanding;

/// <summary>
/// Light stemmer for Polish, Ukrainian and English words already folded by <see cref="Folding"/>. It knows no language
/// and no exceptions: the same word always gives the same stem, and index and query both go through it.
/// </summary>
public static class Stemmer
{
    /// <summary>Longer "words" are codes or noise and stay as they are.</summary>
    internal const int LongestWord = 40;

    // By their last letter, longest first: the first that fits is the one taken off.
    private static readonly string[][] Endings = ByLastLetter(
        "iami iach iowi iego iemu ami ach owi iem ego emu ymi imi ych ich iom iow iej om em ym im ej ow ia ie iu io a e i o u y "
        + "ами ями ові еві ого ому ими ою ею ах ях ам ям ів ом ем єм єю ии оі их им а я и і у ю е є о ь ы");

    /// <summary>The stem of a folded word ("spawaczka" and "spawanie" → "spaw"); words of three letters or fewer stay.</summary>
    public static string Stem(string foldedWord)
    {
        ArgumentNullException.ThrowIfNull(foldedWord);
        Span<char> buffer = stackalloc char[LongestWord];
        var stem = Stem(foldedWord, buffer);
        return stem.SequenceEqual(foldedWord) ? foldedWord : stem.ToString();
    }

    /// <summary>The same without allocation; the result lies in <paramref name="buffer"/> or is the word itself.</summary>
    internal static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word, Span<char> buffer)
    {
        if (word.Length is <= 3 or > LongestWord || char.IsAsciiDigit(word[0])) return word;
        word.CopyTo(buffer);
        return word[0] >= '\u0400' ? Cyrillic(buffer[..word.Length]) : Latin(buffer[..word.Length]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ReadOnlySpan<char> Latin(Span<char> word)
    {
        int length = WithoutEnglishEnding(word);
        int ending = WithoutEnding(word[..length]);
        bool softly = ending < length && word[ending] == 'i';
        length = WithoutFeminine(word[..ending]);
        length = Without(word[..length], "ow", 4);
        length = Without(word[..length], "acz", 4);
        // "spawanie" and "spawacz" meet; "dziekan" is left alone.
        if (softly) length = Without(word[..length], "an", 4);
        if (length > 4 && word[length - 1] == 'z' && word[length - 2] == 'r') length--;
        if (length > 3 && word[length - 1] == 'c') word[length - 1] = 'k';
        return word[..length];
    }

    private static ReadOnlySpan<char> Cyrillic(Span<char> word)
    {
        int length = WithoutEnding(word);
        if (length > 4 && word[length - 1] == 'к' && word[length - 2] is 'р' or 'н' or 'л' or 'ч' or 'ь') length--;
        if (length > 4 && word[length - 1] == 'ь') length--;
        if (length > 4 && word[length - 1] == 'н' && word[length - 2] == 'н') length--;
        if (length > 3 && word[length - 1] == 'ц') word[length - 1] = 'к';
        return word[..length];
    }

    // "courses" and "drivers", but not "adres" and "kurs"; "welding", but not "ring".
    private static int WithoutEnglishEnding(ReadOnlySpan<char> word)
    {
        int length = word.Length;
        if (length > 5 && word[^1] == 's')
        {
            if (word.EndsWith("ses") || word.EndsWith("ces") || word.EndsWith("ches")) length -= 2;
            else if (word[^2] is 'r' or 'n' or 't' or 'g' or 'k' or 'd') length--;
        }
        return Without(word[..length], "ing", 4);
    }

    private static int WithoutEnding(ReadOnlySpan<char> word)
    {
        if (word[^1] >= Endings.Length) return word.Length;
        foreach (string ending in Endings[word[^1]])
        {
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending)) return word.Length - ending.Length;
        }
        return word.Length;
    }

    private static string[][] ByLastLetter(string all)
    {
        var table = new string[0x500][];
        Array.Fill(table, []);
        foreach (string ending in all.Split(' ')) table[ending[^1]] = [.. table[ending[^1]], ending];
        return table;
    }

    // "spawaczka", "kelnerek", "opiekunka" and "sprzedawczyni" meet the masculine.
    private static int WithoutFeminine(ReadOnlySpan<char> word)
    {
        int length = word.Length;
        if (length > 7 && word.EndsWith("czyn")) return length - 3;
        int tail = word.EndsWith("ek") ? 2 : word.EndsWith("k") ? 1 : 0;
        if (tail == 0 || length - tail < 4) return length;
        var rest = word[..^tail];
        return rest[^1] is 'r' or 'n' or 'l' || rest.EndsWith("cz") ? length - tail : length;
    }

    private static int Without(ReadOnlySpan<char> word, string ending, int left) =>
        word.Length - ending.Length >= left && word.EndsWith(ending) ? word.Length - ending.Length : word.Length;
}
