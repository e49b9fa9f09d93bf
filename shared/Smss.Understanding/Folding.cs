using System.Text;

namespace Smss.Understanding;

/// <summary>
/// Folding of letters for comparison and search: lower case, no diacritics, by a table of our own, the same on every machine.
/// </summary>
public static class Folding
{
    private const string From = "ąćęłńóśźżґёїйàáâãäåçèéêëìíîïñòôõöùúûüýÿšžč’ʼ`´";
    private const string To = "acelnoszzгеіиaaaaaaceeeeiiiinooooouuuuyyszc''''";
    private static readonly char[] Table = MakeTable();

    /// <summary>Lower case without diacritics ("Żłóbek" → "zlobek"); letters of other scripts stay, soft hyphens and zero-width marks go.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            char f = Fold(c);
            if (f != '\0') folded.Append(f);
        }
        return folded.ToString();
    }

    /// <summary>One letter; <c>\0</c> for marks that are left out.</summary>
    public static char Fold(char c) => c < Table.Length ? Table[c] : c is >= '\u200b' and <= '\u200f' or '\ufeff' or >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069' ? '\0' : c is '\u2019' or '\u2018' ? '\'' : c;

    private static char[] MakeTable()
    {
        var table = new char[0x500];
        for (int i = 0; i < table.Length; i++) table[i] = char.ToLowerInvariant((char)i);
        for (int i = 0; i < From.Length; i++)
        {
            if (From[i] >= table.Length) continue;
            table[From[i]] = To[i];
            char upper = char.ToUpperInvariant(From[i]);
            if (upper < table.Length) table[upper] = To[i];
        }
        for (int i = 0x300; i < 0x370; i++) table[i] = '\0';
        table['\u00ad'] = '\0';
        return table;
    }
}
