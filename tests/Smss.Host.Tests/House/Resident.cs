using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Smss.Host.Tests.House;

/// <summary>Somebody at the chat page: a token without the secret, messages over Direct Line, answers by polling.</summary>
internal sealed class Resident
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TestHost _host;
    private readonly string _language;
    private string _resumeKey = "";
    private string _token = "";
    private int _keys;

    private Resident(TestHost host, string language)
    {
        _host = host;
        _language = language;
    }

    public string ConversationId { get; private set; } = "";

    /// <summary>Opens the page; says nothing yet.</summary>
    public static async Task<Resident> ComeAsync(TestHost host, string language = "pl")
    {
        var resident = new Resident(host, language);
        await resident.ReturnAsync();
        return resident;
    }

    /// <summary>The random name under which the host keeps them.</summary>
    public string IdIn(TestHost host) =>
        Tables.Strings(host.Get<Smss.Platform.Data.Database>(), $"SELECT resident_id FROM platform_conversation WHERE id = '{ConversationId}'").Single();

    /// <summary>Opens the page again: a fresh token for the same conversation.</summary>
    public async Task ReturnAsync()
    {
        using HttpResponseMessage answer = await _host.Http.PostAsJsonAsync(
            "/chat/token", ConversationId.Length == 0 ? (object)new { } : new { resume = _resumeKey, conversationId = ConversationId });
        answer.EnsureSuccessStatusCode();
        JsonElement json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        ConversationId = json.GetProperty("conversationId").GetString()!;
        _token = json.GetProperty("token").GetString()!;
        _resumeKey = json.GetProperty("resume").GetString()!;
    }

    /// <summary>The page says that somebody came in; the bot greets them once.</summary>
    public Task<IReadOnlyList<BotMessage>> JoinAsync() =>
        AskAsync(new { type = "event", name = "webchat/join", locale = _language, from = new { id = "resident" } });

    public Task<IReadOnlyList<BotMessage>> SayAsync(string text) => AskAsync(Message(text, $"k{++_keys}"));

    /// <summary>A message as the page posts it.</summary>
    public object Message(string text, string key) => new
    {
        type = "message", text, locale = _language, from = new { id = "resident", role = "user" }, channelData = new { clientActivityID = key },
    };

    public Task<HttpResponseMessage> PostAsync(object activity) => PostAsync(JsonSerializer.SerializeToUtf8Bytes(activity));

    public async Task<HttpResponseMessage> PostAsync(byte[] body)
    {
        using HttpRequestMessage request = Request(HttpMethod.Post, "activities");
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return await _host.Http.SendAsync(request);
    }

    /// <summary>Id under which the host keeps what was posted.</summary>
    public static async Task<string> IdOfAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    /// <summary>Everything in the conversation, in its order.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadAsync()
    {
        using HttpRequestMessage request = Request(HttpMethod.Get, "activities");
        using HttpResponseMessage answer = await _host.Http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("activities").EnumerateArray()];
    }

    /// <summary>Waits for what the bot says to one message: all of it is committed at once.</summary>
    public async Task<IReadOnlyList<BotMessage>> AnswersToAsync(string id)
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Patience)
        {
            IReadOnlyList<BotMessage> answers = [.. (await BotMessagesAsync()).Where(m => m.ReplyTo == id)];
            if (answers.Count > 0) return answers;
            await Task.Delay(3);
        }
        throw new TimeoutException($"No answer to {id}. The host logged:\n{string.Join('\n', _host.Log.All)}");
    }

    public async Task<IReadOnlyList<BotMessage>> BotMessagesAsync() =>
        [.. (await ReadAsync()).Where(a => a.GetProperty("from").GetProperty("role").GetString() == "bot").Select(BotMessage.Read)];

    public HttpRequestMessage Request(HttpMethod method, string what) =>
        new(method, $"/v3/directline/conversations/{Uri.EscapeDataString(ConversationId)}/{what}")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", _token) },
        };

    private async Task<IReadOnlyList<BotMessage>> AskAsync(object activity)
    {
        using HttpResponseMessage answer = await PostAsync(activity);
        return await AnswersToAsync(await IdOfAsync(answer));
    }
}
