using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.Leaders;
using Smss.Platform.Accounts;
using Smss.Platform.Data;
using Smss.Platform.Modules;

namespace Smss.Host.Tests.Panel;

/// <summary>Roles, routes, invitations and the audit trail.</summary>
public sealed class AccountTests
{
    /// <summary>Pages that strangers may open, each with its reason; this list may only become shorter.</summary>
    private static readonly string[] Public = ["panel/wejscie", "panel/kod", "panel/zaproszenie/{token}"];

    private static readonly string[] OfOwnPoint = ["panel/leaders/dni/{id:guid}", "panel/leaders/godziny/{id:guid}"];

    [Fact]
    public async Task Every_route_of_the_panel_names_its_permission_or_is_known_to_be_public()
    {
        TestHost host = await SharedHost.OfAsync(Db.Sqlite);
        RouteEndpoint[] routes = PanelRoutes(host);
        Assert.True(routes.Length >= 12, string.Join(' ', routes.Select(r => r.RoutePattern.RawText)));
        string[] permissions = [.. host.Services.GetServices<Permission>().Select(p => p.Id)];
        foreach (RouteEndpoint route in routes)
        {
            bool declared = route.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => permissions.Contains(a.Policy));
            bool open = route.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            Assert.True(declared != open, $"{route.RoutePattern.RawText} must name one permission that exists, or let everybody in.");
            Assert.Equal(Public.Contains(route.RoutePattern.RawText), open);
        }
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task Each_role_reaches_the_routes_of_its_permissions_and_no_other(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        var permissions = host.Get<RolePermissions>();
        string number = host.Get<Database>().Strings("SELECT number FROM initiatives_initiative ORDER BY number").Select(n => $"IN-{n[..4]}-{long.Parse(n[4..]):0000}").First();
        string account = host.Get<Database>().Strings("SELECT lower(CAST(id AS text)) FROM platform_account").Single();
        string point = LeadersSample.IdOf("point:pis-zakrzow").ToString(), leader = LeadersSample.IdOf("leader:pis-zakrzow").ToString();
        int refused = 0, allowed = 0;
        foreach (StaffRoles role in RolePermissions.All.Append(StaffRoles.None))
        {
            using StaffBrowser? colleague = role == StaffRoles.Administrator ? null : await admin.ColleagueAsync("k." + role.ToString().ToLowerInvariant(), role);
            StaffBrowser browser = colleague ?? admin;
            foreach (RouteEndpoint route in PanelRoutes(host).Where(r => r.Metadata.GetMetadata<IAllowAnonymous>() is null))
            {
                string pattern = route.RoutePattern.RawText!;
                string? row = pattern.StartsWith("panel/leaders/osoby", StringComparison.Ordinal) ? leader : pattern.StartsWith("panel/leaders", StringComparison.Ordinal) ? point : null;
                string path = "/" + pattern.TrimStart('/').Replace("{number}", number, StringComparison.Ordinal).Replace("{id:guid}", row ?? account, StringComparison.Ordinal)
                    .Replace("{what:regex(^(dni|godziny)$)}", "dni", StringComparison.Ordinal);
                if (path.Contains("{id}", StringComparison.Ordinal)) path = path.Replace("{id}", row ?? RowOf(host, route), StringComparison.Ordinal);
                bool may = route.Metadata.GetOrderedMetadata<IAuthorizeData>().All(a => a.Policy is null || permissions.Of(role).Any(p => p.Id == a.Policy));
                HttpStatusCode answer = await browser.StatusAsync(path);
                // To a leader the hours of somebody else's point are not there.
                HttpStatusCode shown = role == StaffRoles.SocialLeader && OfOwnPoint.Contains(pattern) ? HttpStatusCode.NotFound : HttpStatusCode.OK;
                Assert.True(answer == (may ? shown : HttpStatusCode.Forbidden), $"{role} {path}: {answer}");
                if (may) allowed++;
                else refused++;
                using var stranger = new StaffBrowser(host);
                Assert.Equal(HttpStatusCode.Redirect, await stranger.StatusAsync(path));
            }
        }
        Assert.True(refused >= 10 && allowed >= 20, $"{refused} refused, {allowed} allowed.");
    }

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
        await using TestHost host = await TestHost.StartAsync();
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
        await admin.PostAsync(page, page + "?handler=Roles", ("roles", nameof(StaffRoles.Coordinator)));
        Assert.Contains("w międzyczasie", await StaffBrowser.TextAsync(await admin.PostAsync(stale, page + "?handler=Roles", ("roles", nameof(StaffRoles.Administrator)))), StringComparison.Ordinal);
        Assert.Equal("Coordinator", host.Get<Database>().Strings("SELECT roles FROM platform_account WHERE user_name = 'k.kowal'").Single());
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

    /// <summary>A row that the form of a route shows.</summary>
    private static string RowOf(TestHost host, RouteEndpoint route)
    {
        string? table = route.RoutePattern.RawText!.Split('/') switch
        {
            [.., "oferty", "{id}"] => "job_offer",
            [.., "pracodawcy", "{id}"] => "employer",
            [.., "staze", "{id}"] => "internship",
            [.., "szkolenia", "{id}"] => "training",
            [.., "wydarzenia", "{id}"] => "estate_event",
            _ => null,
        };
        return table is null ? "" : host.Get<Database>().Strings($"SELECT lower(CAST(id AS text)) FROM activitycentre_{table}")[0];
    }

    private static RouteEndpoint[] PanelRoutes(TestHost host) =>
        [.. host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(r => r.RoutePattern.RawText!.TrimStart('/').StartsWith("panel", StringComparison.Ordinal))];
}
