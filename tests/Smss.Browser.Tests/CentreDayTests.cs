using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Smss.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace Smss.Browser.Tests;

/// <summary>A working day at the Centre: an import, a draft completed, an offer published; a resident finds it in the chat; it is taken back.</summary>
public sealed class CentreDayTests(City city)
{
    private static readonly string Later = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime).AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task An_offer_published_in_the_panel_is_what_a_resident_finds_in_the_chat()
    {
        var found = new List<string>();
        await city.VisitAsync(async staff =>
        {
            await city.EnterPanelAsync(staff, "c.dzienny", StaffRoles.CentreStaff);
            await staff.GotoAsync("/panel/activitycentre/import");
            await staff.GetByLabel("Co jest w pliku").SelectOptionAsync("offers/cbop");
            await staff.GetByLabel("Plik (UTF-8)").SetInputFilesAsync(new FilePayload { Name = "cbop.csv", MimeType = "text/csv", Buffer = "id_ogl;stanowisko;opis\np1;Wulkanizator;Wymiana opon\n"u8.ToArray() });
            await staff.GetByRole(AriaRole.Button, new() { Name = "Pokaż, co się zmieni" }).ClickAsync();
            await StaffTests.LookAsync(staff, "centre-import", found);
            await staff.GetByRole(AriaRole.Button, new() { Name = "Zapisz dokładnie to" }).ClickAsync();
            await Expect(staff.GetByText("Zapisano wszystko, co było pokazane.")).ToBeVisibleAsync();

            await staff.GotoAsync("/panel");
            await StaffTests.LookAsync(staff, "centre-day", found);
            await staff.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("szkic.* na uzupełnienie") }).ClickAsync();
            await StaffTests.LookAsync(staff, "centre-drafts", found);
            await staff.GetByRole(AriaRole.Link, new() { Name = "Wulkanizator" }).ClickAsync();
            await staff.GetByRole(AriaRole.Button, new() { Name = "Zapisz i opublikuj" }).ClickAsync();
            await Expect(staff.GetByText("Bez miejsca nie można opublikować")).ToBeVisibleAsync();
            await StaffTests.LookAsync(staff, "centre-offer-refused", found);
            await staff.GetByLabel("Osiedle lub miejscowość").FillAsync("Zakrzów");
            await staff.GetByLabel("Ważne do").FillAsync(Later);
            await staff.GetByRole(AriaRole.Button, new() { Name = "Zapisz i opublikuj" }).ClickAsync();
            await Expect(staff.GetByText("Zapisano.")).ToBeVisibleAsync();
            await StaffTests.LookAsync(staff, "centre-offer", found);
            string offer = staff.Url;
            await city.VisitAsync(async page =>
            {
                Chat chat = await Chat.OpenAsync(page);
                await chat.AskAsync("szukam pracy wulkanizator");
                await Expect(chat.Theirs.Last).ToContainTextAsync("Wulkanizator");
            });

            await StaleAsync(staff, offer, found);
        });
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>The same offer in two tabs: the second is told and keeps what was typed.</summary>
    private static async Task StaleAsync(IPage page, string offer, List<string> found)
    {
        IPage tab = await page.Context.NewPageAsync();
        await tab.GotoAsync(offer);
        await page.GotoAsync(offer);
        await page.GetByLabel("Godziny pracy").FillAsync("od 6 do 14");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zapisz", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Zapisano.")).ToBeVisibleAsync();
        await tab.GetByLabel("Godziny pracy").FillAsync("od 8 do 16");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Zapisz", Exact = true }).ClickAsync();
        await Expect(tab.GetByText("Teraz zapisane: od 6 do 14")).ToBeVisibleAsync();
        await Expect(tab.GetByLabel("Godziny pracy")).ToHaveValueAsync("od 8 do 16");
        await StaffTests.LookAsync(tab, "centre-stale", found);
        await tab.CloseAsync();
    }
}
