using System.Net;
using Microsoft.AspNetCore.Routing;
using Smss.Abstractions;
using Smss.Host.Tests.Panel;

namespace Smss.Host.Tests.Security;

/// <summary>What every answer says to the browser, over TLS, to strangers and to somebody signed in.</summary>
public sealed class HeaderTests
{
    private const string Site = "https://www.example.pl";
    private static readonly string[] Files = ["/site.css", "/chat.js", "/embed.js", "/favicon.svg", "/uk", "/en/prywatnosc", "/nie-ma-takiej", "/panel/nie-ma-takiej", "/api/nie-ma"];

    [Fact]
    public async Task Every_answer_of_every_route_is_guarded()
    {
        await using TestHost host = await TestHost.StartAsync(new HostSetup { Tls = true, Settings = ["--Smss:Chat:AllowedSites=" + Site] });
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host), coordinator = await admin.ColleagueAsync("k.koordynator", StaffRoles.Coordinator);
        using var stranger = new StaffBrowser(host);
        Cookies(admin);
        int seen = 0;
        foreach (string path in RouteWalk.Of(host).Select(r => r.PathIn(host)).Concat(Files).Distinct())
            foreach ((StaffBrowser who, bool signedIn) in ((StaffBrowser, bool)[])[(stranger, false), (admin, true), (coordinator, true)])
            {
                using HttpResponseMessage answer = await who.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
                Guarded(answer, path);
                Assert.True((int)answer.StatusCode < 500, $"{path}: {answer.StatusCode}");
                if (path.StartsWith("/panel", StringComparison.Ordinal) || (signedIn && answer.Content.Headers.ContentType?.MediaType == "text/html"))
                    Assert.True(answer.Headers.CacheControl?.NoStore == true, $"{path} may be kept by a cache.");
                if (path.StartsWith("/panel", StringComparison.Ordinal)) Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
                if (!signedIn && !path.StartsWith("/panel", StringComparison.Ordinal)) Assert.False(answer.Headers.Contains("Set-Cookie"), path + " sets a cookie for a resident.");
                seen++;
            }
        Assert.True(seen > 150, $"only {seen} answers were seen.");
    }

    [Fact]
    public async Task A_refused_post_a_wrong_method_and_a_broken_request_are_guarded_too()
    {
        await using TestHost host = await TestHost.StartAsync(new HostSetup { Tls = true });
        (HttpMethod, string, HttpStatusCode)[] asked =
        [
            (HttpMethod.Post, "/panel/wejscie", HttpStatusCode.BadRequest), (HttpMethod.Trace, "/", HttpStatusCode.MethodNotAllowed), (HttpMethod.Delete, "/healthz", HttpStatusCode.MethodNotAllowed),
            (HttpMethod.Get, "/api/initiatives?page=99999999999999999999", HttpStatusCode.BadRequest), (HttpMethod.Put, "/praca", HttpStatusCode.MethodNotAllowed), (HttpMethod.Post, "/chat/token", HttpStatusCode.OK),
        ];
        foreach ((HttpMethod method, string path, HttpStatusCode expected) in asked)
        {
            using var request = new HttpRequestMessage(method, path);
            if (method == HttpMethod.Post) request.Content = new StringContent("{}", System.Text.Encoding.UTF8, path.StartsWith("/chat", StringComparison.Ordinal) ? "application/json" : "application/x-www-form-urlencoded");
            using HttpResponseMessage answer = await host.Http.SendAsync(request);
            Assert.True(answer.StatusCode == expected, $"{method} {path}: {answer.StatusCode}");
            Guarded(answer, path);
            string body = await answer.Content.ReadAsStringAsync();
            Assert.All((string[])["   at ", "Exception", "SELECT ", "/home/", host.Folder], trace => Assert.DoesNotContain(trace, body, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Another_site_may_show_the_chat_alone_and_only_when_the_city_named_it()
    {
        await using TestHost host = await TestHost.StartAsync(new HostSetup { Tls = true, Settings = ["--Smss:Chat:AllowedSites=" + Site] });
        Assert.Contains("frame-ancestors " + Site, await PolicyAsync(host, "/chat/embed"), StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'none'", await PolicyAsync(host, "/"), StringComparison.Ordinal);
        await using TestHost none = await TestHost.StartAsync(new HostSetup { Tls = true });
        Assert.EndsWith("frame-ancestors 'none'", await PolicyAsync(none, "/chat/embed"), StringComparison.Ordinal);
    }

    private static async Task<string> PolicyAsync(TestHost host, string path) =>
        (await host.Http.GetAsync(path)).Headers.GetValues("Content-Security-Policy").Single();

    private static void Guarded(HttpResponseMessage answer, string path)
    {
        string policy = One("Content-Security-Policy");
        Assert.All((string[])["default-src 'none'", "script-src 'self'", "style-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'"], part => Assert.Contains(part + ";", policy, StringComparison.Ordinal));
        Assert.All((string[])["unsafe-inline", "unsafe-eval", "*", "http:"], part => Assert.DoesNotContain(part, policy, StringComparison.Ordinal));
        Assert.EndsWith(path.StartsWith("/chat/embed", StringComparison.Ordinal) && policy.Contains(Site, StringComparison.Ordinal) ? Site : "frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", One("X-Content-Type-Options"));
        Assert.Contains(One("Referrer-Policy"), (string[])["no-referrer", "strict-origin-when-cross-origin"]);
        Assert.Equal("max-age=31536000; includeSubDomains", One("Strict-Transport-Security"));
        Assert.False(answer.Headers.Contains("Server") || answer.Headers.Contains("X-Powered-By"), path + " says what it runs on.");
        if (answer.Content.Headers.ContentType is { MediaType: { } type } content && (type.StartsWith("text/", StringComparison.Ordinal) && type is not ("text/css" or "text/javascript" or "text/event-stream")))
            // A stream of events is UTF-8 whatever its head says: the HTML standard, 9.2.5, knows no other encoding, and 17 calls the parameter without purpose.
            Assert.True(string.Equals(content.CharSet, "utf-8", StringComparison.OrdinalIgnoreCase), $"{path} says no character set.");
        foreach (string cookie in answer.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies) ? cookies : []) Sealed(cookie, path);

        string One(string name) => answer.Headers.TryGetValues(name, out IEnumerable<string>? values) ? Assert.Single(values) : throw new InvalidOperationException($"{path} ({answer.StatusCode}) has no {name}.");
    }

    private static void Sealed(string cookie, string path)
    {
        Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
        Assert.All((string[])["secure", "httponly", "path=/", "samesite="], part => Assert.True(cookie.Contains(part, StringComparison.OrdinalIgnoreCase), $"{path}: {part} is missing of {cookie.Split('=')[0]}."));
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The browser holds what it needs to sign in, and nothing else.</summary>
    private static void Cookies(StaffBrowser browser) => Assert.Equal(
        ["__Host-smss-browser", "__Host-smss-form", "__Host-smss-staff"], browser.Cookies.GetAllCookies().Where(c => !c.Expired && c.Value.Length > 0).Select(c => c.Name).Order(StringComparer.Ordinal));
}
