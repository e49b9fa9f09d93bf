using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Smss.Abstractions;

namespace Smss.Browser.Tests;

/// <summary>Every page of the panel that somebody reaches by following links, in every role: accessible, in light and dark, on a phone and on a desk.</summary>
public sealed class PanelCrawlTests : IAsyncLifetime
{
    private const int OfOneKind = 2;
    private readonly City _city = new();

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task What_each_role_reaches_is_accessible_and_fits()
    {
        var found = new List<string>();
        int pages = 0;
        foreach (StaffRoles role in Enum.GetValues<StaffRoles>())
        {
            // One of them reads in large letters.
            await _city.VisitAsync(async page =>
            {
                await _city.EnterPanelAsync(page, "k." + role.ToString().ToLowerInvariant(), role, largeText: role == StaffRoles.SocialLeader);
                pages += await WalkAsync(page, role, found);
            }, new Manner { Tolerated = ["Failed to load resource: the server responded with a status of 4"] });
        }
        Assert.True(found.Count == 0, string.Join('\n', found));
        Assert.True(pages >= 40, $"only {pages} pages were reached.");
    }

    private static async Task<int> WalkAsync(IPage page, StaffRoles role, List<string> found)
    {
        var waiting = new Queue<string>(["/panel"]);
        var known = waiting.ToHashSet();
        var kinds = new Dictionary<string, int>();
        int seen = 0;
        while (waiting.TryDequeue(out string? path))
        {
            IResponse? answer = await page.GotoAsync(path);
            if (!answer!.Ok) found.Add($"{role} {path}: a link leads to {answer.Status}");
            await LookAsync(page, role, path, found);
            seen++;
            string[] links = await page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.hasAttribute('download') && a.pathname.startsWith('/panel')).map(a => a.pathname + a.search)");
            foreach (string link in links.Where(l => known.Add(l) && TakesMore(kinds, l))) waiting.Enqueue(link);
        }
        return seen;
    }

    /// <summary>Twenty initiatives look alike: those beyond the second are not visited, nor are further filters of one list.</summary>
    private static bool TakesMore(Dictionary<string, int> kinds, string path)
    {
        string[] parts = path.Split('?')[0].Trim('/').Split('/');
        string kind = string.Join('/', parts.Select(p => p.Any(char.IsAsciiDigit) ? "*" : p)) + (path.Contains('?', StringComparison.Ordinal) ? "?" : "");
        kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        return kinds[kind] <= OfOneKind;
    }

    private static async Task LookAsync(IPage page, StaffRoles role, string path, List<string> found)
    {
        foreach (int width in (int[])[360, 1280])
        {
            await page.SetViewportSizeAsync(width, 800);
            foreach (ColorScheme scheme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                AxeResult result = await page.RunAxe(new AxeRunOptions { RunOnly = scheme == ColorScheme.Light ? null : new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } });
                found.AddRange(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{role} {path} {width} {scheme}: {v.Id} {n.Target} {n.Html}")));
                await page.PictureAsync($"crawl-{role}-{path.Trim('/').Replace('/', '-').Replace('?', '-')}-{width}-{scheme}".ToLowerInvariant(), whole: true);
            }
            if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth")) found.Add($"{role} {path} {width}: wider than the screen");
        }
        if (await page.Locator("h1").CountAsync() != 1) found.Add($"{role} {path}: not one main heading");
        if (await page.Locator("a.skip[href='#tresc']").CountAsync() != 1) found.Add($"{role} {path}: no way past the navigation");
    }
}
