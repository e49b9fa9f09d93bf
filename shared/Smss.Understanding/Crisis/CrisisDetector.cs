using System.Buffers;

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
    private static readonly Lazy<CrisisDetector> Shared = new(() => new CrisisDetector(new CrisisTable(EmbeddedText.Lines("crisis.txt"))));

    private readonly CrisisSteps steps = new();
    private readonly CrisisPattern[][] dangers;
    private readonly CrisisPattern[][] hints;
    private readonly CrisisPattern[][] figures;
    private readonly CrisisPattern[][] stories;

    private CrisisDetector(CrisisTable table)
    {
        CrisisPattern[][] kinds = [.. "+?-/".Select(kind => table.Rows(kind).Select(row => CrisisPattern.Parse(row, steps)).ToArray())];
        steps.Close();
        (dangers, hints, figures, stories) = (ByRarest(kinds[0]), ByRarest(kinds[1]), ByRarest(kinds[2]), ByRarest(kinds[3]));
    }

    /// <summary>Read once, at first use.</summary>
    public static CrisisDetector Default => Shared.Value;

    /// <summary>What the table says.</summary>
    public CrisisSigns Look(MessageWords message)
    {
        ulong[] room = ArrayPool<ulong>.Shared.Rent(CrisisWords.RoomFor(message, steps));
        try
        {
            return Look(new CrisisWords(message, steps, room));
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(room);
        }
    }

    private CrisisSigns Look(in CrisisWords words)
    {
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

    private static bool Any(CrisisPattern[][] byRarest, in CrisisWords words)
    {
        foreach (int step in words.Present)
            foreach (CrisisPattern pattern in byRarest[step])
                for (int i = 0; i < words.Count; i++)
                    if (pattern.Match(words, i) > 0)
                        return true;
        return false;
    }

    private static int Longest(CrisisPattern[][] byRarest, in CrisisWords words, int at)
    {
        int longest = 0;
        foreach (int step in words.Present)
            foreach (CrisisPattern pattern in byRarest[step])
                longest = Math.Max(longest, pattern.Match(words, at));
        return longest;
    }

    /// <summary>Patterns by the step of theirs that has fewest spellings: most messages hold none of those.</summary>
    private CrisisPattern[][] ByRarest(CrisisPattern[] patterns)
    {
        ILookup<int, CrisisPattern> byRarest = patterns.ToLookup(p => p.Steps.MinBy(steps.SpellingsOf));
        return [.. Enumerable.Range(0, steps.Count).Select(step => byRarest[step].ToArray())];
    }
}
