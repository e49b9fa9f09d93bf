namespace Smss.Understanding;

/// <summary>Messages that are a command and nothing else ("stop", "pomoc", "IN-2026-0042"), looked up whole.</summary>
internal sealed class BareWords
{
    private const int LongestLetters = 48;
    private readonly Dictionary<string, int> intents = new(StringComparer.Ordinal);

    /// <summary>Rows of intents that are not enabled are left out.</summary>
    public BareWords(string[] enabled)
    {
        foreach (string row in EmbeddedText.Lines("bare-words.txt"))
        {
            int colon = row.IndexOf(':', StringComparison.Ordinal), intent = Array.IndexOf(enabled, row[..colon]);
            if (intent < 0) continue;
            foreach (string words in row[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries)) intents[Folding.Fold(words)] = intent;
        }
    }

    /// <summary>Index of the intent, or -1. Any run of digits is looked up as <c>#</c>.</summary>
    public int Find(MessageWords words)
    {
        ReadOnlySpan<char> text = words.Text;
        if (text.Length is 0 or > LongestLetters) return -1;
        Span<char> key = stackalloc char[LongestLetters];
        int length = 0;
        foreach (char c in text)
            if (c != '0') key[length++] = c;
            else if (length == 0 || key[length - 1] != '#') key[length++] = '#';
        return intents.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key[..length], out int intent) ? intent : -1;
    }
}
