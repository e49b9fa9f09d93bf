namespace Smss.Understanding;

/// <summary>A row of the crisis table: words in order, and gaps of up to three other words between them.</summary>
internal sealed class CrisisPattern
{
    private const int Gap = 3;
    private readonly int[] steps;
    private readonly int[] gaps;

    private CrisisPattern(int[] steps, int[] gaps)
    {
        this.steps = steps;
        this.gaps = gaps;
    }

    /// <summary>Its words, by their numbers.</summary>
    public IReadOnlyList<int> Steps => steps;

    /// <summary>Reads "nie chce|chciałam .. żyć*", <c>..</c> for a gap.</summary>
    /// <param name="row">The row without its sign.</param>
    /// <param name="known">Numbers the words, each once for all rows.</param>
    public static CrisisPattern Parse(string row, CrisisSteps known)
    {
        var steps = new List<int>();
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
            steps.Add(known.Read(token, alone: tokens.Length == 1));
            gaps.Add(gap);
            gap = 0;
        }
        return new CrisisPattern([.. steps], [.. gaps]);
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
