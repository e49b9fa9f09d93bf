using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions;
using Smss.Platform.Accounts;

namespace Smss.Host.Tests.Panel;

/// <summary>A browser of somebody of the staff, without scripts: cookies, forms with their hidden fields, redirects seen one by one.</summary>
internal sealed partial class StaffBrowser : IDisposable
{
    public const string Password = "zielony rower pod lasem";
    private readonly TestHost? _host;
    private readonly HttpClient _http;

    public StaffBrowser(TestHost host) : this(host.Http.BaseAddress!, host.NewHandler()) => _host = host;

    public StaffBrowser(Uri address, SocketsHttpHandler handler)
    {
        handler.CookieContainer = Cookies;
        handler.AllowAutoRedirect = false;
        _http = new HttpClient(handler) { BaseAddress = address };
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>Key of the authenticator app.</summary>
    public byte[]? Phone { get; private set; }

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>Makes the first administrator and signs them in with a second factor.</summary>
    public static async Task<StaffBrowser> FirstAsync(TestHost host, string name = "admin.pierwszy")
    {
        var browser = new StaffBrowser(host);
        await browser.AcceptAsync(await FirstLinkAsync(host) ?? throw new InvalidOperationException("Somebody administers already."), name);
        await browser.SignInAsync(name);
        await browser.SetSecondFactorAsync();
        return browser;
    }

    /// <summary>Invites somebody and signs them in with a second factor.</summary>
    public async Task<StaffBrowser> ColleagueAsync(string name, StaffRoles roles, bool secondFactor = true)
    {
        string link = await InviteAsync(name, roles);
        var colleague = new StaffBrowser(_host!);
        await colleague.AcceptAsync(link, name);
        await colleague.SignInAsync(name);
        if (secondFactor) await colleague.SetSecondFactorAsync();
        return colleague;
    }

    public async Task<string> InviteAsync(string name, StaffRoles roles)
    {
        (string, string)[] fields = [("name", name), .. Enum.GetValues<StaffRoles>().Where(r => r != StaffRoles.None && roles.HasFlag(r)).Select(r => ("roles", Role.IdOf(r)))];
        return LinkIn(await TextAsync(await PostAsync("/panel/platform/konta", "/panel/platform/konta", fields)));
    }

    public static string LinkIn(string page) => OneTime().Match(page) is { Success: true } match ? match.Value : throw new InvalidOperationException("No link on the page: " + page);

    public static async Task<string?> FirstLinkAsync(TestHost host)
    {
        await using AsyncServiceScope scope = host.Services.CreateAsyncScope();
        string? link = await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().FirstAsync(default);
        return link is null ? null : LinkIn(link);
    }

    public async Task AcceptAsync(string link, string name, string password = Password)
    {
        HttpResponseMessage answer = await PostAsync(link, link, ("name", name), ("password", password), ("again", password));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await TextAsync(answer));
    }

    public Task<HttpResponseMessage> SignInAsync(string name, string password = Password) =>
        PostAsync("/panel/wejscie", "/panel/wejscie", ("name", name), ("password", password));

    public async Task SetSecondFactorAsync()
    {
        const string page = "/panel/platform/moje/drugi-skladnik";
        string form = await TextAsync(await GetAsync(page));
        Phone = FromBase32(SecretIn().Match(form).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal));
        string done = await TextAsync(await PostAsync(form, page, ("code", Code()), ("current", Password)));
        RecoveryCodes = [.. RecoveryCode().Matches(done).Select(m => m.Value)];
        Assert.Equal(8, RecoveryCodes.Count);
    }

    /// <summary>What the app shows now; the host takes each only once, so the clock moves on first when asked.</summary>
    public string Code(bool next = false)
    {
        if (next) _host!.Clock.Advance(TimeSpan.FromSeconds(30));
        return SecondFactor.CodeAt(Phone!, _host!.Clock.GetUtcNow().ToUnixTimeSeconds() / 30);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path);

    /// <summary>Only the head: what follows is read as it comes.</summary>
    public Task<HttpResponseMessage> OpenAsync(string path) => _http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);

    /// <summary>The head of an answer; its body may never end.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using HttpResponseMessage answer = await OpenAsync(path);
        return answer.StatusCode;
    }

    /// <summary>The same browser at another replica, whose address it takes for the same.</summary>
    public StaffBrowser At(TestHost replica)
    {
        var browser = new StaffBrowser(replica);
        foreach (Cookie cookie in Cookies.GetAllCookies()) browser.Cookies.Add(replica.Http.BaseAddress!, new Cookie(cookie.Name, cookie.Value));
        return browser;
    }

    /// <summary>Posts a form that is on a page.</summary>
    /// <param name="page">Path of the page, or its text when it was fetched before.</param>
    public async Task<HttpResponseMessage> PostAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        string text = page.StartsWith('/') ? await TextAsync(await GetAsync(page)) : page;
        return await PostRawAsync(action, [.. HiddenIn(text).Where(h => fields.All(f => f.Name != h.Name)), .. fields]);
    }

    /// <summary>Posts a form with a file.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string page, (string Name, string Value) field, string file, byte[] content)
    {
        using var form = new MultipartFormDataContent();
        foreach ((string name, string value) in HiddenIn(await TextAsync(await GetAsync(page))).Append(field)) form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(content), file, "plik.csv");
        return await _http.PostAsync(page, form);
    }

    public Task<HttpResponseMessage> PostRawAsync(string action, params (string Name, string Value)[] fields) =>
        _http.PostAsync(action, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    public static async Task<string> TextAsync(HttpResponseMessage answer) => await answer.Content.ReadAsStringAsync();

    public void Dispose() => _http.Dispose();

    private static IEnumerable<(string Name, string Value)> HiddenIn(string page) => Hidden().Matches(page)
        .Select(m => Attribute().Matches(m.Value).ToDictionary(a => a.Groups[1].Value, a => WebUtility.HtmlDecode(a.Groups[2].Value)))
        .Select(a => (a["name"], a.GetValueOrDefault("value", ""))).DistinctBy(f => f.Item1);

    private static byte[] FromBase32(string text)
    {
        var bytes = new List<byte>();
        int bits = 0, held = 0;
        foreach (char c in text)
        {
            held = (held << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c);
            if ((bits += 5) >= 8) bytes.Add((byte)(held >> (bits -= 8)));
            held &= (1 << bits) - 1;
        }
        return [.. bytes];
    }

    [GeneratedRegex("/panel/zaproszenie/[A-Za-z0-9_-]{43}")]
    private static partial Regex OneTime();

    [GeneratedRegex("<code>([A-Z2-7 ]{32,})</code>")]
    private static partial Regex SecretIn();

    [GeneratedRegex("[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}")]
    private static partial Regex RecoveryCode();

    [GeneratedRegex("<input[^>]* type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    [GeneratedRegex(" (name|value)=\"([^\"]*)\"")]
    private static partial Regex Attribute();
}
