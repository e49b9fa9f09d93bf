using Microsoft.Playwright;

namespace Smss.Browser.Tests;

/// <summary>The public pages, language by language.</summary>
internal static class PublicPages
{
    /// <summary>Language prefixes; Polish has none.</summary>
    public static TheoryData<string> Languages => ["", "/uk", "/en"];

    /// <summary>Goes from page to page of one language and shows each to the visitor.</summary>
    public static Task<IReadOnlyList<string>> WalkAsync(IPage page, string prefix, Func<string, Task> look) =>
        Crawl.WalkAsync(page, [prefix + "/", prefix + "/prywatnosc", prefix + "/blad"], IsTop, path => BelongsTo(prefix, path), look);

    private static bool IsTop(string path)
    {
        string[] parts = path.Trim('/').Split('/');
        return !path.Contains('?', StringComparison.Ordinal) && (parts.Length == 1 || (parts.Length == 2 && parts[0].Length == 2));
    }

    private static bool BelongsTo(string prefix, string path) => prefix.Length == 0
        ? !Languages.Any(l => l.Data.Length > 0 && (path == l.Data || path.StartsWith(l.Data + "/", StringComparison.Ordinal)))
        : path.StartsWith(prefix + "/", StringComparison.Ordinal);
}
