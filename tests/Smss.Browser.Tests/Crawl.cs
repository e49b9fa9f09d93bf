using Microsoft.Playwright;

namespace Smss.Browser.Tests;

/// <summary>The pages that can be reached by clicking, a few of each kind.</summary>
internal static class Crawl
{
    private const int OfOneKind = 2;

    /// <summary>Goes from page to page and shows each to the visitor.</summary>
    /// <param name="page">Where.</param>
    /// <param name="from">Paths to begin with.</param>
    /// <param name="isTop">Whether a path is no example of many but a place of its own, which is always visited.</param>
    /// <param name="belongs">Whether a path is part of this walk.</param>
    /// <param name="look">Is told the path when the page is open.</param>
    public static async Task<IReadOnlyList<string>> WalkAsync(IPage page, string[] from, Func<string, bool> isTop, Func<string, bool> belongs, Func<string, Task> look)
    {
        var waiting = new Queue<string>(from);
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
            foreach (string link in links.Where(l => belongs(l) && known.Add(l) && (isTop(l) || TakesMore(kinds, l)))) waiting.Enqueue(link);
        }
        return seen;
    }

    /// <summary>Sixty offers look alike: those beyond the second are not visited, nor are further filters of one list.</summary>
    private static bool TakesMore(Dictionary<string, int> kinds, string path)
    {
        string[] parts = path.Split('?')[0].Trim('/').Split('/');
        string kind = string.Join('/', parts.Take(parts.Length - 1)) + (path.Contains('?', StringComparison.Ordinal) ? parts[^1] + "?" : "");
        kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        return kinds[kind] <= OfOneKind;
    }
}
