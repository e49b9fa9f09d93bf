using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Smss.Browser.Tests;

/// <summary>Pictures to be looked at: the chat and the first pages in three languages, on a phone and on a desk.</summary>
public sealed class LooksTests(City city)
{
    [Theory]
    [InlineData("pl", 360, "Szukam pracy w magazynie", "Gdzie jest najbliższy punkt?")]
    [InlineData("pl", 1280, "Szukam pracy w magazynie", "Gdzie jest najbliższy punkt?")]
    [InlineData("uk", 360, "Шукаю роботу на складі", "Де найближчий пункт?")]
    [InlineData("uk", 1280, "Шукаю роботу на складі", "Де найближчий пункт?")]
    [InlineData("en", 360, "I am looking for a warehouse job", "Where is the nearest point?")]
    [InlineData("en", 1280, "I am looking for a warehouse job", "Where is the nearest point?")]
    public Task The_chat_can_be_looked_at(string language, int width, string job, string point) => city.VisitAsync(async page =>
    {
        Chat chat = await Chat.OpenAsync(page, language == "pl" ? "/" : "/" + language);
        await page.PictureAsync($"welcome-{language}-{width}");
        await chat.AskAsync(job);
        await page.PictureAsync($"chat-{language}-{width}");
        await chat.AskAsync(point);
        await page.PictureAsync($"chat-point-{language}-{width}");
        await ShowsNothingCutOffAsync(page);
    }, new Manner { Width = width, Height = width < 500 ? 740 : 900 });

    [Theory]
    [MemberData(nameof(PublicPages.Languages), MemberType = typeof(PublicPages))]
    public Task The_pages_can_be_looked_at(string prefix) => city.VisitAsync(async page =>
    {
        foreach (int width in (int[])[360, 1280])
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.GotoAsync(prefix + "/");
            string[] paths = await page.Locator(".site-nav a").EvaluateAllAsync<string[]>("links => links.map(a => a.pathname)");
            string offer = await FirstAsync(page, prefix + "/praca"), point = await FirstAsync(page, prefix + "/punkty"), initiative = await FirstAsync(page, prefix + "/inicjatywy");
            foreach (string path in (string[])[.. paths, offer, point, initiative, prefix + "/prywatnosc", prefix + "/deklaracja-dostepnosci", prefix + "/blad"])
            {
                await page.GotoAsync(path);
                await ShowsNothingCutOffAsync(page);
                // Colours do not change with the language.
                foreach (ColorScheme scheme in prefix.Length == 0 ? (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light] : [ColorScheme.Light])
                {
                    await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                    await page.PictureAsync($"page-{path.Trim('/').Replace('/', '-')}-{width}-{scheme}".ToLowerInvariant(), whole: true);
                }
            }
        }
    });

    [Fact]
    public Task The_picture_of_the_readme_is_made_here() => city.VisitAsync(async page =>
    {
        Chat chat = await Chat.OpenAsync(page);
        await chat.AskAsync("Szukam pracy jako fryzjer");
        bool wanted = Environment.GetEnvironmentVariable("SMSS_README_IMAGE") == "1";
        string path = wanted ? Path.Combine(City.Root, "docs", "images", "chat.png") : Path.Combine(City.Screenshots, "readme.png");
        await page.Locator("#chat").ScreenshotAsync(new LocatorScreenshotOptions { Path = path });
        Assert.InRange(new FileInfo(path).Length, 10_000, 400_000);
    }, new Manner { Width = 760, Height = 900 });

    /// <summary>The page of the first thing that a list shows.</summary>
    private static async Task<string> FirstAsync(IPage page, string list)
    {
        await page.GotoAsync(list);
        return await page.Locator($"main a[href^='{list}/']:not([href$='.ics'])").First.EvaluateAsync<string>("a => a.pathname");
    }

    private static async Task ShowsNothingCutOffAsync(IPage page) =>
        Assert.False(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"), page.Url + " is wider than the screen");
}
