namespace Smss.Understanding;

/// <summary>
/// A message as folded words with one space before, between and after them, so that a slice one wider than a word carries its borders.
/// </summary>
internal readonly ref struct MessageWords
{
    /// <summary>Longer messages are read up to here; no resident needs more.</summary>
    public const int MaxLetters = 12_000;
    private const int MaxWords = 2_400;

    private readonly ReadOnlySpan<char> letters;
    private readonly ReadOnlySpan<WordSpan> words;

    private MessageWords(ReadOnlySpan<char> letters, ReadOnlySpan<WordSpan> words, Script script)
    {
        this.letters = letters;
        this.words = words;
        Script = script;
    }

    public int Count => words.Length;
    public Script Script { get; }
    /// <summary>All words with one space between.</summary>
    public ReadOnlySpan<char> Text => words.IsEmpty ? [] : letters[1..^1];
    public ReadOnlySpan<char> this[int word] => letters.Slice(words[word].Start, words[word].Length);
    public ReadOnlySpan<char> WithBorders(int word) => letters.Slice(words[word].Start - 1, words[word].Length + 2);

    public static int LettersFor(string text) => Math.Min(text.Length, MaxLetters) * 2 + 2;
    public static int WordsFor(string text) => Math.Min(text.Length, MaxWords);

    /// <summary>Reads into buffers of at least <see cref="LettersFor"/> and <see cref="WordsFor"/>.</summary>
    public static MessageWords Read(string text, Span<char> letters, Span<WordSpan> words)
    {
        int limit = Math.Min(text.Length, MaxLetters), end = 0, count = 0, start = 1;
        var script = new Script();
        letters[end++] = ' ';
        for (int i = 0; i < limit; i++)
        {
            char raw = text[i], c = Folding.Fold(raw);
            if (c == '\0' && raw != '\0') continue;
            if (IsWordLetter(c))
            {
                script.Count(raw);
                letters[end++] = c is >= '0' and <= '9' ? '0' : c;
            }
            else if (c != '\'' && end > start)
            {
                if (count == words.Length) break;
                words[count++] = new WordSpan((ushort)start, (ushort)(end - start));
                letters[end++] = ' ';
                start = end;
            }
        }
        if (end > start && count < words.Length)
        {
            words[count++] = new WordSpan((ushort)start, (ushort)(end - start));
            letters[end++] = ' ';
        }
        return new MessageWords(letters[..end], words[..count], script);
    }

    private static bool IsWordLetter(char c) => c < 128 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c);
}

/// <summary>Where a folded word stands.</summary>
internal readonly record struct WordSpan(ushort Start, ushort Length);

/// <summary>What the letters alone say about the language, before folding takes the marks away.</summary>
internal struct Script
{
    public int Latin;
    public int Cyrillic;
    public int Foreign;
    public int Digits;
    public int Polish;
    public int Ukrainian;
    public int Russian;

    public readonly int Letters => Latin + Cyrillic + Foreign;

    public void Count(char c)
    {
        if (char.IsAsciiLetter(c)) Latin++;
        else if (char.IsAsciiDigit(c)) Digits++;
        else if (c is >= '\u0400' and < '\u0530') CountCyrillic(c);
        else if (c is >= '\u00c0' and < '\u0250')
        {
            Latin++;
            if (c is 'ą' or 'ć' or 'ę' or 'ł' or 'ń' or 'ś' or 'ź' or 'ż' or 'Ą' or 'Ć' or 'Ę' or 'Ł' or 'Ń' or 'Ś' or 'Ź' or 'Ż') Polish++;
        }
        else if (char.IsLetter(c)) Foreign++;
    }

    private void CountCyrillic(char c)
    {
        Cyrillic++;
        switch (c)
        {
            case 'і' or 'ї' or 'є' or 'ґ' or 'І' or 'Ї' or 'Є' or 'Ґ': Ukrainian++; break;
            case 'ы' or 'э' or 'ъ' or 'ё' or 'Ы' or 'Э' or 'Ъ' or 'Ё': Russian++; break;
            case 'ў' or 'Ў' or 'ђ' or 'ј' or 'љ' or 'њ' or 'ћ' or 'џ': Foreign++; break;
        }
    }
}
