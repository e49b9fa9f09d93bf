namespace Smss.Understanding;

/// <summary>
/// Spelling that Polish, Ukrainian and Ukrainian in Latin letters share: "szukam", "шукаю" and "shukayu" all begin with "suka".
/// </summary>
internal static class Skeleton
{
    private const string Cyrillic = "абвгдеєжзиіїйклмнопрстуфхцчшщьюяыэъ";
    private const string Latin = "abvhdeezziiiiklmnoprstufhccss\0uaie\0";

    /// <summary>Writes the skeleton of a folded word; how many letters it has.</summary>
    public static int Write(ReadOnlySpan<char> word, Span<char> to)
    {
        int count = 0;
        for (int i = 0; i < word.Length && count < to.Length; i++)
        {
            char next = i + 1 < word.Length ? word[i + 1] : ' ';
            char c = Letter(word[i], next);
            if (c != '\0' && (count == 0 || to[count - 1] != c)) to[count++] = c;
        }
        return count;
    }

    private static char Letter(char c, char next) => c switch
    {
        'w' => 'v',
        'g' => 'h',
        'y' or 'j' => next is 'a' or 'e' or 'i' or 'o' or 'u' ? '\0' : 'i',
        'i' when next is 'a' or 'e' or 'o' or 'u' => '\0',
        's' or 'c' or 'z' when next is 'z' or 'h' => c == 'z' ? '\0' : c,
        'r' or 'k' when next is 'z' or 'h' => '\0',
        < 'а' => c,
        _ => Cyrillic.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? Latin[at] : c,
    };
}
