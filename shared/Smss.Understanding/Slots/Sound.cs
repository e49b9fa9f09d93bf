namespace Smss.Understanding;

/// <summary>
/// One rough Latin spelling for a Ukrainian word, however it was typed: "зварювальник", "zvariuvalnyk" and "zwarjuwalnyk" meet.
/// </summary>
internal static class Sound
{
    /// <summary>Shorter words would meet too many others.</summary>
    public const int Shortest = 4;

    private const string Cyrillic = "абвгдежзиіклмнопрстуфхцчшщьюяъыэёє";
    private static readonly string[] Latin =
        ["a", "b", "v", "h", "d", "e", "z", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "c", "c", "s", "sc", "", "u", "a", "", "i", "e", "e", "e"];

    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word, Span<char> buffer)
    {
        int written = 0;
        for (int i = 0; i < word.Length; i++)
        {
            int letter = word[i] >= '\u0400' ? Cyrillic.IndexOf(word[i], StringComparison.Ordinal) : -1;
            if (letter >= 0) foreach (char c in Latin[letter]) Put(c, buffer, ref written);
            else Put(OfLatin(word, ref i), buffer, ref written);
        }
        return buffer[..written];
    }

    private static char OfLatin(ReadOnlySpan<char> word, ref int i)
    {
        char c = word[i], next = i + 1 < word.Length ? word[i + 1] : ' ';
        switch (c, next)
        {
            case ('s', 'h' or 'z') or ('c', 'h' or 'z') or ('z', 'h') or ('k', 'h'):
                i++;
                return c == 'k' ? 'h' : c;
            case ('t', 's'):
                i++;
                return 'c';
            case ('i' or 'y' or 'j', 'a' or 'e' or 'u'):
                i++;
                return next;
            default:
                return c switch { 'w' => 'v', 'y' or 'j' => 'i', 'x' or 'g' => 'h', _ => c };
        }
    }

    private static void Put(char c, Span<char> buffer, ref int written)
    {
        if (written == 0 || buffer[written - 1] != c) buffer[written++] = c;
    }
}
