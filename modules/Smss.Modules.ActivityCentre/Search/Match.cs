namespace Smss.Modules.ActivityCentre.Search;

/// <summary>What the index is asked: all words or any of the alternatives, then filters; all are stems or facets.</summary>
internal sealed record Match(IReadOnlyList<string> Words, IReadOnlyList<string> Or, IReadOnlyList<string> With, IReadOnlyList<string> Without)
{
    /// <summary>Whether a word also finds those that begin with it. Whole words are read lazily from the newest on, prefixes are not.</summary>
    public bool AsPrefixes { get; init; }

    /// <summary>As FTS5 wants it.</summary>
    public string Sqlite() => Write(w => $"\"{w}\"", "*", " AND ", " OR ", " NOT ");

    /// <summary>As PostgreSQL wants it.</summary>
    public string Postgres() => Write(w => $"'{w}'", ":*", " & ", " | ", " & !");

    private string Write(Func<string, string> quote, string prefix, string and, string or, string not)
    {
        string words = string.Join(and, Words.Select(w => AsPrefixes ? quote(w) + prefix : quote(w)));
        if (Or.Count > 0) words = $"({(words.Length > 0 ? $"({words}){or}" : "")}{string.Join(or, Or.Select(quote))})";
        IEnumerable<string> parts = With.Select(quote);
        if (words.Length > 0) parts = parts.Prepend(words);
        string all = string.Join(and, parts.DefaultIfEmpty(quote(Facets.Any)));
        return Without.Aggregate($"({all})", (asked, word) => asked + not + quote(word));
    }
}
