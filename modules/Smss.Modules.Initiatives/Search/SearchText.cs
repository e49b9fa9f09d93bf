using Smss.Understanding;

namespace Smss.Modules.Initiatives.Search;

/// <summary>Stems as they stand in the index and in what the index is asked.</summary>
internal static class SearchText
{
    private const int MostWords = 40;

    public static string Index(params ReadOnlySpan<string?> texts) => string.Join(' ', SearchWords.Of(string.Join(' ', texts!)).Distinct());

    /// <summary>Different stems of what was asked, in their order.</summary>
    public static IReadOnlyList<string> Asked(string text) => [.. SearchWords.Of(text).Distinct().Take(MostWords)];

    /// <summary>All of the words, the last letters of each left open.</summary>
    public static string All(IEnumerable<string> stems, bool sqlite) => sqlite
        ? string.Join(" AND ", stems.Select(s => $"\"{s}\" *"))
        : string.Join(" & ", stems.Select(s => $"{Quoted(s)}:*"));

    /// <summary>Any of the words.</summary>
    public static string Any(IEnumerable<string> stems, bool sqlite) => sqlite
        ? string.Join(" OR ", stems.Select(s => $"\"{s}\""))
        : string.Join(" | ", stems.Select(Quoted));

    private static string Quoted(string stem) => $"'{stem.Replace("'", "''", StringComparison.Ordinal)}'";
}
