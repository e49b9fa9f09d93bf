using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Smss.Browser.Tests;

/// <summary>What a resident gets whose browser runs no scripts.</summary>
public sealed class WithoutScriptsTests(City city)
{
    private static readonly Manner Plain = new() { Width = 360, Height = 740, Scripts = false, Tolerated = ["Failed to load resource: the server responded with a status of 404"] };

    [Theory]
    [MemberData(nameof(PublicPages.Languages), MemberType = typeof(PublicPages))]
    public Task Every_public_page_can_be_read(string prefix) => city.VisitAsync(async page =>
    {
        IReadOnlyList<string> seen = await PublicPages.WalkAsync(page, prefix, async path =>
        {
            await Expect(page.Locator("h1")).ToHaveCountAsync(1);
            Assert.True((await page.Locator("main").InnerTextAsync()).Length > 40, path + " says next to nothing");
        });
        Assert.True(seen.Count >= 10, "only saw " + string.Join(' ', seen));
    }, Plain);

    [Fact]
    public Task The_front_page_shows_the_ways_round_the_chat() => city.VisitAsync(async page =>
    {
        await page.GotoAsync("/");
        // Playwright's own text matching passes over noscript.
        Assert.Contains("Czat potrzebuje JavaScriptu", await page.Locator("noscript").EvaluateAsync<string>("element => element.textContent"), StringComparison.Ordinal);
        await Expect(page.Locator("#chat")).ToBeHiddenAsync();
        await Expect(page.Locator("main .tile").First).ToBeVisibleAsync();
        await Expect(page.Locator("main a[href^='tel:']").First).ToBeVisibleAsync();
        await page.PictureAsync("noscript-360", whole: true);
    }, Plain);
}
