namespace Smss.Understanding;

/// <summary>Messages that are a command and nothing else ("stop", "pomoc", "IN-2026-0042") and short examples word for word, looked up whole.</summary>
internal sealed class BareWords
{
    private const int LongestLetters = 48;
    private const char AnyNumber = '#';
    private static readonly string Longest = new(' ', LongestLetters);
    /// <summary>By the words' hash: there are tens of thousands, and as texts they would take four megabytes.</summary>
    private readonly Dictionary<ulong, int> intents = [];

    /// <summary>Rows of intents that are not enabled are left out; a command beats an example, and an example with a number in it stands for no other number.</summary>
    public BareWords(string[] enabled, IReadOnlyList<Utterances> examples)
    {
        char[] letters = new char[MessageWords.LettersFor(Longest)];
        WordSpan[] spans = new WordSpan[MessageWords.WordsFor(Longest)];
        Span<char> room = stackalloc char[LongestLetters];
        foreach (Utterances example in examples)
        {
            int intent = Array.IndexOf(enabled, example.Intent);
            if (intent < 0) continue;
            foreach (string line in example.Lines)
                if (line.Length <= LongestLetters && Key(MessageWords.Read(line, letters, spans), room) is { Length: > 0 } key && !key.Contains(AnyNumber))
                    intents[Dice.SeedOf(key)] = intent;
        }
        foreach (string row in EmbeddedText.Lines("bare-words.txt"))
        {
            int colon = row.IndexOf(':', StringComparison.Ordinal), intent = Array.IndexOf(enabled, row[..colon]);
            if (intent < 0) continue;
            foreach (string words in row[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries)) intents[Dice.SeedOf(Folding.Fold(words))] = intent;
        }
    }

    /// <summary>Index of the intent, or -1.</summary>
    public int Find(MessageWords words)
    {
        Span<char> key = stackalloc char[LongestLetters];
        return intents.TryGetValue(Dice.SeedOf(Key(words, key)), out int intent) ? intent : -1;
    }

    /// <summary>The message as it is looked up: any run of digits is <c>#</c>; empty when it is too long.</summary>
    private static ReadOnlySpan<char> Key(MessageWords words, Span<char> key)
    {
        ReadOnlySpan<char> text = words.Text;
        if (text.Length > LongestLetters) return [];
        int length = 0;
        foreach (char c in text)
            if (c != '0') key[length++] = c;
            else if (length == 0 || key[length - 1] != AnyNumber) key[length++] = AnyNumber;
        return key[..length];
    }
}
