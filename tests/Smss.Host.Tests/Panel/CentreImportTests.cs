using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Smss.Abstractions;
using Smss.Platform.Data;

namespace Smss.Host.Tests.Panel;

/// <summary>A file is taken in the panel in two steps: what was shown is done, once, or nothing.</summary>
public sealed class CentreImportTests
{
    private const string Import = "/panel/activitycentre/import", Offers = "/panel/activitycentre/oferty", Head = "id;stanowisko;miejsce;wazna_do\n";

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task What_was_shown_is_written_once_and_by_its_owner_only(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        using StaffBrowser other = await admin.ColleagueAsync("c.drugi", StaffRoles.Coordinator);
        string shown = await ShowAsync(centre, "offers/csv", Head + "x1;Szlifierz <b>;Zakrzów;2026-12-31\nx2;=Drukarz;;\n");
        Assert.Contains("Nowe: 2. Zmienione: 0. Bez zmian: 0. Szkice do uzupełnienia: 1.", shown, StringComparison.Ordinal);
        Assert.Contains("x1 Szlifierz &lt;b&gt;", shown, StringComparison.Ordinal);
        Assert.Equal(0, host.Get<Database>().Count("activitycentre_job_offer", "external_id IN ('x1', 'x2')"));

        string others = await StaffBrowser.TextAsync(await other.GetAsync(Import));
        Assert.Contains("już tu nie ma", WebUtility.HtmlDecode(await StaffBrowser.TextAsync(await other.PostAsync(others, Import + "?handler=Apply", UploadIn(shown)))), StringComparison.Ordinal);
        string[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ApplyAsync(centre, shown)));
        Assert.Single(answers, a => a.Contains("Zapisano wszystko, co było pokazane", StringComparison.Ordinal));
        Assert.All(answers, a => Assert.True(a.Contains("Zapisano wszystko", StringComparison.Ordinal) || a.Contains("już tu nie ma", StringComparison.Ordinal), a));
        Assert.Equal(["x1|Published", "x2|Draft"], host.Get<Database>().Strings("SELECT external_id, status FROM activitycentre_job_offer WHERE external_id IN ('x1', 'x2') ORDER BY 1"));
        Assert.Equal("+2 ~0", host.Get<Database>().Strings("SELECT subject FROM platform_audit WHERE action = 'activitycentre.audit.import.offers'").Single());
        Assert.Equal(0, host.Get<Database>().Count("activitycentre_upload"));
    }

    [Fact]
    public async Task A_file_with_errors_is_refused_by_line_and_one_that_would_do_something_else_by_now_is_shown_again()
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        string refused = await ShowAsync(centre, "offers/csv", Head + "x1;Szlifierz;Zakrzów;jutro\n;Drukarz;;\n");
        Assert.Contains("Nic nie zapisano", refused, StringComparison.Ordinal);
        Assert.Contains("Wiersz 2:", refused, StringComparison.Ordinal);
        Assert.Contains("Wiersz 3:", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("Zapisz dokładnie to", refused, StringComparison.Ordinal);
        Assert.Equal(0, host.Get<Database>().Count("activitycentre_upload"));
        foreach ((string way, byte[] file, string said) in new[]
        {
            ("offers/xml", Encoding.UTF8.GetBytes(Head), "jedną z podanych"), ("offers/csv", [], "wybrać plik"), ("offers/csv", [0xFF, 0xFE, 0x00], "UTF-8"),
            ("trainings/bur", Encoding.UTF8.GetBytes("{"), "JSON"), ("offers/csv", new byte[11 * 1024 * 1024], "najwyżej 10 MB"),
        })
            Assert.Contains(said, await StaffBrowser.TextAsync(await centre.UploadAsync(Import, ("co", way), "plik", file)), StringComparison.Ordinal);

        string first = await ShowAsync(centre, "offers/csv", Head + "x1;Szlifierz;Zakrzów;2026-12-31\n");
        string second = await ShowAsync(centre, "offers/csv", Head + "x1;Szlifierka;Zakrzów;2026-12-31\n");
        await ApplyAsync(centre, second);
        string again = await ApplyAsync(centre, first);
        Assert.Contains("W międzyczasie dane się zmieniły", again, StringComparison.Ordinal);
        Assert.Contains("~ x1 Szlifierz", again, StringComparison.Ordinal);
        Assert.Equal("Szlifierka", host.Get<Database>().Strings("SELECT title FROM activitycentre_job_offer WHERE external_id = 'x1'").Single());
        await ApplyAsync(centre, again);
        Assert.Equal("Szlifierz", host.Get<Database>().Strings("SELECT title FROM activitycentre_job_offer WHERE external_id = 'x1'").Single());
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_draft_of_an_import_is_found_completed_published_and_left_alone_from_then_on(Db db)
    {
        const string file = "id_ogl;stanowisko;opis\nc1;Szlifierz;Opis z bazy\n";
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        await ApplyAsync(centre, await ShowAsync(centre, "offers/cbop", file));
        Assert.Contains("czeka na uzupełnienie", await StaffBrowser.TextAsync(await centre.GetAsync("/panel")), StringComparison.Ordinal);
        string drafts = await StaffBrowser.TextAsync(await centre.GetAsync(Offers + "?stan=draft"));
        Assert.Contains("brak miejsca", drafts, StringComparison.Ordinal);
        Assert.Contains("brak daty ważności", drafts, StringComparison.Ordinal);

        string id = host.Get<Database>().Strings("SELECT lower(CAST(id AS text)) FROM activitycentre_job_offer WHERE external_id = 'c1'").Single(), page = $"{Offers}/{id}";
        (string, string)[] fields = [("title", "Szlifierz"), ("contract", "FullTime"), ("pay-period", "Month"), ("vacancies", "1"), ("description", "Opis z bazy"), ("co", "publish")];
        Assert.Contains("Bez miejsca nie można", await StaffBrowser.TextAsync(await centre.PostAsync(page, page, fields)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await centre.PostAsync(page, page, [.. fields, ("place", "Zakrzów"), ("until", "2026-12-31")])).StatusCode);
        Assert.Contains("Szlifierz", await host.Http.GetStringAsync("/praca/" + id), StringComparison.Ordinal);
        string again = await ShowAsync(centre, "offers/cbop", file);
        Assert.Contains("Bez zmian: 1", again, StringComparison.Ordinal);
        Assert.Contains("zmienił pracownik", again, StringComparison.Ordinal);
    }

    private static async Task<string> ShowAsync(StaffBrowser browser, string way, string file) =>
        await StaffBrowser.TextAsync(await browser.UploadAsync(Import, ("co", way), "plik", Encoding.UTF8.GetBytes(file)));

    /// <summary>The fields by which what was shown is taken.</summary>
    private static (string, string)[] UploadIn(string page) =>
        [.. new[] { "plik", "skrot" }.Select(name => (name, Regex.Match(page, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value))];

    private static async Task<string> ApplyAsync(StaffBrowser browser, string shown) =>
        WebUtility.HtmlDecode(await StaffBrowser.TextAsync(await browser.PostAsync(shown, Import + "?handler=Apply")));
}
