using System.Text;
using System.Text.RegularExpressions;

namespace Smss.Understanding;

/// <summary>Polish by ear in Cyrillic letters ("проше о запіс на курс"), as people write who hear it every day and learned to read in Ukrainian.</summary>
internal static partial class Cyrillisation
{
    // The longest that fits counts.
    private static readonly (string Polish, string Cyrillic)[] Heard = Pairs(
        "szcz щ|krz кш|prz пш|trz тш|chrz хш|sz ш|cz ч|rz ж|ch х|dzia дзя|dzie дзє|dzio дзьо|dziu дзю|dzi дзі|dź дзь|dż дж|ż ж|ź зь|ś щ|ć ць|ń нь|ł л|ó у"
        + "|ią йон|ię єн|ą он|ę ен|nia ня|nie нє|niu ню|nio ньо|sia ся|sie шє|cia ця|cie цє|cio цьо|ciu цю|zia зя|zie зє|ia я|ie є|io йо|iu ю|ja я|je є|jo йо|ju ю|j й"
        + "|la ля|lo льо|lu лю|a а|b б|c ц|d д|e е|f ф|g г|h х|i і|k к|l л|m м|n н|o о|p п|r р|s с|t т|u у|v в|w в|x кс|y и|z з");

    // "_" is nothing.
    private static readonly (string Cyrillic, string Polish)[] Read = Pairs(
        "пш prz|тш trz|кш krz|хш chrz|бж brz|що szczo|ще szcze|ща szcza|щ s|ш sz|ч cz|ж z|х ch|льо lo|ля la|лє le|лю lu|ль l|ьо io|ь _"
        + "|а a|б b|в w|г g|ґ g|д d|е e|э e|з z|и y|ы y|і i|ї i|й j|к k|л l|м m|н n|о o|п p|р r|с s|т t|у u|ф f|ц c|ё io|' _|’ _|ʼ _");

    private const string Soft = "яєю";
    private const string SoftAlone = "jajeju";
    private const string SoftAfterConsonant = "iaieiu";

    /// <summary>Whether there is a Latin letter to write otherwise.</summary>
    public static bool Concerns(string line) => line.Any(char.IsAsciiLetter);

    /// <summary>A Polish line as it would be written by ear; "się" ends in a plain "e".</summary>
    public static string Write(string line)
    {
        string heard = LastNasal().Replace(line.ToLowerInvariant(), "e");
        var text = new StringBuilder(heard.Length + 16);
        for (int i = 0; i < heard.Length;) i += Append(text, heard, i, Heard);
        return text.ToString();
    }

    /// <summary>What was written by ear, in Latin letters again; without diacritics, as half of our residents write.</summary>
    public static string Undo(string text)
    {
        string lower = text.ToLowerInvariant();
        var latin = new StringBuilder(lower.Length + 16);
        for (int i = 0; i < lower.Length;)
        {
            int start = latin.Length, letter = i;
            bool hard = start > 0 && char.IsAsciiLetter(latin[^1]) && !"aeiouyj".Contains(char.ToLowerInvariant(latin[^1]), StringComparison.Ordinal);
            if (Soft.IndexOf(lower[i], StringComparison.Ordinal) is var soft and >= 0)
            {
                latin.Append((hard ? SoftAfterConsonant : SoftAlone).AsSpan(soft * 2, 2));
                i++;
            }
            else if (hard && string.CompareOrdinal(lower, i, "йо", 0, 2) == 0)
            {
                latin.Append("io");
                i += 2;
            }
            else i += Append(latin, lower, i, Read);
            // A firm is known by its capital.
            if (char.IsUpper(text[letter]) && latin.Length > start) latin[start] = char.ToUpperInvariant(latin[start]);
        }
        return latin.ToString();
    }

    /// <returns>How many letters were read.</returns>
    private static int Append(StringBuilder text, string line, int at, (string From, string To)[] pairs)
    {
        foreach ((string from, string to) in pairs)
            if (string.CompareOrdinal(line, at, from, 0, from.Length) == 0)
            {
                if (to != "_") text.Append(to);
                return from.Length;
            }
        text.Append(line[at]);
        return 1;
    }

    private static (string, string)[] Pairs(string rows) => [.. rows.Split('|').Select(row => row.Split(' ')).Select(pair => (pair[0], pair[1])).OrderByDescending(pair => pair.Item1.Length)];

    [GeneratedRegex(@"ę\b")]
    private static partial Regex LastNasal();
}
