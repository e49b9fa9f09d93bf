using System.Collections.Frozen;

namespace Smss.Understanding;

/// <summary>What the crisis table says of a message.</summary>
internal enum CrisisSigns { None, FigureOfSpeech, Danger }

/// <summary>
/// Finds words of suicide, self-harm, violence at home, hunger and a night without shelter by a table of patterns.
/// Figures of speech are covered first, so that their words count for nothing.
/// </summary>
internal sealed class CrisisDetector
{
    private readonly FrozenDictionary<int, CrisisPattern[]> dangers;
    private readonly FrozenDictionary<int, CrisisPattern[]> figures;

    private CrisisDetector(IEnumerable<string> rows)
    {
        string[] all = [.. rows];
        dangers = ByBeginning(all.Where(r => r[0] == '+'));
        figures = ByBeginning(all.Where(r => r[0] == '-'));
    }

    public static CrisisDetector Read() => new(EmbeddedText.Lines("crisis.txt"));

    public CrisisSigns Look(MessageWords words)
    {
        Span<bool> taken = words.Count <= 512 ? stackalloc bool[words.Count] : new bool[words.Count];
        taken.Clear();
        UInt128 beginnings = 0;
        for (int i = 0; i < words.Count; i++) beginnings |= Stem.BitOf(words.WithBorders(i)[1..]);
        bool figure = false;
        for (int i = 0; i < words.Count; i++)
            if (Longest(figures, words, beginnings, taken, i) is var length and > 0)
            {
                taken.Slice(i, length).Fill(true);
                figure = true;
            }
        for (int i = 0; i < words.Count; i++)
            if (Longest(dangers, words, beginnings, taken, i) > 0)
                return CrisisSigns.Danger;
        return figure ? CrisisSigns.FigureOfSpeech : CrisisSigns.None;
    }

    private static int Longest(FrozenDictionary<int, CrisisPattern[]> patterns, MessageWords words, UInt128 beginnings, ReadOnlySpan<bool> taken, int at)
    {
        if (!patterns.TryGetValue(Beginning(words.WithBorders(at)[1..]), out CrisisPattern[]? candidates)) return 0;
        int longest = 0;
        foreach (CrisisPattern pattern in candidates)
            if (pattern.CanBeAmong(beginnings))
                longest = Math.Max(longest, pattern.Match(words, taken, at));
        return longest;
    }

    /// <summary>Patterns by the first two letters of their first word; a word of one letter counts with the space behind it.</summary>
    private static FrozenDictionary<int, CrisisPattern[]> ByBeginning(IEnumerable<string> rows)
    {
        var byBeginning = new Dictionary<int, List<CrisisPattern>>();
        foreach (CrisisPattern pattern in rows.SelectMany(r => Unfold(r[1..])).SelectMany(Spellings).Select(CrisisPattern.Parse))
            foreach (int beginning in pattern.Beginnings.Select(b => Beginning(b.Letters + " ")).Distinct())
            {
                if (!byBeginning.TryGetValue(beginning, out List<CrisisPattern>? list)) byBeginning[beginning] = list = [];
                list.Add(pattern);
            }
        return byBeginning.ToFrozenDictionary(b => b.Key, b => b.Value.ToArray());
    }

    private static int Beginning(ReadOnlySpan<char> word) => word[0] << 16 | word[1];

    /// <summary>A spelling of several words ("na_zawsze") makes a row of its own.</summary>
    private static IEnumerable<string> Unfold(string row)
    {
        string[] tokens = row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int at = Array.FindIndex(tokens, t => t.Contains('_', StringComparison.Ordinal));
        if (at < 0) return [row];
        ILookup<bool, string> spellings = tokens[at].Split('|').ToLookup(s => s.Contains('_', StringComparison.Ordinal));
        IEnumerable<string> ways = spellings[true].Select(s => s.Replace('_', ' '));
        if (spellings[false].Any()) ways = ways.Append(string.Join('|', spellings[false]));
        return ways.SelectMany(way => Unfold(string.Join(' ', [.. tokens[..at], way, .. tokens[(at + 1)..]])));
    }

    /// <summary>A Ukrainian row is also looked for in Latin letters.</summary>
    private static IEnumerable<string> Spellings(string row)
    {
        yield return row;
        if (!row.Any(c => c is >= '\u0400' and < '\u0530')) yield break;
        for (int way = 0; way < Romanisation.Count; way++) yield return Romanisation.Write(row, way);
    }
}
