namespace Smss.Understanding;

/// <summary>The words of which rows are made, each with its spellings. A number for each, because rows share them.</summary>
internal sealed class CrisisSteps
{
    private const int ShortestInLatin = 4;
    private readonly Dictionary<(string Token, bool Alone), int> numbers = [];
    private readonly List<Stem[]> spellings = [];
    private (Stem Stem, int[] Steps)[][] byBeginning = [];

    public int Count => spellings.Count;

    public int SpellingsOf(int step) => spellings[step].Length;

    /// <summary>The number of "chce|chciał*": <c>|</c> between spellings, <c>*</c> for any ending.</summary>
    /// <param name="token">The word.</param>
    /// <param name="alone">Whether it makes a row of its own.</param>
    public int Read(string token, bool alone)
    {
        if (numbers.TryGetValue((token, alone), out int known)) return known;
        spellings.Add([.. token.Split('|').SelectMany(Spellings).Distinct().Select(spelling => Stem.Parse(spelling, alone))]);
        return numbers[(token, alone)] = Count - 1;
    }

    /// <summary>All rows are read: sorts the spellings by their beginnings.</summary>
    public void Close()
    {
        (Stem Stem, int[] Steps)[] stems = [.. spellings.SelectMany((all, step) => all.Select(stem => (stem, step))).GroupBy(s => s.stem, s => s.step).Select(g => (g.Key, g.ToArray()))];
        const int anything = -1;
        ILookup<int, (Stem, int[])> beginnings = stems.ToLookup(s => s.Stem.Letters.Length == 0 ? anything : Stem.BeginningOf(s.Stem.Letters + " "));
        byBeginning = [.. Enumerable.Range(0, Stem.Beginnings).Select(b => beginnings[b].Concat(beginnings[anything]).ToArray())];
    }

    /// <summary>The spellings a word of this beginning could be, and which steps each belongs to.</summary>
    public (Stem Stem, int[] Steps)[] Of(int beginning) => byBeginning[beginning];

    /// <summary>A word as messages have it, folded and without apostrophes; a Ukrainian one also in Latin letters, unless it is so short that it is a word of another language.</summary>
    private static IEnumerable<string> Spellings(string word)
    {
        yield return Folding.Fold(word).Replace("'", "", StringComparison.Ordinal);
        if (!Romanisation.Concerns(word)) yield break;
        for (int way = 0; way < Romanisation.Count; way++)
            if (Romanisation.Write(word, way) is { Length: >= ShortestInLatin } latin)
                yield return latin;
    }
}
