using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Smss.BotFramework.DirectLine;

namespace Smss.Unit.Tests.DirectLine;

/// <summary>The server behind a real Kestrel on a free port of loopback.</summary>
internal sealed class DirectLineHost : IAsyncDisposable
{
    public const string Secret = "sekret-testowy-0123456789";
    public static readonly byte[] Key = Encoding.UTF8.GetBytes("klucz-testowy-o-dlugosci-ponad-32-bajtow");

    private readonly WebApplication app;

    private DirectLineHost(WebApplication app) => this.app = app;

    public HttpClient Client { get; private set; } = null!;
    public MemoryLog Log => (MemoryLog)app.Services.GetRequiredService<IConversationLog>();
    public DirectLineHub Hub => app.Services.GetRequiredService<DirectLineHub>();
    public DirectLineTokens Tokens => app.Services.GetRequiredService<DirectLineTokens>();

    public static async Task<DirectLineHost> StartAsync(Action<DirectLineOptions>? change = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDirectLine((options, _) =>
        {
            options.Secret = Secret;
            options.SigningKey = Key;
            change?.Invoke(options);
        });
        builder.Services.AddSingleton<IConversationLog, MemoryLog>();
        builder.Services.AddSingleton<MovableTime>();
        builder.Services.AddSingleton<TimeProvider>(s => s.GetRequiredService<MovableTime>());
        var app = builder.Build();
        app.MapDirectLine();
        await app.StartAsync();
        var host = new DirectLineHost(app);
        host.Client = new() { BaseAddress = new(app.Urls.Single() + DirectLineRegistration.BasePath + "/") };
        return host;
    }

    public Task StopAsync() => app.StopAsync();

    public void MoveTime(TimeSpan by) => app.Services.GetRequiredService<MovableTime>().Move(by);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    public Task<Answer> PostAsync(string path, string? key, string? json = null, string? origin = null) =>
        SendAsync(HttpMethod.Post, path, key, json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"), origin);

    public Task<Answer> GetAsync(string path, string? key, string? origin = null) => SendAsync(HttpMethod.Get, path, key, null, origin);

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? key, HttpContent? content, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        var response = await Client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return new(response, body.Length == 0 ? default : JsonDocument.Parse(body).RootElement);
    }

    /// <summary>A conversation started by the secret.</summary>
    public async Task<Talk> StartTalkAsync(string json = "{}")
    {
        var answer = await PostAsync("conversations", Secret, json);
        Assert.Equal(201, answer.Status);
        return new(this, answer.Text("conversationId"), answer.Text("token"), answer.Text("streamUrl"));
    }
}

internal sealed record Answer(HttpResponseMessage Response, JsonElement Json)
{
    public int Status => (int)Response.StatusCode;
    public string Text(string name) => Json.GetProperty(name).GetString()!;
    public string ErrorCode => Json.GetProperty("error").GetProperty("code").GetString()!;
    public string? Header(string name) => Response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    public string[] Texts => [.. Json.GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("text").GetString()!)];
}

/// <summary>One conversation as its client sees it.</summary>
internal sealed record Talk(DirectLineHost Host, string Id, string Token, string StreamUrl)
{
    public Task<Answer> SayAsync(string text) => SendAsync(JsonSerializer.Serialize(new { type = "message", text, from = new { id = "ja" } }));
    public Task<Answer> SendAsync(string json) => Host.PostAsync($"conversations/{Id}/activities", Token, json);
    public Task<Answer> PollAsync(string query = "") => Host.GetAsync($"conversations/{Id}/activities{query}", Token);
    public Task<Answer> ReconnectAsync(string query = "") => Host.GetAsync($"conversations/{Id}{query}", Token);
}

/// <summary>The system's clock, which a test may move forward.</summary>
internal sealed class MovableTime : TimeProvider
{
    private TimeSpan moved;

    public void Move(TimeSpan by) => moved += by;
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + moved;
}
