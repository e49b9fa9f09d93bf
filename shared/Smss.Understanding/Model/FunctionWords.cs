namespace Smss.Understanding;

/// <summary>What the language head tells apart; Russian and Polish in Cyrillic letters are voices of their own, answered in Ukrainian.</summary>
internal enum VoiceOf { Pl, Uk, En, Other, Russian, PolishByEar }

/// <summary>Voices and languages.</summary>
internal static class Voices
{
    public const int Count = 6;

    public static VoiceOf Of(Language language) => (VoiceOf)language;

    public static Language Language(this VoiceOf voice) => voice is VoiceOf.Russian or VoiceOf.PolishByEar ? Smss.Understanding.Language.Uk : (Language)voice;
}

/// <summary>The most frequent small words of our languages and of those we only need to recognise as foreign.</summary>
internal static class FunctionWords
{
    /// <summary>Short made-up lines of small words, from which the language head learns what no example teaches.</summary>
    public static List<(VoiceOf Voice, string Line)> Lines(ref Dice dice)
    {
        var lines = new List<(VoiceOf, string)>();
        foreach (string row in EmbeddedText.Lines("function-words.txt"))
        {
            int colon = row.IndexOf(':', StringComparison.Ordinal);
            VoiceOf voice = Enum.Parse<VoiceOf>(row[..colon], ignoreCase: true);
            string[] words = row[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (string word in words) lines.Add((voice, word));
            for (int i = 0; i < words.Length * 2; i++) lines.Add((voice, Some(words, ref dice)));
        }
        return lines;
    }

    private static string Some(string[] words, ref Dice dice)
    {
        var some = new string[2 + dice.Next(5)];
        for (int i = 0; i < some.Length; i++) some[i] = words[dice.Next(words.Length)];
        return string.Join(' ', some);
    }
}
