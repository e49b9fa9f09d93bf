using Microsoft.Playwright;
using Smss.Abstractions;

namespace Smss.Browser.Tests;

/// <summary>Every page of the panel that each role can reach by clicking: it answers, and wherever its build differs from those seen before it is looked at.</summary>
public sealed class PanelCrawlTests(City city)
{
    // Kinds of elements and what they lie in: pages of the same build hold the same faults.
    private const string Build = """
        () => [...new Set([...document.querySelectorAll('main *')].filter(e => !e.closest('.panel-nav'))
          .map(e => `${e.parentElement.tagName}.${e.parentElement.className}>${e.tagName}.${e.className}.${e.getAttribute('type') ?? ''}`))].sort().join('\n')
        """;

    private static readonly HashSet<string> Seen = [];

    public static TheoryData<StaffRoles> Roles => [.. Enum.GetValues<StaffRoles>().Where(r => r != StaffRoles.None)];

    [Theory]
    [MemberData(nameof(Roles))]
    public Task Every_page_a_role_can_reach_is_accessible(StaffRoles role) => city.VisitAsync(async page =>
    {
        var found = new List<string>();
        await city.EnterPanelAsync(page, "crawl." + role, role);
        string[] menu = await page.Locator(".panel-nav a").EvaluateAllAsync<string[]>("links => links.map(a => a.pathname)");
        IReadOnlyList<string> seen = await Crawl.WalkAsync(page, ["/panel"], menu.Contains, Belongs, async path =>
        {
            // The first page of each role shows its menu.
            if (Seen.Add(await page.EvaluateAsync<string>(Build)) || path == "/panel") await StaffTests.LookAsync(page, $"{role}-{Named(path)}".ToLowerInvariant(), found, axeOnce: true);
        });
        await city.DismissAsync("crawl." + role);
        Assert.True(found.Count == 0, string.Join('\n', found));
        Assert.Superset(menu.ToHashSet(), seen.ToHashSet());
    });

    /// <summary>Files are no pages.</summary>
    private static bool Belongs(string path) => path.StartsWith("/panel", StringComparison.Ordinal) && !path.Contains("handler=Csv", StringComparison.Ordinal);

    /// <summary>Without the ids of rows: each run makes others.</summary>
    private static string Named(string path) => string.Join('-', path.Split('/', '?', '&', '=').Where(p => p.Length > 0 && !Guid.TryParse(p, out _)));
}
