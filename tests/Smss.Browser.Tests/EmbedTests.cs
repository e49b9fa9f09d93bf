using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Smss.Browser.Tests;

/// <summary>One script line puts the chat on another site, if the city allowed that site.</summary>
public sealed class EmbedTests
{
    private readonly City _city;

    public EmbedTests(City city)
    {
        _city = city;
        city.Foreign.Add("/urzad", $"""
            <!DOCTYPE html><html lang="pl"><head><meta charset="utf-8"><title>Urząd</title><link rel="icon" href="data:,"></head>
            <body><main><h1>Urząd</h1><p>Strona miasta.</p></main>
            <script src="{city.Address}/embed.js" async data-lang="pl"></script></body></html>
            """);
    }

    [Fact]
    public Task An_allowed_site_opens_the_chat_in_a_frame_and_closes_it_by_keyboard() => _city.VisitAsync(async page =>
    {
        await page.GotoAsync(_city.Foreign.Allowed + "/urzad");
        ILocator open = page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Porozmawiaj z nami" });
        await open.ClickAsync();
        var chat = new Chat(page.FrameLocator("iframe").Locator("#chat"));
        await chat.IsGreetedAsync();
        await chat.AskAsync("Szukam pracy");
        await page.PictureAsync("embed-1280");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Zamknij czat" }).ClickAsync();
        await Expect(page.Locator("iframe")).ToBeHiddenAsync();
        await Expect(open).ToBeFocusedAsync();
        await page.ReloadAsync();
        await open.ClickAsync();
        await Expect(chat.Mine).ToHaveTextAsync(["Szukam pracy"]);
    });

    [Fact]
    public Task Any_other_site_is_refused_the_frame() => _city.VisitAsync(async page =>
    {
        await page.GotoAsync(_city.Foreign.NotAllowed + "/urzad");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Porozmawiaj z nami" }).ClickAsync();
        await Expect(page.Locator("iframe")).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => performance.getEntriesByType('resource').some(r => r.initiatorType === 'iframe')");
        Assert.All(page.Frames.Skip(1), frame => Assert.StartsWith("chrome-error:", frame.Url, StringComparison.Ordinal));
        await Expect(page.FrameLocator("iframe").Locator("#chat")).ToHaveCountAsync(0);
    }, new Manner { Tolerated = ["Framing '", "Refused to frame"] });

    [Fact]
    public Task Another_page_than_the_chat_is_never_framed() => _city.VisitAsync(async page =>
    {
        _city.Foreign.Add("/rama", $"""<!DOCTYPE html><html lang="pl"><head><title>Rama</title><link rel="icon" href="data:,"></head><body><iframe src="{_city.Address}/"></iframe></body></html>""");
        await page.GotoAsync(_city.Foreign.Allowed + "/rama");
        await Expect(page.FrameLocator("iframe").Locator("#chat")).ToHaveCountAsync(0);
        Assert.All(page.Frames.Skip(1), frame => Assert.StartsWith("chrome-error:", frame.Url, StringComparison.Ordinal));
    }, new Manner { Tolerated = ["Framing '", "Refused to frame"] });
}
