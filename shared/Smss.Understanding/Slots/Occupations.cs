namespace Smss.Understanding;

/// <summary>Occupations by code and by words, from one table of the product's own (<c>Lexicon/README.md</c>).</summary>
public sealed class Occupations
{
    private readonly Lexicon _lexicon;
    private readonly Dictionary<string, Occupation> _byCode = [];

    internal Occupations(Lexicon lexicon)
    {
        _lexicon = lexicon;
        foreach (var occupation in lexicon.OccupationList) _byCode.TryAdd(occupation.Code, occupation);
    }

    /// <summary>The table, read at first use.</summary>
    public static Occupations Default => Shared.Value;

    private static readonly Lazy<Occupations> Shared = new(() => new Occupations(Lexicon.Default));

    /// <summary>All of them, the commonest first.</summary>
    public IReadOnlyList<Occupation> All => _lexicon.OccupationList;

    /// <summary>The occupation with a KZiS code; of several spoken names the commonest.</summary>
    public Occupation? ByCode(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The occupation that the words name in Polish, Ukrainian or English, inflected or with a typo; null when they name none.</summary>
    public Occupation? Find(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        using var reading = new Reading(_lexicon, words);
        return OccupationReader.Find(_lexicon, reading.Message, Found.Nothing) is { Index: >= 0 } found ? _lexicon.OccupationList[found.Index] : null;
    }
}
