using System.Net;
using Smss.Abstractions;
using Smss.Platform.Data;

namespace Smss.Host.Tests.Panel;

/// <summary>Points, their hours and their people, kept in the panel; residents hear it at once.</summary>
public sealed class PointPanelTests
{
    private const string Points = "/panel/leaders/punkty/";

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_point_is_made_once_heard_of_and_closed(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser coordinator = await admin.ColleagueAsync("k.koordynator", StaffRoles.Coordinator);
        string form = await StaffBrowser.TextAsync(await coordinator.GetAsync(Points + "nowe"));
        string id = System.Text.RegularExpressions.Regex.Match(form, Points + "([0-9a-f-]{36})").Groups[1].Value;
        (string, string)[] fields =
        [
            ("kind", "IntegrationPoint"), ("name", "Punkt <b>Polanowice</b>"), ("place", "Polanowice"), ("estate", "Polanowice"), ("street", "ul. Przykładowa 99"), ("city", "Wrocław"),
            ("phone", "71 000 00 99"), ("email", ""), ("service.cv", "true"), ("language.pl", "true"), ("directions-pl", ""), ("directions-uk", "Від зупинки праворуч."), ("co", ""),
        ];
        string refused = await StaffBrowser.TextAsync(await coordinator.PostAsync(form, Points + id, fields));
        Assert.Contains("Potrzebne są też słowa po polsku", refused, StringComparison.Ordinal);
        fields[10] = ("directions-pl", "Od przystanku w prawo.");
        HttpResponseMessage[] made = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => coordinator.PostAsync(form, Points + id, fields)));
        Assert.All(made, m => Assert.Equal(HttpStatusCode.Redirect, m.StatusCode));
        Assert.Equal(1, host.Get<Database>().Count("leaders_point", "place = 'Polanowice'"));
        Assert.Equal(1, host.Get<Database>().Count("platform_audit", "action = 'leaders.audit.point.add'"));
        Assert.Contains("Punkt &lt;b&gt;Polanowice&lt;/b&gt;", await StaffBrowser.TextAsync(await coordinator.GetAsync("/panel/leaders/punkty")), StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromSeconds(5));
        string heard = string.Join('\n', (await (await Resident.ComeAsync(host)).SayAsync("gdzie jest punkt na Polanowicach?")).Select(m => m.Text));
        Assert.Contains("ul. Przykładowa 99", heard, StringComparison.Ordinal);

        await coordinator.PostAsync(Points + id, Points + id, [.. fields.Where(f => f.Item1 != "co"), ("co", "close")]);
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/punkty/" + id)).StatusCode);
        await coordinator.PostAsync(Points + id, Points + id, [.. fields.Where(f => f.Item1 != "co"), ("co", "reopen")]);
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("/punkty/" + id)).StatusCode);
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task Days_are_set_shown_as_heard_and_set_back(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(new HostSetup { Db = db, Clock = "2026-12-14 10:15" });
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser coordinator = await admin.ColleagueAsync("k.koordynator", StaffRoles.Coordinator);
        using StaffBrowser leader = await OwnLeader.OfAsync(admin, coordinator);
        string page = "/panel/leaders/dni/" + OwnLeader.Point, form = await TextAsync(leader, page);
        foreach ((string from, string to, string what, string hours, string wrong) in ((string, string, string, string, string)[])[
            ("", "", "closed", "", "To nie jest data"), ("2026-12-13", "", "closed", "", "od dziś do roku naprzód"), ("2026-12-30", "2026-12-29", "closed", "", "Ostatni dzień"),
            ("2026-12-30", "2027-02-15", "closed", "", "Ostatni dzień"), ("2026-12-30", "", "", "", "Proszę wybrać"), ("2026-12-30", "", "hours", "=9+1", "To nie są godziny")])
            Assert.Contains(wrong, WebUtility.HtmlDecode(await StaffBrowser.TextAsync(await leader.PostAsync(form, page, Day(from, to, what, hours)))), StringComparison.Ordinal);

        // A public holiday that is open, with a reason in three languages.
        HttpResponseMessage[] twice = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => leader.PostAsync(form, page, Day("2026-12-24", "", "hours", "10-12"))));
        Assert.All(twice, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Equal(1, host.Get<Database>().Count("platform_audit", "action = 'leaders.audit.day.hours'"));
        string now = await TextAsync(leader, page);
        Assert.Contains("W czwartek 24 grudnia: 10:00–12:00 (dyżur świąteczny).", now, StringComparison.Ordinal);
        Assert.Contains("24 грудня: 10:00–12:00 (святкове чергування).", now, StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        string heard = string.Join('\n', (await (await Resident.ComeAsync(host)).SayAsync("czy Punkt Integracji Zakrzów czynny 24 grudnia?")).Select(m => m.Text));
        Assert.Contains("10:00–12:00 (dyżur świąteczny)", heard, StringComparison.Ordinal);

        string stale = WebUtility.HtmlDecode(await StaffBrowser.TextAsync(await leader.PostAsync(form, page, Day("2026-12-30", "", "closed", ""))));
        Assert.Contains("Ktoś w międzyczasie zmienił ten punkt", stale, StringComparison.Ordinal);
        Assert.Contains("dyżur świąteczny", stale, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await leader.PostAsync(page, page + "?handler=Usual", ("dzien", "2026-12-24"))).StatusCode);
        Assert.DoesNotContain("24 grudnia: 10:00", await TextAsync(leader, page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leader_keeps_the_week_of_their_own_point_only()
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser coordinator = await admin.ColleagueAsync("k.koordynator", StaffRoles.Coordinator);
        using StaffBrowser leader = await OwnLeader.OfAsync(admin, coordinator);
        string mine = "/panel/leaders/godziny/" + OwnLeader.Point, others = "/panel/leaders/godziny/" + OwnLeader.Other, form = await TextAsync(leader, mine);
        (string, string)[] week = [("monday", "9-12, 13–18"), ("wednesday", "12:00–18:00"), ("thursday", "15:00–20:00")];
        Assert.Contains("To nie są godziny", WebUtility.HtmlDecode(await StaffBrowser.TextAsync(await leader.PostAsync(form, mine, [("monday", "9-12, 11-18")]))), StringComparison.Ordinal);
        for (int i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.Redirect, (await leader.PostAsync(form, mine, week)).StatusCode);
        Assert.Equal(1, host.Get<Database>().Count("platform_audit", "action = 'leaders.audit.week.edit'"));
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Contains("9:00–12:00, 13:00–18:00", WebUtility.HtmlDecode(await host.Http.GetStringAsync("/punkty/" + OwnLeader.Point)), StringComparison.Ordinal);

        foreach (string page in (string[])[others, others.Replace("godziny", "dni", StringComparison.Ordinal)])
        {
            Assert.Equal(HttpStatusCode.NotFound, await leader.StatusAsync(page));
            Assert.Equal(HttpStatusCode.NotFound, (await leader.PostAsync(form, page, week)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.PostAsync(form, Points + OwnLeader.Other, ("name", "Moje"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await coordinator.StatusAsync(others));
    }

    [Fact]
    public async Task My_day_shows_a_leader_their_point_and_hours_nobody_checked()
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser coordinator = await admin.ColleagueAsync("k.koordynator", StaffRoles.Coordinator);
        using StaffBrowser leader = await OwnLeader.OfAsync(admin, coordinator);
        Assert.Contains("Dziś (poniedziałek 23 listopada): 12:00–18:00.", await TextAsync(leader, "/panel"), StringComparison.Ordinal);
        Assert.DoesNotContain("nadal aktualne", await TextAsync(leader, "/panel"), StringComparison.Ordinal);
        host.Get<Database>().Execute("UPDATE leaders_point SET checked_at = NULL");
        Assert.Contains("Czy godziny punktu są nadal aktualne?", await TextAsync(leader, "/panel"), StringComparison.Ordinal);
        string page = "/panel/leaders/godziny/" + OwnLeader.Point;
        await leader.PostAsync(page, page, ("monday", "12:00–18:00"), ("wednesday", "12:00–18:00"), ("thursday", "15:00–20:00"));
        Assert.DoesNotContain("nadal aktualne", await TextAsync(leader, "/panel"), StringComparison.Ordinal);
    }

    private static (string, string)[] Day(string from, string to, string what, string hours) =>
    [
        ("od", from), ("do", to), ("co", what), ("godziny", hours), ("powod-pl", "dyżur świąteczny"), ("powod-uk", "святкове чергування"), ("powod-en", "holiday opening"),
    ];

    private static async Task<string> TextAsync(StaffBrowser browser, string path) => WebUtility.HtmlDecode(await StaffBrowser.TextAsync(await browser.GetAsync(path)));
}
