using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Smss.Browser.Tests;

/// <summary>The site's own chat as a resident sees it, on a page or in a frame.</summary>
internal sealed class Chat(ILocator root)
{
    public ILocator Log => root.GetByRole(AriaRole.Log);

    public ILocator Input => root.GetByRole(AriaRole.Textbox);

    public ILocator Messages => root.Locator(".chat-message");

    public ILocator Mine => root.Locator(".chat-mine .chat-text");

    public ILocator Theirs => root.Locator(".chat-theirs");

    public ILocator Choices => root.Locator(".chat-choices").GetByRole(AriaRole.Button);

    public ILocator Status => root.Locator(".chat-status");

    public static async Task<Chat> OpenAsync(IPage page, string path = "/")
    {
        await page.GotoAsync(path);
        var chat = new Chat(page.Locator("#chat"));
        await chat.IsGreetedAsync();
        return chat;
    }

    public Task IsGreetedAsync() => Expect(Theirs.First).ToBeVisibleAsync();

    /// <summary>Types, sends, and waits for the answer.</summary>
    public async Task AskAsync(string text)
    {
        await TypeAsync(text);
        await IsAnsweredAsync();
    }

    public async Task TypeAsync(string text)
    {
        await Input.FillAsync(text);
        await Input.PressAsync("Enter");
    }

    /// <summary>Nothing is on its way and the bot has the last word.</summary>
    public async Task IsAnsweredAsync()
    {
        await Expect(root.Locator(".chat-state, .chat-retry")).ToHaveCountAsync(0);
        await Expect(Messages.Last).ToContainClassAsync("chat-theirs");
    }

    /// <summary>Every bubble, in order.</summary>
    public Task<IReadOnlyList<string>> TextsAsync() => Messages.Locator(".chat-text").AllInnerTextsAsync();
}
