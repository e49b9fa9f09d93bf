using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Smss.Browser.Tests;

/// <summary>A resident on a phone asks for a person; somebody at the panel answers. Nobody loads a page again.</summary>
internal static class HandOverScene
{
    /// <param name="phone">The resident's page, the chat open.</param>
    /// <param name="chat">That chat.</param>
    /// <param name="desk">The page of somebody signed in who may take conversations.</param>
    /// <param name="lookAsync">Looks at the desk's page.</param>
    public static async Task PlayAsync(IPage phone, Chat chat, IPage desk, Func<string, Task> lookAsync)
    {
        await phone.SetViewportSizeAsync(360, 740);
        await desk.GotoAsync("/panel/platform/rozmowy");
        await lookAsync("talks-off-duty");
        await desk.GetByLabel("Jak długo").SelectOptionAsync("2");
        await PressAsync(desk, "Rozpocznij dyżur");
        await Expect(desk.GetByText("Czeka: 0")).ToBeVisibleAsync();

        await chat.AskAsync("chcę porozmawiać z człowiekiem");
        await Expect(desk.GetByText("Czeka: 1")).ToBeVisibleAsync();
        await lookAsync("talks");
        await PressAsync(desk, "Weź rozmowę");
        await Expect(chat.Theirs.Last).ToContainTextAsync("Do rozmowy dołącza pracownik Centrum (człowiek).");

        await chat.TypeAsync("Czy mogę przyjść jutro?");
        await Expect(desk.GetByRole(AriaRole.Log)).ToContainTextAsync("Czy mogę przyjść jutro?");
        await desk.GetByLabel("Wiadomość").FillAsync("Tak, zapraszam od 9.");
        await PressAsync(desk, "Wyślij");
        await Expect(chat.Theirs.Last).ToContainTextAsync("Tak, zapraszam od 9.");
        await Expect(chat.Theirs.Last.Locator(".chat-from")).ToContainTextAsync("pracownik Centrum (człowiek)");
        await Expect(desk.GetByRole(AriaRole.Log)).ToContainTextAsync("Tak, zapraszam od 9.");
        await Expect(desk.GetByLabel("Wiadomość")).ToHaveValueAsync("");
        await phone.PictureAsync("chat-person-360");
        await lookAsync("talk");

        await PressAsync(desk, "Oddaj rozmowę botowi");
        await Expect(chat.Theirs.Last).ToContainTextAsync("Znów odpowiada bot.");
        await Expect(desk.GetByText("Rozmowa wróciła do bota.")).ToBeVisibleAsync();
        // Other tests speak with the same city, in which nobody is on duty.
        await PressAsync(desk, "Zakończ dyżur");
        await Expect(desk.GetByLabel("Jak długo")).ToBeVisibleAsync();
    }

    private static Task PressAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
}
