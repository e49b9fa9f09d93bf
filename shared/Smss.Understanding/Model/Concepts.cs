namespace Smss.Understanding;

/// <summary>
/// Words of three languages that mean the same to us (<c>Data/concepts.txt</c>), so that what one language taught helps in the others.
/// </summary>
internal sealed class Concepts
{
    private const int LongestWord = 20;
    private const uint WholeWord = '$';
    private static readonly Lazy<Concepts> Shared = new(() => new Concepts(EmbeddedText.Lines("concepts.txt")));

    private readonly FeatureTable table;

    private Concepts(IEnumerable<string> rows)
    {
        var beginnings = new Dictionary<uint, int>();
        var later = new List<(string, int)>();
        foreach (string row in rows)
        {
            foreach (string word in row[(row.IndexOf(':', StringComparison.Ordinal) + 1)..].Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries))
            {
                string folded = Folding.Fold(word).Replace("'", "", StringComparison.Ordinal);
                beginnings.TryAdd(KeyOf(folded), Count);
                if (folded[0] < '\u0400') continue;
                for (int way = 0; way < Romanisation.Count; way++) later.Add((Romanisation.Write(folded, way), Count));
            }
            Count++;
        }
        // Ukrainian in Latin letters gives way to Polish and English words.
        foreach ((string word, int meant) in later) beginnings.TryAdd(KeyOf(word), meant);
        table = FeatureTable.Of(beginnings);
    }

    /// <summary>Read once, at first use.</summary>
    public static Concepts Default => Shared.Value;

    /// <summary>How many concepts there are.</summary>
    public int Count { get; }

    /// <summary>The concept of a folded word by its longest known beginning, or -1.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord) word = word[..LongestWord];
        uint hash = Start;
        int found = -1;
        foreach (char c in word)
        {
            hash = Next(hash, c);
            if (table.Row(FeatureWriter.Mix(hash)) is var concept and >= 0) found = concept;
        }
        return table.Row(FeatureWriter.Mix(Next(hash, WholeWord))) is var whole and >= 0 ? whole : found;
    }

    private const uint Start = 0x811C9DC5;

    private static uint Next(uint hash, uint c) => (hash ^ c) * 0x01000193;

    private static uint KeyOf(string token)
    {
        uint hash = Start;
        foreach (char c in token.AsSpan().TrimEnd('*')) hash = Next(hash, c);
        return FeatureWriter.Mix(token[^1] == '*' ? hash : Next(hash, WholeWord));
    }
}
