using System.Net;
using Smss.Abstractions;
using Smss.Platform.Accounts;
using Smss.Platform.Data;

namespace Smss.Host.Tests.Panel;

/// <summary>Roles are sets of permissions that the city changes; everybody feels it at once, and somebody always administers.</summary>
public sealed class RoleTests
{
    private const string Roles = "/panel/platform/role", Leader = Roles + "/socialleader";

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_changed_role_is_felt_at_the_next_request_and_stays_changed(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser leader = await admin.ColleagueAsync("l.liderka", StaffRoles.SocialLeader);
        Assert.Equal(HttpStatusCode.Forbidden, await leader.StatusAsync("/panel/platform/dziennik"));

        Assert.Equal(HttpStatusCode.Redirect, (await GrantAsync(admin, Leader, "platform.audit")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await leader.StatusAsync("/panel/platform/dziennik"));
        Assert.Equal(HttpStatusCode.Forbidden, await leader.StatusAsync("/panel/initiatives"));
        Assert.Contains("socialleader: +platform.audit", string.Join('\n', host.Get<Database>().Strings("SELECT subject FROM platform_audit WHERE action = 'platform.audit.role-changed'")), StringComparison.Ordinal);

        // A module that is off keeps what was decided, and a city's decision outlives the module's word.
        await host.RestartAsync(modules: AllModules.Without("initiatives"));
        using StaffBrowser again = await ComeBackAsync(host, admin);
        Assert.Equal(HttpStatusCode.Redirect, (await GrantAsync(again, Leader)).StatusCode);
        await host.RestartAsync(modules: "*");
        using StaffBrowser later = await ComeBackAsync(host, leader, "l.liderka");
        Assert.Equal(HttpStatusCode.Forbidden, await later.StatusAsync("/panel/initiatives"));
        Assert.Equal(HttpStatusCode.Forbidden, await later.StatusAsync("/panel/platform/dziennik"));
    }

    [Fact]
    public async Task A_module_switched_on_later_gives_its_permissions_to_the_roles_it_names_also_to_a_changed_one()
    {
        await using TestHost host = await TestHost.StartAsync(new HostSetup { Modules = AllModules.Without("initiatives") });
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser leader = await admin.ColleagueAsync("l.liderka", StaffRoles.SocialLeader, secondFactor: false);
        await GrantAsync(admin, Leader, "platform.audit");
        await leader.SetSecondFactorAsync();
        await host.RestartAsync(modules: "*");
        using StaffBrowser later = await ComeBackAsync(host, leader, "l.liderka");
        Assert.Equal(HttpStatusCode.OK, await later.StatusAsync("/panel/initiatives"));
        Assert.Equal(HttpStatusCode.OK, await later.StatusAsync("/panel/platform/dziennik"));
    }

    [Fact]
    public async Task A_role_that_begins_to_read_personal_data_demands_the_second_factor_at_once()
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        string role = await MakeAsync(admin, "Recepcja Centrum");
        string link = StaffBrowser.LinkIn(await StaffBrowser.TextAsync(await admin.PostAsync("/panel/platform/konta", "/panel/platform/konta", ("name", "r.recepcja"), ("roles", role.Split('/')[^1]))));
        using var reception = new StaffBrowser(host);
        await reception.AcceptAsync(link, "r.recepcja");
        await reception.SignInAsync("r.recepcja");
        Assert.DoesNotContain("drugi składnik logowania", await StaffBrowser.TextAsync(await reception.GetAsync("/panel")), StringComparison.Ordinal);

        await SaveAsync(admin, role, ("name", "Recepcja Centrum"), ("permissions", "initiatives.read"));
        Assert.Equal(HttpStatusCode.Forbidden, await reception.StatusAsync("/panel/initiatives"));
        Assert.Contains("drugi składnik logowania", await StaffBrowser.TextAsync(await reception.GetAsync("/panel")), StringComparison.Ordinal);
        await reception.SetSecondFactorAsync();
        Assert.Equal(HttpStatusCode.OK, await reception.StatusAsync("/panel/initiatives"));
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task Roles_of_the_city_are_made_renamed_and_deleted_when_nobody_has_them(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        foreach (string wrong in (string[])["", "ab", "\u202E\u200B ", new string('a', Role.LongestName + 1)])
            Assert.Contains("Nazwa musi mieć", await StaffBrowser.TextAsync(await admin.PostAsync(Roles, Roles, ("name", wrong))), StringComparison.Ordinal);
        string role = await MakeAsync(admin, "Recepcja <b>"), id = role.Split('/')[^1];
        Assert.Contains("już jest", await StaffBrowser.TextAsync(await admin.PostAsync(Roles, Roles, ("name", " Recepcja  <b> "))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(admin, role, ("name", "Recepcja"))).StatusCode);
        await admin.PostAsync("/panel/platform/konta", "/panel/platform/konta", ("name", "r.recepcja"), ("roles", id));
        Assert.Equal(HttpStatusCode.OK, (await admin.PostAsync(role, role + "?handler=Delete")).StatusCode);
        Assert.Equal(1, host.Get<Database>().Count("platform_role", $"id = '{id}'"));

        string account = "/panel/platform/konta/" + host.Get<Database>().Strings("SELECT lower(CAST(id AS text)) FROM platform_account WHERE user_name = 'r.recepcja'").Single();
        await admin.PostAsync(account, account + "?handler=Roles", ("roles", "auditor"));
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync(role, role + "?handler=Delete")).StatusCode);
        Assert.Equal(0, host.Get<Database>().Count("platform_role", $"id = '{id}'"));
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.PostAsync(Leader, Leader + "?handler=Delete")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusAsync(role));
    }

    [Fact]
    public async Task Nobody_changes_their_own_role_and_a_stale_form_shows_both()
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.PostAsync(Roles + "/administrator", Roles + "/administrator?handler=Save", ("stamp", "administrator"))).StatusCode);

        string stale = await StaffBrowser.TextAsync(await admin.GetAsync(Leader));
        await GrantAsync(admin, Leader, "platform.audit");
        string both = await StaffBrowser.TextAsync(await admin.PostAsync(stale, Leader + "?handler=Save", ("permissions", "initiatives.decide")));
        Assert.Contains("w międzyczasie zmienił", both, StringComparison.Ordinal);
        Assert.Contains("zapisane: tak", both, StringComparison.Ordinal);
        Assert.Contains("zapisane: nie", both, StringComparison.Ordinal);
        Assert.Equal("platform.audit", host.Get<Database>().Strings("SELECT granted FROM platform_role WHERE id = 'socialleader'").Single());
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync(both, Leader + "?handler=Save", ("permissions", "initiatives.decide"))).StatusCode);
        Assert.Equal("initiatives.decide", host.Get<Database>().Strings("SELECT granted FROM platform_role WHERE id = 'socialleader'").Single());
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task Of_two_administrators_who_shut_each_other_out_at_once_one_remains(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser one = await StaffBrowser.FirstAsync(host), other = await one.ColleagueAsync("admin.drugi", StaffRoles.Administrator);
        (StaffBrowser Browser, string Page)[] duel = [(one, PageOf(host, "admin.drugi")), (other, PageOf(host, "admin.pierwszy"))];
        (StaffBrowser Browser, string Page, string Form)[] ready =
            [(one, duel[0].Page, await StaffBrowser.TextAsync(await one.GetAsync(duel[0].Page))), (other, duel[1].Page, await StaffBrowser.TextAsync(await other.GetAsync(duel[1].Page)))];
        await Task.WhenAll(ready.Select(d => d.Browser.PostAsync(d.Form, d.Page + "?handler=Enabled", ("enabled", "false"))));
        Assert.Equal(1, host.Get<Database>().Count("platform_account", "disabled_at IS NULL"));
    }

    private static string PageOf(TestHost host, string name) =>
        "/panel/platform/konta/" + host.Get<Database>().Strings($"SELECT lower(CAST(id AS text)) FROM platform_account WHERE user_name = '{name}'").Single();

    private static async Task<string> MakeAsync(StaffBrowser admin, string name) =>
        new Uri(new Uri("http://h"), (await admin.PostAsync(Roles, Roles, ("name", name))).Headers.Location!).AbsolutePath;

    private static Task<HttpResponseMessage> GrantAsync(StaffBrowser admin, string role, params string[] permissions) =>
        SaveAsync(admin, role, [.. permissions.Select(p => ("permissions", p))]);

    private static Task<HttpResponseMessage> SaveAsync(StaffBrowser admin, string role, params (string, string)[] fields) =>
        admin.PostAsync(role, role + "?handler=Save", fields);

    /// <summary>The same person at the host's new port.</summary>
    private static async Task<StaffBrowser> ComeBackAsync(TestHost host, StaffBrowser before, string name = "admin.pierwszy")
    {
        var browser = new StaffBrowser(host);
        await browser.SignInAsync(name);
        await browser.PostAsync("/panel/kod", "/panel/kod", ("code", before.Code(next: true)));
        return browser;
    }
}
