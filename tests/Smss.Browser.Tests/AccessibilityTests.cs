using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Smss.Browser.Tests;

/// <summary>axe finds nothing, and the pages hold on a small phone.</summary>
public sealed class AccessibilityTests(City city)
{
    private static readonly Manner Phone = new() { Width = 360, Height = 740, Tolerated = ["Failed to load resource: the server responded with a status of 404"] };

    [Theory]
    [MemberData(nameof(PublicPages.Languages), MemberType = typeof(PublicPages))]
    public Task Every_public_page_is_accessible_in_light_and_dark_and_fits_a_phone(string prefix) => city.VisitAsync(async page =>
    {
        var found = new List<string>();
        IReadOnlyList<string> seen = await PublicPages.WalkAsync(page, prefix, async path =>
        {
            found.AddRange(await LookAsync(page, path + " light", null));
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
            found.AddRange(await LookAsync(page, path + " dark", "color-contrast"));
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
            if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth")) found.Add(path + ": wider than the screen");
        });
        Assert.True(found.Count == 0, string.Join('\n', found));
        Assert.True(seen.Count >= 10, "only saw " + string.Join(' ', seen));
    }, Phone);

    [Theory]
    [InlineData("/", "Szukam pracy", ColorScheme.Light)]
    [InlineData("/uk", "Які є навчання?", ColorScheme.Dark)]
    [InlineData("/en", "Where is the nearest point?", ColorScheme.Light)]
    [InlineData("/chat/embed?lang=pl", "Pokaż inicjatywy", ColorScheme.Dark)]
    public Task A_chat_with_cards_and_choices_is_accessible(string path, string question, ColorScheme scheme) => city.VisitAsync(async page =>
    {
        Chat chat = await Chat.OpenAsync(page, path);
        await chat.AskAsync(question);
        await chat.AskAsync("???");
        string[] found = [.. await LookAsync(page, path, null)];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }, Phone with { Scheme = scheme });

    private static async Task<IEnumerable<string>> LookAsync(IPage page, string where, string? rule)
    {
        AxeResult result = await page.RunAxe(new AxeRunOptions { RunOnly = rule is null ? null : new RunOnlyOptions { Type = "rule", Values = [rule] } });
        return result.Violations.SelectMany(v => v.Nodes.Select(n => $"{where}: {v.Id} {n.Target} {n.Html}"));
    }
}
