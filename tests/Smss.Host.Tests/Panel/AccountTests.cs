using System.Net;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Platform.Accounts;
using Smss.Platform.Data;

namespace Smss.Host.Tests.Panel;

/// <summary>Passwords, invitations and the audit trail.</summary>
public sealed class AccountTests
{
    [Fact]
    public async Task Every_panel_page_is_a_panel_page()
    {
        TestHost host = await SharedHost.OfAsync(Db.Sqlite);
        Type[] models = [.. host.Get<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<CompiledPageActionDescriptor>()
            .Where(p => p.AttributeRouteInfo!.Template!.StartsWith("panel", StringComparison.Ordinal)).Select(p => p.ModelTypeInfo!.AsType())];
        Assert.All(models, m => Assert.True(m.IsAssignableTo(typeof(PanelPage)), m.Name));
    }

    [Theory]
    [InlineData("krotkie", "co najmniej 12"), InlineData("haslohaslo123", "łatwo zgadnąć"), InlineData("Polskapolska1", "łatwo zgadnąć")]
    [InlineData("aaaaaaaaaaaaaaaa", "łatwo zgadnąć"), InlineData("123456789012", "łatwo zgadnąć"), InlineData("abcdefghijklmnop", "łatwo zgadnąć"), InlineData("a.nowak-2026-jesien", "łatwo zgadnąć")]
    public async Task A_weak_password_is_refused(string password, string why)
    {
        TestHost host = await SharedHost.OfAsync(Db.Sqlite);
        using var browser = new StaffBrowser(host);
        string link = (await StaffBrowser.FirstLinkAsync(host))!;
        string page = await StaffBrowser.TextAsync(await browser.PostAsync(link, link, ("name", "a.nowak"), ("password", password), ("again", password)));
        Assert.Contains(why, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync(link));
    }

    [Fact]
    public async Task Passwords_are_hashed_with_six_hundred_thousand_rounds()
    {
        await using TestHost host = await TestHost.StartAsync(new HostSetup { CostlyPasswords = true });
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        byte[] hash = Convert.FromBase64String(host.Get<Database>().Strings("SELECT password_hash FROM platform_account").Single());
        Assert.Equal(1, hash[0]);
        Assert.Equal(600_000u, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)));
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task An_invitation_works_once_for_its_time_and_a_newer_one_ends_it(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        string link = await admin.InviteAsync("l.liderka", StaffRoles.SocialLeader);
        using var leader = new StaffBrowser(host);
        Assert.Equal(HttpStatusCode.OK, await leader.StatusAsync(link));
        host.Clock.Advance(OneTimeLinks.Life);
        Assert.Equal(HttpStatusCode.NotFound, await leader.StatusAsync(link));

        await admin.SignInAsync("admin.pierwszy");
        await admin.PostAsync("/panel/kod", "/panel/kod", ("code", admin.Code()));
        string page = "/panel/platform/konta/" + host.Get<Database>().Strings("SELECT lower(CAST(id AS text)) FROM platform_account WHERE user_name = 'l.liderka'").Single();
        string second = StaffBrowser.LinkIn(await StaffBrowser.TextAsync(await admin.PostAsync(page, page + "?handler=Link")));
        string third = StaffBrowser.LinkIn(await StaffBrowser.TextAsync(await admin.PostAsync(page, page + "?handler=Link")));
        Assert.Equal(HttpStatusCode.NotFound, await leader.StatusAsync(second));
        string form = await StaffBrowser.TextAsync(await leader.GetAsync(third));
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            leader.PostAsync(form, third, ("password", StaffBrowser.Password + i), ("again", StaffBrowser.Password + i))));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Nobody_changes_their_own_rights_and_a_stale_form_changes_nothing()
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        string own = "/panel/platform/konta/" + host.Get<Database>().Strings("SELECT lower(CAST(id AS text)) FROM platform_account").Single();
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.PostAsync(own, own + "?handler=Enabled", ("enabled", "false"))).StatusCode);

        await admin.InviteAsync("k.kowal", StaffRoles.Auditor);
        string page = "/panel/platform/konta/" + host.Get<Database>().Strings("SELECT lower(CAST(id AS text)) FROM platform_account WHERE user_name = 'k.kowal'").Single();
        string stale = await StaffBrowser.TextAsync(await admin.GetAsync(page));
        await admin.PostAsync(page, page + "?handler=Roles", ("roles", "coordinator"));
        Assert.Contains("w międzyczasie", await StaffBrowser.TextAsync(await admin.PostAsync(stale, page + "?handler=Roles", ("roles", "administrator"))), StringComparison.Ordinal);
        Assert.Equal("coordinator", host.Get<Database>().Strings("SELECT role_id FROM platform_account_role WHERE account_id = (SELECT id FROM platform_account WHERE user_name = 'k.kowal')").Single());
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task What_was_done_stands_in_the_audit_trail_and_in_its_file(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        await admin.InviteAsync("k.kowal", StaffRoles.Auditor);
        string page = await StaffBrowser.TextAsync(await admin.GetAsync("/panel/platform/dziennik?kto=admin.pierwszy&co=k.kowal&od=2026-11-23&do=2026-11-23"));
        Assert.Contains("zaproszono osobę", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ustawiono drugi składnik", page, StringComparison.Ordinal);
        Assert.DoesNotContain("zaproszono osobę", await StaffBrowser.TextAsync(await admin.GetAsync("/panel/platform/dziennik?do=2026-11-22")), StringComparison.Ordinal);

        host.Get<Database>().Execute("UPDATE platform_audit SET subject = '=HYPERLINK(\"x\")' WHERE subject = 'k.kowal'");
        using HttpResponseMessage file = await admin.GetAsync("/panel/platform/dziennik?handler=Csv");
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"zaproszono osobę\",\"'=HYPERLINK(\"\"x\"\")\"\r\n", await StaffBrowser.TextAsync(file), StringComparison.Ordinal);
    }

    [Theory, InlineData("=1+1", "\"'=1+1\""), InlineData(" @SUM(A1)", "\"' @SUM(A1)\""), InlineData("+48 600", "\"'+48 600\""), InlineData("\tx", "\"'\tx\""), InlineData("IN-2026-0001", "\"IN-2026-0001\""), InlineData("a\"b", "\"a\"\"b\"")]
    public void A_cell_never_begins_a_formula(string text, string cell) => Assert.Equal(cell, Csv.Cell(text));

    /// <summary>RFC 6238, appendix B, the last six of eight digits.</summary>
    [Theory, InlineData(59, "287082"), InlineData(1111111109, "081804"), InlineData(1234567890, "005924"), InlineData(20000000000, "353130")]
    public void Codes_are_those_of_every_authenticator_app(long seconds, string code) =>
        Assert.Equal(code, SecondFactor.CodeAt(System.Text.Encoding.ASCII.GetBytes("12345678901234567890"), seconds / 30));
}
