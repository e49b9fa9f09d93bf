namespace Smss.Understanding;

/// <summary>A row of the crisis table: words in order, each with its spellings, and gaps of up to three other words between them.</summary>
internal sealed class CrisisPattern
{
    private const int Gap = 3;
    private readonly Stem[][] steps;
    private readonly int[] gaps;
    private readonly UInt128[] needed;

    private CrisisPattern(Stem[][] steps, int[] gaps)
    {
        this.steps = steps;
        this.gaps = gaps;
        needed = [.. steps.Select(spellings => spellings.Aggregate(UInt128.Zero, (bits, stem) => bits | stem.BeginningBit))];
    }

    public IEnumerable<Stem> Beginnings => steps[0];

    /// <summary>Reads "nie chce|chciałam .. żyć*": <c>|</c> between spellings, <c>*</c> for any ending, <c>..</c> for a gap.</summary>
    public static CrisisPattern Parse(string row)
    {
        var steps = new List<Stem[]>();
        var gaps = new List<int>();
        int gap = 0;
        string[] tokens = Folding.Fold(row).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (string token in tokens)
        {
            if (token == "..")
            {
                gap += Gap;
                continue;
            }
            steps.Add([.. token.Split('|').Select(spelling => Stem.Parse(spelling, alone: tokens.Length == 1))]);
            gaps.Add(gap);
            gap = 0;
        }
        return new CrisisPattern([.. steps], [.. gaps]);
    }

    /// <summary>Whether every step could be among words of these beginnings; rules out nearly all rows at once.</summary>
    public bool CanBeAmong(UInt128 beginnings)
    {
        foreach (UInt128 step in needed)
            if ((step & beginnings) == 0)
                return false;
        return true;
    }

    /// <summary>How many words it covers from <paramref name="at"/> on, or 0.</summary>
    public int Match(MessageWords words, ReadOnlySpan<bool> taken, int at)
    {
        int end = Match(words, taken, at, 0);
        return end < 0 ? 0 : end - at;
    }

    private int Match(MessageWords words, ReadOnlySpan<bool> taken, int at, int step)
    {
        if (step == steps.Length) return at;
        int last = Math.Min(words.Count - 1, at + gaps[step]);
        for (int i = at; i <= last; i++)
            if (!taken[i] && Fits(words[i], steps[step]) && Match(words, taken, i + 1, step + 1) is var end and >= 0)
                return end;
        return -1;
    }

    private static bool Fits(ReadOnlySpan<char> word, Stem[] spellings)
    {
        foreach (Stem stem in spellings)
            if (stem.Fits(word))
                return true;
        return false;
    }
}
