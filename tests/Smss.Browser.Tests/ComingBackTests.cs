using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Smss.Browser.Tests;

/// <summary>A conversation outlives the page, the network and the host.</summary>
public sealed class ComingBackTests(City city)
{
    private const string RememberedId = "() => JSON.parse(localStorage.getItem('smss.chat')).id";

    [Fact]
    public Task A_reload_comes_back_to_the_same_conversation() => city.VisitAsync(async page =>
    {
        Chat chat = await Chat.OpenAsync(page);
        await chat.AskAsync("Czy są szkolenia?");
        IReadOnlyList<string> before = await chat.TextsAsync();
        string id = await page.EvaluateAsync<string>(RememberedId);
        await page.ReloadAsync();
        await Expect(chat.Messages.Locator(".chat-text")).ToHaveCountAsync(before.Count);
        Assert.Equal(before, await chat.TextsAsync());
        Assert.Equal(id, await page.EvaluateAsync<string>(RememberedId));
        await chat.AskAsync("A kursy komputerowe?");
        await Expect(chat.Mine).ToHaveCountAsync(2);
    });

    [Fact]
    public Task A_form_goes_on_after_a_reload_and_after_a_restart_of_the_host() => city.VisitAsync(async page =>
    {
        Chat chat = await Chat.OpenAsync(page);
        await chat.AskAsync("Mam pomysł");
        await chat.AskAsync("Ławka przy przystanku");
        await page.ReloadAsync();
        await chat.IsAnsweredAsync();
        await chat.AskAsync("Starsze osoby nie mają gdzie usiąść, czekając na autobus.");
        await city.StopAsync();
        await Expect(chat.Status).ToContainTextAsync("Brak połączenia");
        await chat.TypeAsync("Pomiń");
        await city.StartAsync();
        await chat.IsAnsweredAsync();
        await chat.AskAsync("Pomiń");
        await chat.AskAsync("Tak");
        Assert.Matches("IN-[0-9]{4}-[0-9]{4}", await chat.Theirs.Last.InnerTextAsync());
        IReadOnlyList<string> seen = await chat.TextsAsync();
        await page.ReloadAsync();
        await Expect(chat.Messages.Locator(".chat-text")).ToHaveCountAsync(seen.Count);
        Assert.Equal(seen, await chat.TextsAsync());
    }, new Manner { Tolerated = Manner.LostHost });

    [Fact]
    public Task What_is_written_offline_is_sent_once_when_the_network_is_back() => city.VisitAsync(async page =>
    {
        Chat chat = await Chat.OpenAsync(page);
        await page.Context.SetOfflineAsync(true);
        await Expect(chat.Status).ToContainTextAsync("Brak połączenia");
        await chat.TypeAsync("Gdzie jest najbliższy punkt?");
        await Expect(page.Locator(".chat-state")).ToHaveTextAsync("wysyłam");
        await page.Context.SetOfflineAsync(false);
        await chat.IsAnsweredAsync();
        await Expect(chat.Mine).ToHaveCountAsync(1);
        await Expect(chat.Status).ToBeEmptyAsync();
        IReadOnlyList<string> seen = await chat.TextsAsync();
        await page.ReloadAsync();
        await Expect(chat.Messages.Locator(".chat-text")).ToHaveCountAsync(seen.Count);
    }, new Manner { Tolerated = Manner.LostHost });

    [Fact]
    public Task Two_tabs_show_the_same_conversation() => city.VisitAsync(async page =>
    {
        Chat chat = await Chat.OpenAsync(page);
        IPage tab = await page.Context.NewPageAsync();
        Chat other = await Chat.OpenAsync(tab);
        await other.AskAsync("Jakie są godziny otwarcia?");
        await Expect(chat.Mine).ToHaveTextAsync(["Jakie są godziny otwarcia?"]);
        await chat.IsAnsweredAsync();
        await Expect(chat.Messages).ToHaveCountAsync(await other.Messages.CountAsync());
        Assert.Equal(await other.TextsAsync(), await chat.TextsAsync());
    });

    [Fact]
    public Task A_new_conversation_asks_once_more_and_then_forgets_the_old_one() => city.VisitAsync(async page =>
    {
        Chat chat = await Chat.OpenAsync(page);
        await chat.AskAsync("Pomoc");
        string id = await page.EvaluateAsync<string>(RememberedId);
        ILocator restart = page.Locator(".chat-restart");
        await restart.ClickAsync();
        await Expect(restart).ToContainTextAsync("Zacząć nową rozmowę?");
        await restart.ClickAsync();
        await Expect(chat.Mine).ToHaveCountAsync(0);
        await chat.IsGreetedAsync();
        Assert.NotEqual(id, await page.EvaluateAsync<string>(RememberedId));
    });
}
