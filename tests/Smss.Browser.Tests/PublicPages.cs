using Microsoft.Playwright;

namespace Smss.Browser.Tests;

/// <summary>The public pages that a visitor can reach by clicking, a few of each kind.</summary>
internal static class PublicPages
{
    private const int OfOneKind = 2;

    /// <summary>Language prefixes; Polish has none.</summary>
    public static TheoryData<string> Languages => ["", "/uk", "/en"];

    /// <summary>Goes from page to page of one language and shows each to the visitor.</summary>
    public static async Task<IReadOnlyList<string>> WalkAsync(IPage page, string prefix, Func<string, Task> look)
    {
        var waiting = new Queue<string>([prefix + "/", prefix + "/prywatnosc", prefix + "/blad"]);
        var known = waiting.ToHashSet();
        var kinds = new Dictionary<string, int>();
        var seen = new List<string>();
        while (waiting.TryDequeue(out string? path))
        {
            IResponse? answer = await page.GotoAsync(path);
            Assert.True(answer!.Ok || path.EndsWith("/blad", StringComparison.Ordinal), $"{path} answers {answer.Status}");
            seen.Add(path);
            await look(path);
            string[] links = await page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.download && !/\\.\\w+$/.test(a.pathname)).map(a => a.pathname + a.search)");
            foreach (string link in links.Where(l => BelongsTo(prefix, l) && known.Add(l) && TakesMore(kinds, l))) waiting.Enqueue(link);
        }
        return seen;
    }

    private static bool BelongsTo(string prefix, string path) => prefix.Length == 0
        ? !Languages.Any(l => l.Data.Length > 0 && (path == l.Data || path.StartsWith(l.Data + "/", StringComparison.Ordinal)))
        : path.StartsWith(prefix + "/", StringComparison.Ordinal);

    /// <summary>Sixty offers look alike: those beyond the second are not visited, nor are further filters of one list.</summary>
    private static bool TakesMore(Dictionary<string, int> kinds, string path)
    {
        string[] parts = path.Split('?')[0].Trim('/').Split('/');
        string kind = string.Join('/', parts.Take(parts.Length - 1)) + (path.Contains('?', StringComparison.Ordinal) ? parts[^1] + "?" : "");
        bool isTop = parts.Length == 1 && !path.Contains('?', StringComparison.Ordinal) || (parts.Length == 2 && parts[0].Length == 2);
        kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        return isTop || kinds[kind] <= OfOneKind;
    }
}
