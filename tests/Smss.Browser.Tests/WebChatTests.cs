using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Smss.Browser.Tests;

/// <summary>The web chat of the field, unchanged, from another origin.</summary>
public sealed class WebChatTests
{
    private const string Failure = "Wysyłanie nie powiodło się";
    private static readonly string Folder = Path.Combine(City.Root, "tests", "clients", "webchat");
    private static readonly string Script = Path.Combine(Folder, "node_modules", "botframework-webchat", "dist", "webchat.js");

    private readonly City _city;

    public WebChatTests(City city)
    {
        Assert.SkipUnless(File.Exists(Script), "botframework-webchat is not there: run npm ci in tests/clients/webchat (tests/run.sh does).");
        _city = city;
        city.Foreign.AddFile("/webchat", Path.Combine(Folder, "index.html"), "text/html; charset=utf-8");
        city.Foreign.AddFile("/page.js", Path.Combine(Folder, "page.js"), "text/javascript");
        city.Foreign.AddFile("/webchat.js", Script, "text/javascript");
    }

    [Fact]
    public Task It_is_welcomed_answered_and_resumed_and_nothing_counts_as_failed() => _city.VisitAsync(async page =>
    {
        await OpenAsync(page);
        await Expect(page.GetByText("automat").First).ToBeVisibleAsync();
        await AskAsync(page, "Szukam pracy w magazynie");
        await Task.Delay(TimeSpan.FromSeconds(25));
        await Expect(page.GetByText(Failure)).ToHaveCountAsync(0);
        Assert.True(await page.EvaluateAsync<bool>("() => actions.some(a => a.type === 'DIRECT_LINE/POST_ACTIVITY_FULFILLED' && a.name === 'webchat/join')"));
        Assert.False(await page.EvaluateAsync<bool>("() => actions.some(a => /POST_ACTIVITY_(IMPEDED|REJECTED)$/.test(a.type))"));
        await page.PictureAsync("webchat-1280");
        IReadOnlyList<string> before = await TextsAsync(page);
        await page.ReloadAsync();
        await Expect(Bubbles(page)).ToHaveCountAsync(before.Count);
        Assert.Equal(before, await TextsAsync(page));
    });

    [Fact]
    public Task What_a_resident_typed_stays_literal_when_the_bot_reads_it_back() => _city.VisitAsync(async page =>
    {
        await OpenAsync(page);
        await AskAsync(page, "Mam pomysł");
        const string Title = "**Ławka** [tutaj](https://example.org/) <b>zaraz</b>";
        await AskAsync(page, Title);
        await AskAsync(page, "Starsze osoby nie mają gdzie usiąść.");
        await AskAsync(page, "Pomiń");
        await AskAsync(page, "Pomiń");
        await Expect(Bubbles(page).Last).ToContainTextAsync(Title);
        await Expect(page.Locator("a[href*='example.org']")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_dropped_stream_is_resumed_with_nothing_lost_or_doubled() => _city.VisitAsync(async page =>
    {
        var sockets = new List<IWebSocketRoute>();
        await page.RouteWebSocketAsync(url => url.StartsWith("ws://127.0.0.1", StringComparison.Ordinal), socket =>
        {
            socket.ConnectToServer();
            sockets.Add(socket);
        });
        (string conversation, string token) = await OpenAsync(page);
        await AskAsync(page, "Czy są szkolenia?");
        await sockets[^1].CloseAsync(new WebSocketRouteCloseOptions { Code = 1001 });
        await PostAsync(conversation, token, "Napisane w przerwie");
        await Expect(page.GetByText("Napisane w przerwie", new PageGetByTextOptions { Exact = true }).First).ToBeVisibleAsync();
        await AskAsync(page, "Gdzie jest najbliższy punkt?");
        IReadOnlyList<string> log = await LogAsync(conversation, token);
        await Expect(Bubbles(page)).ToHaveCountAsync(log.Count);
        Assert.Equal(2, sockets.Count);
    }, new Manner { Tolerated = Manner.LostHost });

    private async Task<(string Conversation, string Token)> OpenAsync(IPage page)
    {
        using JsonDocument grant = await CallAsync(HttpMethod.Post, "tokens/generate", City.DirectLineSecret);
        string conversation = grant.RootElement.GetProperty("conversationId").GetString()!, token = grant.RootElement.GetProperty("token").GetString()!;
        await page.GotoAsync($"{_city.Foreign.Allowed}/webchat#host={Uri.EscapeDataString(_city.Address)}&token={token}");
        await Expect(Bubbles(page).First).ToBeVisibleAsync();
        return (conversation, token);
    }

    private static async Task AskAsync(IPage page, string text)
    {
        int before = await Bubbles(page).CountAsync();
        ILocator box = page.Locator("[data-id='webchat-sendbox-input']");
        await box.FillAsync(text);
        await box.PressAsync("Enter");
        await Expect(page.GetByText(text, new PageGetByTextOptions { Exact = true }).First).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("([bubbles, before]) => document.querySelectorAll(bubbles).length >= before + 2", new object[] { BubbleSelector, before });
    }

    private const string BubbleSelector = ".webchat__bubble__content";

    private static ILocator Bubbles(IPage page) => page.Locator(BubbleSelector);

    private static Task<IReadOnlyList<string>> TextsAsync(IPage page) => Bubbles(page).AllInnerTextsAsync();

    private async Task PostAsync(string conversation, string token, string text)
    {
        using JsonDocument _ = await CallAsync(HttpMethod.Post, $"conversations/{conversation}/activities", token, new { type = "message", text });
    }

    private async Task<IReadOnlyList<string>> LogAsync(string conversation, string token)
    {
        using JsonDocument set = await CallAsync(HttpMethod.Get, $"conversations/{conversation}/activities?watermark=0", token);
        return [.. set.RootElement.GetProperty("activities").EnumerateArray().Where(a => a.GetProperty("type").GetString() == "message").Select(a => a.GetProperty("text").GetString()!)];
    }

    private async Task<JsonDocument> CallAsync(HttpMethod method, string path, string key, object? body = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method, $"{_city.Address}/v3/directline/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using HttpResponseMessage response = await http.SendAsync(request);
        return JsonDocument.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
    }
}
