using System.Net;
using System.Text.RegularExpressions;
using Smss.Abstractions;
using Smss.Platform.Data;

namespace Smss.Host.Tests.Panel;

/// <summary>The working day at the Centre: what the staff publish, residents find at once; nobody writes over somebody else.</summary>
public sealed partial class CentrePanelTests
{
    private const string Offers = "/panel/activitycentre/oferty";

    private static readonly (string Field, string Typed, string Said)[] Mistakes =
    [
        ("title", "", "To pole jest potrzebne"), ("title", "\u202E\u0001 \u200B", "To pole jest potrzebne"), ("until", "31 grudnia", "To nie jest data"),
        ("until", "", "musi mieć dzień ważności"), ("until", "2026-11-22", "musi mieć dzień ważności"), ("place", "", "Bez miejsca nie można"),
        ("vacancies", "-1", "liczba od 0"), ("vacancies", "99999999999", "liczba od 0"), ("pay-from", "dużo", "To nie jest kwota"), ("pay-to", "1", "mniejsza niż dolna"),
        ("email", "<script>alert(1)</script>", "To nie jest adres"), ("contract", "Slavery", "jedną z podanych"), ("contract", "3", "jedną z podanych"),
        ("no-experience", "may be", "jedną z podanych"), ("co", "delete", "nie można zrobić"),
    ];

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task What_is_published_is_found_at_once_and_what_is_withdrawn_is_gone(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        Resident resident = await Resident.ComeAsync(host);
        Assert.DoesNotContain("Lutnik", await SayAsync(resident, "szukam pracy lutnik"), StringComparison.Ordinal);

        string id = await NewAsync(centre, Offers, [.. Offer("Lutnik"), ("co", "")]);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/praca/" + id)).StatusCode);
        Assert.Contains("Lutnik", await StaffBrowser.TextAsync(await centre.GetAsync(Offers + "?stan=draft&slowa=lutn")), StringComparison.Ordinal);

        string page = $"{Offers}/{id}";
        Assert.Equal(HttpStatusCode.Redirect, (await centre.PostAsync(page, page, [.. Offer("Lutnik"), ("co", "publish")])).StatusCode);
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("Lutnik", await host.Http.GetStringAsync("/praca?slowa=lutnik"), StringComparison.Ordinal);
        Assert.Contains("Lutnik", await SayAsync(resident, "szukam pracy lutnik"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await centre.PostAsync(page, page, [.. Offer("Lutnik od skrzypiec"), ("co", "withdraw")])).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await host.Http.GetAsync("/praca/" + id)).StatusCode);
        Assert.DoesNotContain("Lutnik", await host.Http.GetStringAsync("/praca?slowa=lutnik"), StringComparison.Ordinal);
        Assert.DoesNotContain("Lutnik", await SayAsync(resident, "szukam pracy lutnik"), StringComparison.Ordinal);
        Assert.Equal(
            ["activitycentre.audit.offer.add", "activitycentre.audit.offer.edit", "activitycentre.audit.offer.publish", "activitycentre.audit.offer.withdraw"],
            host.Get<Database>().Strings("SELECT action FROM platform_audit WHERE actor = 'c.centrum' AND action LIKE 'activitycentre%' ORDER BY action"));
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task Of_two_who_change_the_same_the_second_sees_both_and_loses_nothing(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser one = await admin.ColleagueAsync("c.jeden", StaffRoles.CentreStaff);
        using StaffBrowser two = await admin.ColleagueAsync("c.dwa", StaffRoles.Coordinator);
        string page = $"{Offers}/{await NewAsync(one, Offers, [.. Offer("Zdun")])}", seen = await StaffBrowser.TextAsync(await two.GetAsync(page));
        await one.PostAsync(page, page, [.. Offer("Zdun", hours: "w nocy")]);

        string answer = await StaffBrowser.TextAsync(await two.PostAsync(seen, page, [.. Offer("Zdun", hours: "rano, <b>codziennie</b>")]));
        Assert.Contains("Ktoś w międzyczasie to zmienił", answer, StringComparison.Ordinal);
        Assert.Contains("Teraz zapisane: w nocy", answer, StringComparison.Ordinal);
        Assert.Contains("value=\"rano, &lt;b&gt;codziennie&lt;/b&gt;\"", answer, StringComparison.Ordinal);
        Assert.Equal("w nocy", host.Get<Database>().Strings("SELECT hours FROM activitycentre_job_offer WHERE title = 'Zdun'").Single());
        Assert.Equal(HttpStatusCode.Redirect, (await two.PostAsync(answer, page, [.. Offer("Zdun", hours: "rano")])).StatusCode);
        Assert.Equal("rano", host.Get<Database>().Strings("SELECT hours FROM activitycentre_job_offer WHERE title = 'Zdun'").Single());
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task The_same_form_sent_two_hundred_times_has_one_effect(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        string form = await StaffBrowser.TextAsync(await centre.GetAsync(Offers + "/nowe")), page = Action().Match(form).Groups[1].Value;
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => centre.PostAsync(form, page, [.. Offer("Bednarz"), ("co", "publish")])));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Equal(1, host.Get<Database>().Count("activitycentre_job_offer", "title = 'Bednarz'"));
        Assert.Equal(1, host.Get<Database>().Count("activitycentre_employer", "name = 'Warsztat Dębowy'"));
        Assert.Equal(2, host.Get<Database>().Count("platform_audit", "subject = 'Bednarz'"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_the_field_and_nothing_is_half_saved()
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        foreach ((string field, string typed, string said) in Mistakes)
        {
            string form = await StaffBrowser.TextAsync(await centre.GetAsync(Offers + "/nowe"));
            HttpResponseMessage answer = await centre.PostAsync(form, Action().Match(form).Groups[1].Value,
                [.. Offer("Kołodziej", hours: "zostaje wpisane").Append(("co", "publish")).Where(f => f.Item1 != field), (field, typed)]);
            string page = await StaffBrowser.TextAsync(answer);
            Assert.Equal((field, typed, HttpStatusCode.OK), (field, typed, answer.StatusCode));
            Assert.Contains(said, page, StringComparison.Ordinal);
            Assert.Contains("zostaje wpisane", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        }
        Assert.Equal(0, host.Get<Database>().Count("activitycentre_job_offer", "title = 'Kołodziej'"));
        Assert.Equal(0, host.Get<Database>().Count("activitycentre_employer", "name = 'Warsztat Dębowy'"));
    }

    [Fact]
    public async Task What_is_too_long_is_kept_and_refused_and_a_forged_version_or_id_changes_nothing()
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        string form = await StaffBrowser.TextAsync(await centre.GetAsync(Offers + "/nowe")), page = Action().Match(form).Groups[1].Value, lengthy = new('a', 8001);
        string answer = await StaffBrowser.TextAsync(await centre.PostAsync(form, page, [.. Offer("Kołodziej").Where(f => f.Name != "description"), ("description", lengthy)]));
        Assert.Contains("najwyżej 8000 znaków", answer, StringComparison.Ordinal);
        Assert.Contains(lengthy, answer, StringComparison.Ordinal);

        // A character that no form can hold is refused before any field is read, in words.
        HttpResponseMessage unreadable = await centre.PostAsync(form, page, [.. Offer("Koło\0dziej")]);
        Assert.Equal(HttpStatusCode.BadRequest, unreadable.StatusCode);
        Assert.Contains("znaki, których nie da się odczytać", await StaffBrowser.TextAsync(unreadable), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await centre.PostAsync(form, page, [.. Offer("Kołodziej"), ("wersja", "7")])).StatusCode);
        // An id that was made up, with the version and the proof of another new one.
        string madeUp = $"{Offers}/{Guid.CreateVersion7(host.Clock.GetUtcNow())}";
        Assert.Equal(HttpStatusCode.NotFound, (await centre.PostAsync(form, madeUp, [.. Offer("Kołodziej")])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await centre.PostAsync(form, madeUp, [.. Offer("Kołodziej"), ("nowe", "")])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await centre.PostAsync(form, page, [.. Offer("Kołodziej"), ("nowe", "podrobione")])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await centre.PostAsync(form, Offers + "/nowe", [.. Offer("Kołodziej")])).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await centre.PostRawAsync(page, [.. Offer("Kołodziej")])).StatusCode);
        // Somebody else's row with the version of a new one: shown, not written.
        string other = await NewAsync(centre, Offers, [.. Offer("Tkacz")]);
        await centre.PostAsync($"{Offers}/{other}", $"{Offers}/{other}", [.. Offer("Tkacz", hours: "raz")]);
        Assert.Contains("Ktoś w międzyczasie", await StaffBrowser.TextAsync(await centre.PostAsync(form, $"{Offers}/{other}", [.. Offer("Kołodziej"), ("wersja", "0")])), StringComparison.Ordinal);
        Assert.Equal(0, host.Get<Database>().Count("activitycentre_job_offer", "title = 'Kołodziej'"));
    }

    [Fact]
    public async Task Who_may_only_read_reads()
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        using StaffBrowser auditor = await admin.ColleagueAsync("a.audyt", StaffRoles.Auditor);
        string page = $"{Offers}/{await NewAsync(centre, Offers, [.. Offer("Garncarz")])}", form = await StaffBrowser.TextAsync(await auditor.GetAsync(page));
        Assert.Contains("Garncarz", form, StringComparison.Ordinal);
        Assert.Contains("<fieldset disabled", form, StringComparison.Ordinal);
        string token = await StaffBrowser.TextAsync(await auditor.GetAsync("/panel/platform/moje"));
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.PostAsync(token, page, [.. Offer("Garncarz", hours: "nigdy"), ("wersja", "0")])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await auditor.StatusAsync(Offers + "/nowe"));
        Assert.Equal(HttpStatusCode.Forbidden, await admin.StatusAsync(Offers));
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task Every_kind_is_made_published_found_and_taken_back(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        foreach ((string place, string open, string back, (string, string)[] fields) in Kinds())
        {
            string list = "/panel/activitycentre/" + place, id = await NewAsync(centre, list, fields);
            Assert.DoesNotContain("Próbne =1", await host.Http.GetStringAsync(open), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Redirect, (await centre.PostAsync($"{list}/{id}", $"{list}/{id}", [.. fields, ("co", "publish")])).StatusCode);
            Assert.Contains("Próbne =1", await host.Http.GetStringAsync(open), StringComparison.Ordinal);
            Assert.Contains("Próbne =1", await StaffBrowser.TextAsync(await centre.GetAsync(list + "?stan=live&slowa=probne")), StringComparison.Ordinal);
            Assert.Contains("\"Próbne =1\"", await StaffBrowser.TextAsync(await centre.GetAsync(list + "?slowa=probne&handler=Csv")), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Redirect, (await centre.PostAsync($"{list}/{id}", $"{list}/{id}", [.. fields, ("co", back)])).StatusCode);
            Assert.DoesNotContain("Próbne =1", await host.Http.GetStringAsync(open), StringComparison.Ordinal);
        }
        string firm = await NewAsync(centre, "/panel/activitycentre/pracodawcy", [("name", "=Firma")]);
        Assert.Contains("\"'=Firma\"", await StaffBrowser.TextAsync(await centre.GetAsync("/panel/activitycentre/pracodawcy?slowa=firma&handler=Csv")), StringComparison.Ordinal);
        await NewAsync(centre, "/panel/activitycentre/pracodawcy", [("name", "Zakład Łąkowski")]);
        Assert.Contains("Zakład Łąkowski", await StaffBrowser.TextAsync(await centre.GetAsync("/panel/activitycentre/pracodawcy?slowa=zaklad+lak")), StringComparison.Ordinal);
        string renamed = $"/panel/activitycentre/pracodawcy/{firm}";
        Assert.Equal(HttpStatusCode.Redirect, (await centre.PostAsync(renamed, renamed, ("name", "Próbna firma"))).StatusCode);
        Assert.Contains("już jest w bazie", await StaffBrowser.TextAsync(await PostNewAsync(centre, "/panel/activitycentre/pracodawcy", ("name", "Próbna firma"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sample_row_that_was_edited_stays_as_edited()
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        string id = host.Get<Database>().Strings("SELECT lower(CAST(id AS text)) FROM activitycentre_job_offer WHERE source = 'Sample' ORDER BY external_id")[0];
        await centre.PostAsync($"{Offers}/{id}", $"{Offers}/{id}", [.. Offer("Zmieniono ręcznie")]);
        host.Clock.Advance(TimeSpan.FromDays(2));
        await host.RestartAsync();
        Assert.Equal("Zmieniono ręcznie|2026-12-31", host.Get<Database>().Strings($"SELECT title, valid_until FROM activitycentre_job_offer WHERE lower(CAST(id AS text)) = '{id}'").Single());
    }

    private static IEnumerable<(string Place, string Open, string Back, (string, string)[] Fields)> Kinds() =>
    [
        ("staze", "/staze", "withdraw", [("title", "Próbne =1"), ("employer", "Firma przykładowa"), ("place", "Zakrzów"), ("from", "2026-12-01"), ("to", "2026-12-31"), ("until", "2026-11-30"), ("allowance", "1500,50")]),
        ("szkolenia", "/szkolenia", "withdraw", [("title", "Próbne =1"), ("provider", "Centrum"), ("from", "2026-12-01"), ("to", "2026-12-02"), ("mode", "Remote"), ("price", "0")]),
        ("wydarzenia", "/wydarzenia", "cancel", [("title", "Próbne =1"), ("place", "Zakrzów"), ("day", "2026-11-28"), ("starts", "17:00"), ("ends", "19:30"), ("free", "true")]),
    ];

    private static (string Name, string Value)[] Offer(string title, string hours = "od 8 do 16") =>
    [
        ("title", title), ("employer", "Warsztat Dębowy"), ("occupation", ""), ("place", "Zakrzów"), ("street", ""), ("contract", "FullTime"), ("hours", hours),
        ("pay-from", "5200"), ("pay-to", "5 800,50 zł"), ("pay-period", "Month"), ("vacancies", "2"), ("disabled", "0"), ("no-experience", "true"), ("until", "2026-12-31"),
        ("apply", "na miejscu"), ("phone", "600 000 000"), ("email", "praca@warsztat.example"), ("description", "Praca w drewnie."),
    ];

    private static async Task<HttpResponseMessage> PostNewAsync(StaffBrowser browser, string list, params (string, string)[] fields)
    {
        string form = await StaffBrowser.TextAsync(await browser.GetAsync(list + "/nowe"));
        return await browser.PostAsync(form, Action().Match(form).Groups[1].Value, fields);
    }

    private static async Task<string> NewAsync(StaffBrowser browser, string list, (string, string)[] fields)
    {
        HttpResponseMessage answer = await PostNewAsync(browser, list, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await StaffBrowser.TextAsync(answer));
        return answer.Headers.Location!.ToString().Split('/')[^1].Split('?')[0];
    }

    private static async Task<string> SayAsync(Resident resident, string words) =>
        string.Join('\n', (await resident.SayAsync(words)).Select(m => m.Text + string.Concat(m.Cards.Select(c => '\n' + c.Title))));

    [GeneratedRegex("<form method=\"post\" action=\"(/panel/activitycentre/[^\"]+)\"")]
    private static partial Regex Action();
}
