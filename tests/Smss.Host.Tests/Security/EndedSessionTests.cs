using System.Net;
using Smss.Abstractions;
using Smss.Host.Tests.Panel;
using Smss.Platform.Data;

namespace Smss.Host.Tests.Security;

/// <summary>What was typed into a form survives the end of the session, for the same person only, and is stored nowhere.</summary>
public sealed class EndedSessionTests
{
    private const string Typed = "Lampy \"wymienimy\" w styczniu. <b>Dziękujemy</b> & do zobaczenia.";

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_form_sent_after_the_session_ended_comes_back_as_it_was_typed(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        string page = PageIn(host), form = await StaffBrowser.TextAsync(await centre.GetAsync(page));
        host.Clock.Advance(TimeSpan.FromHours(11));

        using HttpResponseMessage answer = await centre.PostAsync(form, page, ("what", "Answer"), ("words", Typed));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        string signIn = await StaffBrowser.TextAsync(answer);
        Assert.Contains("nie przepadło", signIn, StringComparison.Ordinal);
        Assert.DoesNotContain("Lampy", signIn, StringComparison.Ordinal);
        Assert.Empty(host.Get<Database>().Holding("wymienimy"));

        // A slip of the password loses nothing either.
        signIn = await StaffBrowser.TextAsync(await centre.PostAsync(signIn, "/panel/wejscie", ("name", "c.centrum"), ("password", "nie to haslo wcale")));
        HttpResponseMessage password = await centre.PostAsync(signIn, "/panel/wejscie", ("name", "c.centrum"), ("password", StaffBrowser.Password));
        Assert.Equal((HttpStatusCode.TemporaryRedirect, "/panel/kod"), (password.StatusCode, password.Headers.Location!.ToString()));
        string code = await StaffBrowser.TextAsync(await centre.PostAsync(signIn, "/panel/kod", ("name", "c.centrum"), ("password", StaffBrowser.Password)));
        HttpResponseMessage entered = await centre.PostAsync(code, "/panel/kod", ("code", centre.Code()));
        Assert.Equal((HttpStatusCode.TemporaryRedirect, page), (entered.StatusCode, entered.Headers.Location!.ToString()));

        string back = await StaffBrowser.TextAsync(await centre.PostAsync(code, page, ("code", centre.Code())));
        Assert.Contains("z powrotem w formularzu", back, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(Typed).Replace("&#39;", "'", StringComparison.Ordinal)[..20], back, StringComparison.Ordinal);
        Assert.Matches("value=\"Answer\"[^>]*checked", back);
        Assert.Equal(0, host.Get<Database>().Count("platform_audit", "action = 'initiatives.audit.answer'"));

        Assert.Equal(HttpStatusCode.Redirect, (await centre.PostAsync(back, page, ("what", "Answer"), ("words", Typed))).StatusCode);
        Assert.Equal(1, host.Get<Database>().Count("platform_audit", "action = 'initiatives.audit.answer'"));
        Assert.Equal(Typed, host.Get<Database>().Strings("SELECT note FROM initiatives_step WHERE note LIKE 'Lampy%'").Single());
        Assert.DoesNotContain(host.Log.All, l => l.Contains("wymienimy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_that_was_not_there_yet_comes_back_into_an_empty_form_and_is_made_once()
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        const string list = "/panel/activitycentre/pracodawcy";
        string form = await StaffBrowser.TextAsync(await centre.GetAsync(list + "/nowe"));
        string page = System.Text.RegularExpressions.Regex.Match(form, $"<form method=\"post\" action=\"({list}/[^\"]+)\"").Groups[1].Value;
        host.Clock.Advance(TimeSpan.FromHours(11));
        string signIn = await StaffBrowser.TextAsync(await centre.PostAsync(form, page, ("name", "Piekarnia Nocna")));
        string code = await StaffBrowser.TextAsync(await centre.PostAsync(signIn, "/panel/kod", ("name", "c.centrum"), ("password", StaffBrowser.Password)));
        await centre.PostAsync(signIn, "/panel/wejscie", ("name", "c.centrum"), ("password", StaffBrowser.Password));
        code = await StaffBrowser.TextAsync(await centre.PostAsync(signIn, "/panel/kod", ("name", "c.centrum"), ("password", StaffBrowser.Password)));
        await centre.PostAsync(code, "/panel/kod", ("code", centre.Code(next: true)));
        HttpResponseMessage back = await centre.PostAsync(code, page);
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        string again = await StaffBrowser.TextAsync(back);
        Assert.Contains("value=\"Piekarnia Nocna\"", again, StringComparison.Ordinal);
        Assert.Equal(0, host.Get<Database>().Count("activitycentre_employer", "name = 'Piekarnia Nocna'"));
        Assert.Equal(HttpStatusCode.Redirect, (await centre.PostAsync(again, page, ("name", "Piekarnia Nocna"))).StatusCode);
        Assert.Equal(1, host.Get<Database>().Count("activitycentre_employer", "name = 'Piekarnia Nocna'"));
    }

    [Fact]
    public async Task Somebody_else_at_the_same_browser_sees_nothing_of_it()
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff), other = await admin.ColleagueAsync("k.koordynator", StaffRoles.Coordinator);
        string page = PageIn(host), form = await StaffBrowser.TextAsync(await centre.GetAsync(page));
        host.Clock.Advance(TimeSpan.FromHours(11));
        string signIn = await StaffBrowser.TextAsync(await centre.PostAsync(form, page, ("what", "Answer"), ("words", Typed)));
        string code = await StaffBrowser.TextAsync(await centre.PostAsync(signIn, "/panel/kod", ("name", "k.koordynator"), ("password", StaffBrowser.Password)));
        await centre.PostAsync(signIn, "/panel/wejscie", ("name", "k.koordynator"), ("password", StaffBrowser.Password));
        await centre.PostAsync("/panel/kod", "/panel/kod", ("code", other.Code(next: true)));
        string shown = await StaffBrowser.TextAsync(await centre.PostAsync(signIn, page));
        Assert.Contains("IN-", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("wymienimy", shown + code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_another_site_sends_is_not_carried()
    {
        await using TestHost host = await TestHost.StartAsync();
        // A browser sends no cookie with it: they are SameSite=Lax.
        using var stranger = new StaffBrowser(host);
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.PostRawAsync(PageIn(host), ("what", "Close"), ("words", "podrzucone"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.PostRawAsync(PageIn(host), ("niesione", "podrobione"), ("words", "podrzucone"))).StatusCode);
    }

    private static string PageIn(TestHost host) =>
        "/panel/initiatives/" + host.Get<Database>().Strings("SELECT number FROM initiatives_initiative WHERE status = 'InReview' ORDER BY number LIMIT 1").Select(n => $"IN-{n[..4]}-{long.Parse(n[4..]):0000}").Single() + "/odpowiedz";
}
