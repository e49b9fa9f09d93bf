using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Smss.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace Smss.Browser.Tests;

/// <summary>A leader's working day on a phone: my day, an open day entered, a conversation linked, closing early from the chat; neighbours see it.</summary>
public sealed class LeaderDayTests(City city)
{
    private const string Leader = "l.dyzurna";
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task What_a_leader_writes_in_the_chat_stands_on_the_page_within_five_seconds()
    {
        var found = new List<string>();
        await city.VisitAsync(async page =>
        {
            await city.EnterPanelAsync(page, Leader, StaffRoles.SocialLeader);
            // Meanwhile in the office.
            await city.VisitAsync(desk => GiveAPointAsync(desk, found));
            await page.ReloadAsync();
            await Expect(page.Locator("h1")).ToHaveTextAsync("Mój dzień");
            await Expect(page.Locator(".day").GetByText("Dziś (")).ToBeVisibleAsync();
            await StaffTests.LookAsync(page, "my-day", found);
            await PhoneAsync(page);
            string point = await OpenTodayAsync(page, found);
            await page.GetByRole(AriaRole.Link, new() { Name = "Godziny w tygodniu" }).ClickAsync();
            await StaffTests.LookAsync(page, "week", found);
            await page.GetByRole(AriaRole.Link, new() { Name = "Zmiana godzin z czatu" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Pokaż kod do połączenia" }).ClickAsync();
            string say = await page.Locator(".notice code").InnerTextAsync();
            await StaffTests.LookAsync(page, "chat-code", found);

            await PhoneAsync(page);
            Chat chat = await Chat.OpenAsync(page);
            foreach (string words in (string[])[say, "tak", "dziś zamykam o 23:58"]) await chat.AskAsync(words);
            await Expect(chat.Theirs.Last).ToContainTextAsync("0:00–23:58");
            await page.PictureAsync("chat-close-early-360");
            await chat.AskAsync("tak");
            await Expect(chat.Theirs.Last).ToContainTextAsync("Zapisane.");
            await Task.Delay(AtOnce);
            await page.GotoAsync("/punkty/" + point);
            await Expect(page.Locator("tr.today")).ToContainTextAsync("0:00–23:58");
            await page.PictureAsync("point-closed-early-360", whole: true);
        }, new Manner { Width = 360, Height = 740 });
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>A coordinator says who stands at the point of Zakrzów.</summary>
    private async Task GiveAPointAsync(IPage page, List<string> found)
    {
        await city.EnterPanelAsync(page, "k.dyzurny", StaffRoles.Coordinator);
        await page.GotoAsync("/panel/leaders/punkty");
        await StaffTests.LookAsync(page, "points", found);
        await page.GetByRole(AriaRole.Link, new() { Name = "Punkt Integracji Społecznej Zakrzów" }).ClickAsync();
        await StaffTests.LookAsync(page, "point", found);
        await page.GetByRole(AriaRole.Link, new() { Name = "Osoby w punktach" }).ClickAsync();
        await StaffTests.LookAsync(page, "people", found);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Zakrzów$") }).First.ClickAsync();
        await page.GetByLabel("Konto w panelu").SelectOptionAsync(new SelectOptionValue { Label = Leader });
        await page.GetByRole(AriaRole.Button, new() { Name = "Zapisz" }).ClickAsync();
        await Expect(page.GetByText("Zapisano.")).ToBeVisibleAsync();
        await StaffTests.LookAsync(page, "person", found);
    }

    /// <summary>Today is open all day, whatever day the test runs on. Returns the point's id.</summary>
    private static async Task<string> OpenTodayAsync(IPage page, List<string> found)
    {
        DateTimeOffset now = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(TimeProvider.System.GetUtcNow(), "Europe/Warsaw");
        // On a phone the menu is closed.
        await page.GetByText("Menu", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Godziny mojego punktu" }).ClickAsync();
        await page.GetByLabel("Dzień", new() { Exact = true }).FillAsync(now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.GetByLabel("otwarte w innych godzinach").CheckAsync();
        await page.GetByLabel("Godziny", new() { Exact = true }).FillAsync("0:00-23:59");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zapisz" }).ClickAsync();
        await Expect(page.GetByText("Strona, czat i kalendarz mówią już to samo.")).ToBeVisibleAsync();
        await StaffTests.LookAsync(page, "days", found);
        return page.Url.Split('/', '?').First(part => Guid.TryParse(part, out _));
    }

    private static Task PhoneAsync(IPage page) => page.SetViewportSizeAsync(360, 740);
}
