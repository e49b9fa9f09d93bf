using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Smss.Browser.Tests;

/// <summary>The chat of the front page.</summary>
public sealed class OwnChatTests(City city)
{
    [Theory]
    [InlineData("/", "automat", "Szukam pracy w magazynie")]
    [InlineData("/uk", "автомат", "Шукаю роботу на складі")]
    [InlineData("/en", "automat", "I am looking for a warehouse job")]
    public Task A_resident_is_welcomed_by_a_machine_and_a_question_is_answered(string path, string machine, string question) => city.VisitAsync(async page =>
    {
        Chat chat = await Chat.OpenAsync(page, path);
        await Expect(chat.Theirs.First).ToContainTextAsync(new Regex(machine, RegexOptions.IgnoreCase));
        await chat.AskAsync(question);
        await Expect(chat.Mine).ToHaveTextAsync([question]);
        await Expect(chat.Theirs.Last).ToContainTextAsync("Magazynier");
        await Expect(chat.Log).ToHaveAttributeAsync("aria-live", "polite");
    });

    [Fact]
    public Task Choices_work_by_keyboard_alone_and_the_focus_is_never_lost() => city.VisitAsync(async page =>
    {
        Chat chat = await Chat.OpenAsync(page);
        await chat.AskAsync("Pomoc");
        string first = (await chat.Choices.First.InnerTextAsync()).Trim();
        for (int i = 0; i < 40 && !await chat.Choices.First.EvaluateAsync<bool>("button => button === document.activeElement"); i++)
            await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(chat.Mine).ToHaveTextAsync(["Pomoc", first]);
        await chat.IsAnsweredAsync();
        await Expect(chat.Input).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Dziękuję");
        await page.Keyboard.PressAsync("Enter");
        await chat.IsAnsweredAsync();
        await Expect(chat.Input).ToBeFocusedAsync();
    });

    [Fact]
    public Task A_pasted_text_is_cut_at_two_thousand_characters_and_the_resident_is_told() => city.VisitAsync(async page =>
    {
        Chat chat = await Chat.OpenAsync(page);
        await chat.Input.FocusAsync();
        await page.Keyboard.InsertTextAsync(new string('a', 2500));
        Assert.Equal(2000, (await chat.Input.InputValueAsync()).Length);
        await Expect(page.GetByText("Zostało znaków: 0")).ToBeVisibleAsync();
        await chat.Input.PressAsync("Enter");
        await chat.IsAnsweredAsync();
        Assert.Equal(2000, (await chat.Mine.InnerTextAsync()).Length);
    });

    [Fact]
    public Task Enter_with_shift_makes_a_line_and_nothing_is_sent_empty() => city.VisitAsync(async page =>
    {
        Chat chat = await Chat.OpenAsync(page);
        await chat.Input.PressAsync("Enter");
        await chat.Input.FillAsync("   ");
        await chat.Input.PressAsync("Enter");
        await chat.Input.PressSequentiallyAsync("Szkolenia");
        await chat.Input.PressAsync("Shift+Enter");
        await chat.Input.PressSequentiallyAsync("z obsługi komputera");
        await chat.Input.PressAsync("Enter");
        await chat.IsAnsweredAsync();
        await Expect(chat.Mine).ToHaveCountAsync(1);
        Assert.Equal("Szkolenia\nz obsługi komputera", await chat.Mine.InnerTextAsync());
    });

    [Theory]
    [InlineData("<img src=x onerror=alert(1)><script>alert(2)</script><b>praca</b>")]
    [InlineData("'; DROP TABLE platform_activity; --")]
    [InlineData("{{constructor.constructor('alert(1)')()}} ${7*7} @Model")]
    [InlineData("javascript:alert(1) [praca](javascript:alert(1))")]
    [InlineData("\u202Epraca\u202C i \u2066koniec\u2069")]
    public Task What_a_resident_types_is_shown_as_typed(string text) => city.VisitAsync(async page =>
    {
        Chat chat = await Chat.OpenAsync(page);
        await chat.AskAsync(text);
        Assert.Equal(text, await chat.Mine.EvaluateAsync<string>("bubble => bubble.textContent"));
        await page.ReloadAsync();
        await chat.IsAnsweredAsync();
        Assert.Equal(text, await chat.Mine.EvaluateAsync<string>("bubble => bubble.textContent"));
        await Expect(chat.Log.Locator("img, script, b, a[href^=javascript]")).ToHaveCountAsync(0);
    });
}
