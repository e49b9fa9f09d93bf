using System.Text;

namespace Smss.Understanding;

/// <summary>Ukrainian as people type it in Latin letters: the English way, the Polish way, and the short way of the phone.</summary>
internal static class Romanisation
{
    private const string Letters = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэъё";

    private static readonly string[][] Ways =
    [
        "a b v h g d e ye zh z y i yi y k l m n o p r s t u f kh ts ch sh shch _ yu ya y e _ yo".Split(' '),
        "a b w h g d e je z z y i ji j k l m n o p r s t u f ch c cz sz szcz _ ju ja y e _ jo".Split(' '),
        "a b v g g d e e zh z i i i i k l m n o p r s t u f h c ch sh sch _ u ya i e _ e".Split(' '),
    ];

    public static int Count => Ways.Length;

    /// <summary>Whether there is a Cyrillic letter in it.</summary>
    public static bool Concerns(string text) => text.Any(c => c is >= '\u0400' and < '\u0530');

    /// <summary>The text with every Cyrillic letter respelt; other letters stay.</summary>
    public static string Write(string text, int way)
    {
        var latin = new StringBuilder(text.Length + 16);
        foreach (char c in text)
        {
            int at = Letters.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);
            if (at < 0) latin.Append(c is '’' or 'ʼ' or '\'' ? "" : c.ToString());
            else if (Ways[way][at] is not "_" and var spelling) latin.Append(spelling);
        }
        return latin.ToString();
    }
}
