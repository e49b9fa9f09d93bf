using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Smss.Faults;

/// <summary>The calls of a Direct Line client, over real HTTP.</summary>
internal sealed class DirectLine(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 500 }, disposeHandler: true)
    {
        BaseAddress = new Uri(address, "/v3/directline/"), Timeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>A conversation and the token that opens it.</summary>
    public async Task<(string Id, string Token)> OpenAsync()
    {
        using JsonDocument grant = await SendAsync(HttpMethod.Post, "tokens/generate", HostProcess.Secret);
        string id = grant.RootElement.GetProperty("conversationId").GetString()!, token = grant.RootElement.GetProperty("token").GetString()!;
        using JsonDocument started = await SendAsync(HttpMethod.Post, "conversations", token);
        return (id, token);
    }

    /// <returns>The id that the host acknowledged, or null when the connection broke before the answer.</returns>
    public async Task<string?> PostAsync(string conversation, string token, Said said)
    {
        var activity = new { type = "message", text = said.Text, locale = "pl", channelData = new { clientActivityID = said.Key } };
        try
        {
            using JsonDocument answer = await SendAsync(HttpMethod.Post, $"conversations/{conversation}/activities", token, activity);
            return answer.RootElement.GetProperty("id").GetString();
        }
        catch (Exception e) when (e is HttpRequestException { StatusCode: null } or IOException or TaskCanceledException or JsonException)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<Entry>> ReadAsync(string conversation, string token)
    {
        var log = new List<Entry>();
        for (string watermark = "0"; ;)
        {
            using JsonDocument set = await SendAsync(HttpMethod.Get, $"conversations/{conversation}/activities?watermark={watermark}", token);
            int before = log.Count;
            log.AddRange(set.RootElement.GetProperty("activities").EnumerateArray().Select(EntryOf));
            if (log.Count == before) return log;
            watermark = set.RootElement.GetProperty("watermark").GetString()!;
        }
    }

    public void Dispose() => _http.Dispose();

    /// <exception cref="HttpRequestException">With a status when the host refused, without one when it was gone.</exception>
    private async Task<JsonDocument> SendAsync(HttpMethod method, string path, string key, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using HttpResponseMessage response = await _http.SendAsync(request);
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Created))
            throw new HttpRequestException($"{method} {path.Split('?')[0]} was answered with {(int)response.StatusCode}", null, response.StatusCode);
        return await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
    }

    private static Entry EntryOf(JsonElement activity) => new(
        activity.GetProperty("id").GetString()!,
        activity.GetProperty("timestamp").GetDateTimeOffset(),
        activity.GetProperty("from").GetProperty("role").GetString() == "bot",
        activity.TryGetProperty("channelData", out JsonElement data) && data.TryGetProperty("clientActivityID", out JsonElement key) ? key.GetString() : null,
        activity.TryGetProperty("replyToId", out JsonElement replyTo) ? replyTo.GetString() : null,
        activity.TryGetProperty("text", out JsonElement text) ? text.GetString()! : "");
}
