namespace Smss.Understanding;

/// <summary>A row of the crisis table: words in order, and gaps of up to three other words between them.</summary>
internal sealed class CrisisPattern
{
    private const int Gap = 3;
    private readonly CrisisStep[] steps;
    private readonly int[] gaps;

    private CrisisPattern(CrisisStep[] steps, int[] gaps)
    {
        this.steps = steps;
        this.gaps = gaps;
    }

    /// <summary>Whether it can begin with a word of this beginning.</summary>
    public bool CanBegin(byte beginning) => (steps[0].Beginnings >> beginning & 1) != 0;

    /// <summary>Reads "nie chce|chciałam .. żyć*", <c>..</c> for a gap.</summary>
    /// <param name="row">The row without its sign.</param>
    /// <param name="known">Words read for other rows, to share.</param>
    public static CrisisPattern Parse(string row, Dictionary<string, CrisisStep> known)
    {
        var steps = new List<CrisisStep>();
        var gaps = new List<int>();
        int gap = 0;
        string[] tokens = row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (string token in tokens)
        {
            if (token == "..")
            {
                gap += Gap;
                continue;
            }
            bool alone = tokens.Length == 1;
            if (alone || !known.TryGetValue(token, out CrisisStep? step)) step = CrisisStep.Parse(token, alone);
            if (!alone) known[token] = step;
            steps.Add(step);
            gaps.Add(gap);
            gap = 0;
        }
        return new CrisisPattern([.. steps], [.. gaps]);
    }

    /// <summary>Whether every step could be among words of these beginnings; rules out nearly all rows at once.</summary>
    public bool CanBeAmong(UInt128 beginnings)
    {
        foreach (CrisisStep step in steps)
            if ((step.Beginnings & beginnings) == 0)
                return false;
        return true;
    }

    /// <summary>How many words it covers from <paramref name="at"/> on, or 0.</summary>
    public int Match(in CrisisWords words, int at)
    {
        int end = Match(words, at, 0);
        return end < 0 ? 0 : end - at;
    }

    private int Match(in CrisisWords words, int at, int step)
    {
        if (step == steps.Length) return at;
        int last = Math.Min(words.Count - 1, at + gaps[step]);
        for (int i = at; i <= last; i++)
            if (words.Fits(i, steps[step]) && Match(words, i + 1, step + 1) is var end and >= 0)
                return end;
        return -1;
    }
}
