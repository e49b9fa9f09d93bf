namespace Smss.Understanding;

/// <summary>What the crisis table says of a message.</summary>
[Flags]
internal enum CrisisSigns { None = 0, FigureOfSpeech = 1, Hint = 2, Danger = 4 }

/// <summary>
/// Looks for words of suicide, self-harm, violence, hunger and a night without shelter by a table of patterns.
/// Figures of speech are covered first, so that their words count for nothing.
/// </summary>
internal sealed class CrisisDetector
{
    private readonly CrisisPattern[]?[] dangers;
    private readonly CrisisPattern[]?[] hints;
    private readonly CrisisPattern[]?[] figures;
    private readonly CrisisPattern[]?[] stories;

    private CrisisDetector(CrisisTable table)
    {
        var known = new Dictionary<string, CrisisStep>(StringComparer.Ordinal);
        dangers = ByBeginning(table.Rows('+'), known);
        hints = ByBeginning(table.Rows('?'), known);
        figures = ByBeginning(table.Rows('-'), known);
        stories = ByBeginning(table.Rows('/'), known);
    }

    public static CrisisDetector Read() => new(new CrisisTable(EmbeddedText.Lines("crisis.txt")));

    public CrisisSigns Look(MessageWords message)
    {
        var words = new CrisisWords(message, message.Count <= 512 ? stackalloc byte[message.Count] : new byte[message.Count]);
        var signs = CrisisSigns.None;
        for (int i = 0; i < words.Count; i++)
            if (Longest(figures, words, i) is var length and > 0)
            {
                words.Take(i, length);
                signs = CrisisSigns.FigureOfSpeech;
            }
        bool told = Any(stories, words);
        if (told) signs = CrisisSigns.FigureOfSpeech;
        if (Any(dangers, words)) return told ? signs | CrisisSigns.Hint : CrisisSigns.Danger;
        return Any(hints, words) ? signs | CrisisSigns.Hint : signs;
    }

    private static bool Any(CrisisPattern[]?[] patterns, in CrisisWords words)
    {
        for (int i = 0; i < words.Count; i++)
            if (Longest(patterns, words, i) > 0)
                return true;
        return false;
    }

    private static int Longest(CrisisPattern[]?[] patterns, in CrisisWords words, int at)
    {
        if (words.At(at) is not (>= 0 and var beginning) || patterns[beginning] is not { } candidates) return 0;
        int longest = 0;
        foreach (CrisisPattern pattern in candidates)
            if (pattern.CanBeAmong(words.Beginnings))
                longest = Math.Max(longest, pattern.Match(words, at));
        return longest;
    }

    /// <summary>Patterns by the beginnings of their first word.</summary>
    private static CrisisPattern[]?[] ByBeginning(IEnumerable<string> rows, Dictionary<string, CrisisStep> known)
    {
        CrisisPattern[] all = [.. rows.Select(r => CrisisPattern.Parse(r, known))];
        return [.. Enumerable.Range(0, Stem.Beginnings).Select(b => all.Where(p => p.CanBegin((byte)b)).ToArray() is { Length: > 0 } here ? here : null)];
    }
}
