using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Smss.Platform.Accounts;
using Smss.Platform.Data;
using Smss.Platform.Modules;

namespace Smss.Host.Tests.Panel;

/// <summary>Every route says who may come, and every role meets exactly that.</summary>
public sealed class RouteTests
{
    /// <summary>Pages of the panel that strangers may open, each for signing in; this list may only become shorter.</summary>
    private static readonly string[] OpenInPanel = ["panel/wejscie", "panel/kod", "panel/zaproszenie/{token}"];

    /// <summary>To a leader the hours of somebody else's point are not there.</summary>
    private static readonly string[] OfOwnPoint = ["panel/leaders/dni/{id:guid}", "panel/leaders/godziny/{id:guid}"];

    /// <summary>Nobody has a conversation yet.</summary>
    private static readonly string[] OfOwnTalk = ["panel/platform/rozmowy/{id:guid}", "panel/platform/rozmowy/{id:guid}/strumien"];

    [Fact]
    public async Task Every_route_names_its_permission_or_says_that_everybody_may_come()
    {
        TestHost host = await SharedHost.OfAsync(Db.Sqlite);
        string[] permissions = [.. host.Services.GetServices<Permission>().Select(p => p.Id)];
        RouteEndpoint[] routes = RouteWalk.Of(host);
        Assert.True(routes.Count(r => r.IsPanel()) >= 12 && routes.Length >= 40, string.Join(' ', routes.Select(r => r.RoutePattern.RawText)));
        foreach (RouteEndpoint route in routes)
        {
            string[] named = [.. route.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).OfType<string>()];
            bool open = route.IsOpen();
            Assert.All(named, p => Assert.Contains(p, permissions));
            Assert.True(named.Length > 0 != open, $"{route.RoutePattern.RawText} must name one permission that exists, or let everybody in.");
            if (route.IsPanel()) Assert.Equal(OpenInPanel.Contains(route.Pattern()), open);
        }
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task Each_role_reaches_the_routes_of_its_permissions_and_no_other(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        string own = new Uri(new Uri("http://h"), (await admin.PostAsync("/panel/platform/role", "/panel/platform/role", ("name", "Tylko dziennik"))).Headers.Location!).AbsolutePath;
        await admin.PostAsync(own, own + "?handler=Save", ("permissions", "platform.audit"));
        int refused = 0, allowed = 0;
        foreach (string role in (string[])[.. host.Get<Database>().Strings("SELECT id FROM platform_role"), ""])
        {
            using StaffBrowser? colleague = role == "administrator" ? null : await ColleagueAsync(host, admin, role);
            StaffBrowser browser = colleague ?? admin;
            string[] held = [.. host.Get<RolePermissions>().Of(await RolesAsync(host, role)).Select(p => p.Id)];
            foreach (RouteEndpoint route in RouteWalk.Of(host).Where(r => !r.IsOpen()))
            {
                bool may = route.Metadata.GetOrderedMetadata<IAuthorizeData>().All(a => a.Policy is null || held.Contains(a.Policy));
                HttpStatusCode answer = await KnockAsync(browser, route, route.PathIn(host));
                bool isThere = !OfOwnTalk.Contains(route.Pattern()) && !(role == "socialleader" && OfOwnPoint.Contains(route.Pattern()));
                HttpStatusCode due = !may ? HttpStatusCode.Forbidden : isThere ? HttpStatusCode.OK : HttpStatusCode.NotFound;
                Assert.True(answer == due, $"{role} {route.Pattern()}: {answer}, not {due}");
                if (may) allowed++;
                else refused++;
                using var stranger = new StaffBrowser(host);
                Assert.Contains(await KnockAsync(stranger, route, route.PathIn(host)), (HttpStatusCode[])[HttpStatusCode.Redirect, HttpStatusCode.Unauthorized]);
            }
        }
        Assert.True(refused >= 20 && allowed >= 30, $"{refused} refused, {allowed} allowed.");
    }

    private static async Task<StaffBrowser> ColleagueAsync(TestHost host, StaffBrowser admin, string role)
    {
        string name = "k." + (role.Length > 20 ? "wlasna" : role.Length == 0 ? "bez-roli" : role);
        (string, string)[] fields = [("name", name), .. role.Length == 0 ? ((string, string)[])[] : [("roles", role)]];
        string link = StaffBrowser.LinkIn(await StaffBrowser.TextAsync(await admin.PostAsync("/panel/platform/konta", "/panel/platform/konta", fields)));
        var colleague = new StaffBrowser(host);
        await colleague.AcceptAsync(link, name);
        await colleague.SignInAsync(name);
        await colleague.SetSecondFactorAsync();
        return colleague;
    }

    private static async Task<IReadOnlyCollection<Role>> RolesAsync(TestHost host, string id)
    {
        await using AsyncServiceScope scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Roles>().FindAsync(id, default) is { } role ? [role] : [];
    }

    /// <summary>Asks as the route wants to be asked, and looks at the head of the answer only: a stream never ends.</summary>
    private static async Task<HttpStatusCode> KnockAsync(StaffBrowser browser, RouteEndpoint route, string path)
    {
        IReadOnlyList<string> methods = route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
        using var request = new HttpRequestMessage(new HttpMethod(methods.Count == 0 || methods.Contains("GET") ? "GET" : methods[0]), path);
        using HttpResponseMessage answer = await browser.SendAsync(request);
        return answer.StatusCode;
    }
}
