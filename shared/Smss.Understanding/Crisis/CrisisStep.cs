namespace Smss.Understanding;

/// <summary>One word of a row with its spellings, found by their first two letters.</summary>
internal sealed class CrisisStep
{
    private const int ShortestInLatin = 4;
    private readonly Stem[]?[] byBeginning = new Stem[]?[Stem.Beginnings];

    private CrisisStep(Stem[] stems)
    {
        for (byte beginning = 0; beginning < Stem.Beginnings; beginning++)
        {
            Stem[] here = [.. stems.Where(s => s.CanBegin(beginning))];
            if (here.Length == 0) continue;
            byBeginning[beginning] = here;
            Beginnings |= UInt128.One << beginning;
        }
    }

    /// <summary>Bits of the beginnings of words it could fit.</summary>
    public UInt128 Beginnings { get; }

    /// <summary>Reads "chce|chciał*": <c>|</c> between spellings, <c>*</c> for any ending.</summary>
    /// <param name="token">The word.</param>
    /// <param name="alone">Whether it makes a row of its own.</param>
    public static CrisisStep Parse(string token, bool alone) =>
        new([.. token.Split('|').SelectMany(Spellings).Distinct().Select(spelling => Stem.Parse(spelling, alone))]);

    /// <summary>Whether a spelling fits the word of this beginning.</summary>
    public bool Fits(ReadOnlySpan<char> word, byte beginning)
    {
        if (byBeginning[beginning] is not { } stems) return false;
        foreach (Stem stem in stems)
            if (stem.Fits(word))
                return true;
        return false;
    }

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
