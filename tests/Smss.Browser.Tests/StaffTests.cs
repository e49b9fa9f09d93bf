using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Smss.Browser.Tests;

/// <summary>The whole way: first start, account, second factor, an invitation; a resident files, the staff answer, the resident reads it.</summary>
public sealed class StaffTests(City city)
{
    private const string Password = "zielony rower pod lasem", Answer = "Lampy wymienimy w styczniu. Dziękujemy za zgłoszenie.";

    [Fact]
    public async Task From_the_first_start_to_the_answer_a_resident_reads()
    {
        var found = new List<string>();
        string invitation = "", number = "";
        await city.VisitAsync(async page =>
        {
            await AcceptAsync(page, await city.FirstLinkAsync(), "admin.pierwszy", found);
            await EnterAsync(page, "admin.pierwszy", found);
            await page.GotoAsync("/panel/platform/konta");
            await page.GetByLabel("Nazwa do logowania").FillAsync("c.centrum");
            await page.GetByLabel("pracownik Centrum").CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Zaproś osobę" }).ClickAsync();
            invitation = await page.Locator(".notice code").InnerTextAsync();
            await LookAsync(page, "accounts", found);
            await page.GetByRole(AriaRole.Link, new() { Name = "c.centrum" }).ClickAsync();
            await LookAsync(page, "account", found);
            await page.GotoAsync("/panel/platform/moje");
            await LookAsync(page, "own", found);
            await page.GotoAsync("/panel/platform/dziennik");
            await LookAsync(page, "audit", found);
            await page.GetByRole(AriaRole.Button, new() { Name = "Wyloguj" }).ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex("/panel/wejscie$"));
        });

        await city.VisitAsync(async page =>
        {
            Chat chat = await Chat.OpenAsync(page);
            foreach (string words in (string[])["chcę zgłosić inicjatywę", "Lampy na Zatorskiej", "Od tygodnia nie świecą trzy lampy przy przystanku.", "Zakrzów, przy pętli", "600 000 000", "tak"])
                await chat.AskAsync(words);
            number = Regex.Match(string.Join('\n', await chat.TextsAsync()), "IN-[0-9]{4}-[0-9]{4}").Value;
            Assert.NotEmpty(number);

            // Another browser: that of the staff.
            await city.VisitAsync(async staff =>
            {
                await AcceptAsync(staff, invitation, "c.centrum", found);
                await EnterAsync(staff, "c.centrum", found);
                await staff.GotoAsync("/panel/initiatives?stan=filed");
                await LookAsync(staff, "initiatives", found);
                await staff.GetByRole(AriaRole.Link, new() { Name = "Lampy na Zatorskiej" }).First.ClickAsync();
                await LookAsync(staff, "initiative", found);
                await DecideAsync(staff, "Opublikuj i rozpocznij rozpatrywanie", "");
                await DecideAsync(staff, "Przyjmij do planu", Answer, found);
                await Expect(chat.Theirs.Last).ToContainTextAsync(Answer);
                await HandOverScene.PlayAsync(page, chat, staff, name => LookAsync(staff, name, found));
                await staff.GotoAsync("/panel/platform/konta");
                await Expect(staff.Locator("h1")).ToHaveTextAsync("Brak uprawnień");
            }, new Manner { Tolerated = ["Failed to load resource: the server responded with a status of 403"] });

            await chat.AskAsync($"co z {number}?");
            await Expect(chat.Theirs.Last).ToContainTextAsync(Answer);
        });
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    internal static async Task AcceptAsync(IPage page, string link, string name, List<string>? found = null)
    {
        await page.GotoAsync(link);
        await LookAsync(page, "invitation", found);
        if (await page.GetByLabel("Nazwa do logowania").CountAsync() > 0) await page.GetByLabel("Nazwa do logowania").FillAsync(name);
        await page.GetByLabel("Nowe hasło", new() { Exact = true }).FillAsync("haslohaslohaslo");
        await page.GetByLabel("Nowe hasło jeszcze raz").FillAsync("haslohaslohaslo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ustaw hasło" }).ClickAsync();
        await Expect(page.GetByText("To hasło łatwo zgadnąć")).ToBeVisibleAsync();
        await LookAsync(page, "invitation-refused", found);
        await page.GetByLabel("Nowe hasło", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("Nowe hasło jeszcze raz").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ustaw hasło" }).ClickAsync();
    }

    /// <summary>Signs in for the first time and sets up the second factor, as everybody who reads personal data must.</summary>
    internal static async Task EnterAsync(IPage page, string name, List<string>? found = null)
    {
        await LookAsync(page, "sign-in", found);
        await page.GetByLabel("Nazwa do logowania").FillAsync(name);
        await page.GetByLabel("Hasło").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Zaloguj" }).ClickAsync();
        await LookAsync(page, "second-factor", found);
        await page.GetByLabel("Kod z aplikacji").FillAsync(await PhoneAsync(page));
        await page.GetByLabel("Obecne hasło").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ustaw drugi składnik" }).ClickAsync();
        await Expect(page.Locator("main li code")).ToHaveCountAsync(8);
        await LookAsync(page, "recovery-codes", found);
        await page.GetByRole(AriaRole.Link, new() { Name = "Dalej do panelu" }).ClickAsync();
        await LookAsync(page, "home", found);
    }

    private static async Task DecideAsync(IPage page, string what, string words, List<string>? found = null)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Odpowiedz lub zmień stan" }).ClickAsync();
        await page.GetByLabel(what).CheckAsync();
        await page.GetByLabel("Odpowiedź prostymi słowami").FillAsync(words);
        if (found is not null) await LookAsync(page, "decide", found);
        await page.GetByRole(AriaRole.Button, new() { Name = "Zapisz i powiedz autorowi" }).ClickAsync();
        await Expect(page.GetByText("Zapisano.")).ToBeVisibleAsync();
    }

    private static async Task<string> PhoneAsync(IPage page) => City.CodeOf(await page.Locator("main p code").InnerTextAsync());

    /// <summary>axe on a phone and on a desk, its colours in the dark too (or once, in light on a phone), and a picture of each; nothing when nobody keeps what is found.</summary>
    internal static async Task LookAsync(IPage page, string name, List<string>? found, bool axeOnce = false)
    {
        if (found is null) return;
        foreach (int width in (int[])[360, 1280])
        {
            await page.SetViewportSizeAsync(width, 800);
            // Nothing but its colours changes in the dark, and those not with the width.
            foreach (ColorScheme scheme in width == 360 ? (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light] : [ColorScheme.Light])
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                if (!axeOnce || (width == 360 && scheme == ColorScheme.Light)) await AxeAsync(page, $"{name} {width} {scheme}", scheme == ColorScheme.Dark, found);
                await page.PictureAsync($"panel-{name}-{width}-{scheme.ToString().ToLowerInvariant()}", whole: true);
            }
            if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth")) found.Add($"{name} {width}: wider than the screen");
        }
    }

    private static async Task AxeAsync(IPage page, string where, bool coloursOnly, List<string> found)
    {
        AxeResult result = await page.RunAxe(new AxeRunOptions { RunOnly = coloursOnly ? new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } : null });
        found.AddRange(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{where}: {v.Id} {n.Target} {n.Html}")));
    }
}
