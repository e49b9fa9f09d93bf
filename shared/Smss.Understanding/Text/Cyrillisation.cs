using System.Text;

namespace Smss.Understanding;

/// <summary>Polish by ear in Cyrillic letters ("проше о запіс на курс"), as people write who hear it every day and learned to read in Ukrainian.</summary>
internal static class Cyrillisation
{
    // The longest that fits counts.
    private static readonly (string Polish, string Cyrillic)[] Heard = Pairs(
        "szcz щ|krz кш|prz пш|trz тш|chrz хш|sz ш|cz ч|rz ж|ch х|dzi дзі|dź дзь|dż дж|ż ж|ź зь|ś щ|ć ць|ń нь|ł л|ą он|ę ен|ó у"
        + "|nia ня|nie нє|niu ню|nio ньо|sie сє|sia ся|cie цє|cia ця|ciu цю|cio цьо|zie зє|zia зя|ia я|ie є|iu ю|io йо|ja я|je є|ju ю|jo йо|j й"
        + "|la ля|lu лю|lo льо|a а|b б|c ц|d д|e е|f ф|g ґ|h х|i і|k к|l л|m м|n н|o о|p п|r р|s с|t т|u у|v в|w в|x кс|y и|z з");

    private static readonly (string Cyrillic, string Polish)[] Read = [.. Pairs(
        "пш prz|тш trz|кш krz|хш chrz|бж brz|дж dz|дзь dz|що sio|ще szcze|ща szcza|щ s|ш sz|ч cz|ж z|х ch|йон ia|йо io|ьо io|ць c|сь s|зь z|нь n|ль l|ь _"
        + "|нє nie|ня nia|ню niu|а a|б b|в w|г g|ґ g|д d|е e|э e|з z|и y|ы y|і i|ї i|й j|к k|л l|м m|н n|о o|п p|р r|с s|т t|у u|ф f|ц c|ё io|'  _|’ _")];

    private const string Soft = "яєю";
    private const string AfterVowel = "jajeju";
    private const string AfterConsonant = "iaieiu";

    /// <summary>A Polish line as it would be written by ear.</summary>
    public static string Write(string line) => Replace(line.ToLowerInvariant(), Heard);

    /// <summary>What was written by ear, in Latin letters again; without diacritics, as half of our residents write.</summary>
    public static string Undo(string text)
    {
        string lower = text.ToLowerInvariant();
        var latin = new StringBuilder(lower.Length + 16);
        for (int i = 0; i < lower.Length;)
        {
            int soft = Soft.IndexOf(lower[i], StringComparison.Ordinal);
            if (soft >= 0)
            {
                bool afterConsonant = latin.Length > 0 && char.IsAsciiLetter(latin[^1]) && !"aeiouyj".Contains(latin[^1], StringComparison.Ordinal);
                latin.Append((afterConsonant ? AfterConsonant : AfterVowel).AsSpan(soft * 2, 2));
                i++;
                continue;
            }
            i += Append(latin, lower, i, Read);
        }
        return latin.ToString();
    }

    private static string Replace(string line, (string From, string To)[] pairs)
    {
        var text = new StringBuilder(line.Length + 16);
        for (int i = 0; i < line.Length;) i += Append(text, line, i, pairs);
        return text.ToString();
    }

    /// <returns>How many letters were read.</returns>
    private static int Append(StringBuilder text, string line, int at, (string From, string To)[] pairs)
    {
        foreach ((string from, string to) in pairs)
            if (string.CompareOrdinal(line, at, from, 0, from.Length) == 0)
            {
                text.Append(to == "_" ? "" : to);
                return from.Length;
            }
        text.Append(line[at]);
        return 1;
    }

    private static (string, string)[] Pairs(string rows) => [.. rows.Split('|').Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(pair => (pair[0], pair[1])).OrderByDescending(pair => pair.Item1.Length)];
}
