using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Smss.Browser.Tests;

/// <summary>A resident asks for a copy of their data, looks at it, and is forgotten.</summary>
public sealed partial class CopyOfDataTests(City city)
{
    [Theory]
    [InlineData("pl", "chcę kopię moich danych", 360), InlineData("uk", "хочу копію моїх даних", 360), InlineData("en", "I want a copy of my data", 1280)]
    public Task The_link_from_the_chat_shows_everything_and_gives_the_file(string language, string wish, int width) => city.VisitAsync(async page =>
    {
        Chat chat = await Chat.OpenAsync(page, language == "pl" ? "/" : "/" + language);
        await chat.AskAsync("mieszkam <b>tu</b>");
        await chat.AskAsync(wish);
        string said = await page.Locator("#chat").InnerTextAsync();
        await page.GotoAsync(Link().Match(said).Value);
        await AccessibleAsync(page);
        await page.PictureAsync($"copy-before-{language}-{width}", whole: true);
        await page.Locator("main form button").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("mieszkam <b>tu</b>");
        await AccessibleAsync(page);
        await page.PictureAsync($"copy-{language}-{width}", whole: true);
        Assert.False(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"));
        IDownload file = await page.RunAndWaitForDownloadAsync(() => page.Locator("main form button").ClickAsync());
        Assert.Contains("mieszkam <b>tu</b>", await File.ReadAllTextAsync(await file.PathAsync()), StringComparison.Ordinal);
        await page.GotoAsync(language == "pl" ? "/prywatnosc" : $"/{language}/prywatnosc");
        await page.PictureAsync($"privacy-{language}-{width}", whole: true);
    }, new Manner { Width = width, Height = 740 });

    [Fact]
    public Task After_the_closing_word_the_chat_begins_anew_by_itself() => city.VisitAsync(async page =>
    {
        Chat chat = await Chat.OpenAsync(page);
        await chat.AskAsync("mieszkam na Zimorodkowej");
        await chat.AskAsync("usuń moje dane");
        await chat.AskAsync("tak");
        await Expect(page.Locator("#chat")).ToContainTextAsync("Treść tej rozmowy jest usunięta.");
        await Task.Delay(3000);
        await chat.AskAsync("dzień dobry");
        await Expect(page.Locator("#chat")).ToContainTextAsync("Poprzedniej rozmowy już nie ma. Zaczynamy nową.");
        await page.ReloadAsync();
        await Expect(page.Locator("#chat")).Not.ToContainTextAsync("Zimorodkowej");
    }, new Manner { Tolerated = ["Failed to load resource: the server responded with a status of 40"] });

    private static async Task AccessibleAsync(IPage page) => Assert.Empty((await page.RunAxe()).Violations.Select(v => v.Id));

    [GeneratedRegex("/(uk/|en/)?kopia/[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();
}
