using System.Net;
using Smss.Abstractions;
using Smss.Platform.Accounts;
using Smss.Platform.Data;

namespace Smss.Host.Tests.Panel;

/// <summary>Who gets in, who does not, and when a session ends.</summary>
public sealed class SignInTests
{
    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task The_first_link_makes_one_administrator_and_then_no_more(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        string link = (await StaffBrowser.FirstLinkAsync(host))!, other = (await StaffBrowser.FirstLinkAsync(host))!;
        Assert.Equal(0, host.Get<Database>().Count("platform_account"));
        Assert.DoesNotContain(host.Get<Database>().Holding(link.Split('/')[^1]), _ => true);
        using var browser = new StaffBrowser(host);
        await browser.AcceptAsync(link, "admin.pierwszy");

        Assert.Null(await StaffBrowser.FirstLinkAsync(host));
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync(link));
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync(other));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync("admin.pierwszy")).StatusCode);
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task Who_reads_personal_data_comes_in_with_a_second_factor_only(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using var admin = new StaffBrowser(host);
        await admin.AcceptAsync((await StaffBrowser.FirstLinkAsync(host))!, "admin");
        await admin.SignInAsync("admin");
        Assert.Equal(HttpStatusCode.Forbidden, await admin.StatusAsync("/panel/platform/konta"));
        await admin.SetSecondFactorAsync();
        Assert.Equal(HttpStatusCode.OK, await admin.StatusAsync("/panel/platform/konta"));

        using var later = new StaffBrowser(host);
        Assert.StartsWith("/panel/kod", (await later.SignInAsync("admin")).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await later.StatusAsync("/panel"));
        // The code that set it up was used by that.
        Assert.Equal(HttpStatusCode.OK, (await later.PostAsync("/panel/kod", "/panel/kod", ("code", admin.Code()))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await later.PostAsync("/panel/kod", "/panel/kod", ("code", admin.Code(next: true)))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await later.StatusAsync("/panel/platform/konta"));
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_recovery_code_works_once(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        string code = admin.RecoveryCodes[3].ToLowerInvariant().Replace('-', ' ');
        Assert.Empty(host.Get<Database>().Holding(admin.RecoveryCodes[3]));
        foreach (HttpStatusCode expected in (HttpStatusCode[])[HttpStatusCode.Redirect, HttpStatusCode.OK])
        {
            using var later = new StaffBrowser(host);
            await later.SignInAsync("admin.pierwszy");
            Assert.Equal(expected, (await later.PostAsync("/panel/kod", "/panel/kod", ("code", code))).StatusCode);
        }
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_session_ends_at_once_when_the_account_is_disabled_or_a_role_is_taken_away(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        Assert.Equal(HttpStatusCode.OK, await centre.StatusAsync("/panel/initiatives"));
        string page = "/panel/platform/konta/" + host.Get<Database>().Strings("SELECT lower(CAST(id AS text)) FROM platform_account WHERE user_name = 'c.centrum'").Single();

        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync(page, page + "?handler=Roles", ("roles", Role.IdOf(StaffRoles.Auditor)))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await centre.StatusAsync("/panel/initiatives"));

        await centre.SignInAsync("c.centrum");
        await centre.PostAsync("/panel/kod", "/panel/kod", ("code", centre.Code(next: true)));
        Assert.Equal(HttpStatusCode.OK, await centre.StatusAsync("/panel/initiatives"));
        await admin.PostAsync(page, page + "?handler=Enabled", ("enabled", "false"));
        Assert.Equal(HttpStatusCode.Redirect, await centre.StatusAsync("/panel/initiatives"));
        Assert.Contains("Nazwa lub hasło się nie zgadza", await StaffBrowser.TextAsync(await centre.SignInAsync("c.centrum")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guessing_is_slowed_down_and_the_owner_still_comes_in_from_a_browser_known_to_the_account()
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using var stranger = new StaffBrowser(host);
        string last = "";
        for (int i = 0; i <= SignInBrake.PerPair; i++) last = await StaffBrowser.TextAsync(await stranger.SignInAsync("admin.pierwszy", "zgaduje po raz " + i));
        Assert.Contains("Za dużo prób", last, StringComparison.Ordinal);
        Assert.Contains("Za dużo prób", await StaffBrowser.TextAsync(await stranger.SignInAsync("admin.pierwszy")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SignInAsync("admin.pierwszy")).StatusCode);
        host.Clock.Advance(SignInBrake.Window);
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.SignInAsync("admin.pierwszy")).StatusCode);
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_answered_like_a_wrong_password()
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using var stranger = new StaffBrowser(host);
        string nobody = await StaffBrowser.TextAsync(await stranger.SignInAsync("nikt.taki", "nie to haslo wcale"));
        string wrong = await StaffBrowser.TextAsync(await stranger.SignInAsync("admin.pierwszy", "nie to haslo wcale"));
        Assert.Contains("Nazwa lub hasło się nie zgadza", nobody, StringComparison.Ordinal);
        Assert.Contains("Nazwa lub hasło się nie zgadza", wrong, StringComparison.Ordinal);
    }

    [Theory, InlineData("https://evil.example/panel"), InlineData("//evil.example"), InlineData("/\\evil.example"), InlineData("/panel/\\..\\evil"), InlineData("/panelevil"), InlineData("/praca")]
    public async Task After_signing_in_nobody_is_sent_elsewhere(string to)
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using var later = new StaffBrowser(host);
        await later.PostAsync("/panel/wejscie?dalej=" + Uri.EscapeDataString(to), "/panel/wejscie", ("name", "admin.pierwszy"), ("password", StaffBrowser.Password));
        HttpResponseMessage answer = await later.PostAsync("/panel/kod", "/panel/kod", ("code", admin.Code(next: true)), ("dalej", to));
        Assert.Equal("/panel", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.PostRawAsync("/panel/platform/konta", ("name", "obcy.czlowiek"), ("roles", "administrator"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.PostRawAsync("/panel/wyjscie")).StatusCode);
        Assert.Equal(1, host.Get<Database>().Count("platform_account"));
    }

    [Fact]
    public async Task Cookies_follow_the_public_address_and_signed_in_pages_are_kept_nowhere()
    {
        await using TestHost host = await TestHost.StartAsync(new HostSetup { Settings = ["--Smss:PublicUrl=https://strefa.example.pl"] });
        using HttpResponseMessage answer = await host.Http.GetAsync("/panel/wejscie");
        string cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-smss-form=", cookie, StringComparison.Ordinal);
        Assert.All((string[])["secure", "httponly", "samesite=lax", "path=/"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False((await host.Http.GetAsync("/")).Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_way_out_ends_the_session()
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync("/panel/wyjscie", "/panel/wyjscie")).StatusCode);
        Assert.Equal("/panel/wejscie?dalej=%2Fpanel", new Uri(host.Http.BaseAddress!, (await admin.GetAsync("/panel")).Headers.Location!).PathAndQuery);
    }
}
