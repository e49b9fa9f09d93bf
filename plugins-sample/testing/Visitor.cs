using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Smss.Plugin.Testing;

/// <summary>A resident at the chat page: writes, and reads what the bot says.</summary>
public sealed class Visitor
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly HttpClient _http;
    private readonly string _language;
    private readonly string _conversation;
    private readonly string _token;

    private Visitor(HttpClient http, string language, JsonElement came)
    {
        _http = http;
        _language = language;
        _conversation = came.GetProperty("conversationId").GetString()!;
        _token = came.GetProperty("token").GetString()!;
    }

    internal static async Task<Visitor> ComeAsync(HttpClient http, string language)
    {
        using HttpResponseMessage answer = await http.PostAsJsonAsync("/chat/token", new { });
        answer.EnsureSuccessStatusCode();
        var visitor = new Visitor(http, language, await answer.Content.ReadFromJsonAsync<JsonElement>());
        await visitor.AskAsync(new { type = "event", name = "webchat/join", locale = language, from = new { id = "resident" } });
        return visitor;
    }

    /// <summary>Writes something; returns the bot's messages, buttons in square brackets below their text.</summary>
    public Task<IReadOnlyList<string>> SayAsync(string text) =>
        AskAsync(new { type = "message", text, locale = _language, from = new { id = "resident", role = "user" } });

    private async Task<IReadOnlyList<string>> AskAsync(object activity)
    {
        using HttpRequestMessage post = Request(HttpMethod.Post);
        post.Content = JsonContent.Create(activity);
        using HttpResponseMessage posted = await _http.SendAsync(post);
        posted.EnsureSuccessStatusCode();
        string id = (await posted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Patience)
        {
            using HttpRequestMessage get = Request(HttpMethod.Get);
            using HttpResponseMessage got = await _http.SendAsync(get);
            string[] answers = [.. (await got.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("activities").EnumerateArray().Where(a => ReplyTo(a) == id).Select(Read)];
            if (answers.Length > 0) return answers;
            await Task.Delay(20);
        }
        throw new PluginTestException($"The bot did not answer within {Patience.TotalSeconds} seconds.");
    }

    private HttpRequestMessage Request(HttpMethod method) => new(method, $"/v3/directline/conversations/{Uri.EscapeDataString(_conversation)}/activities")
    {
        Headers = { Authorization = new AuthenticationHeaderValue("Bearer", _token) },
    };

    private static string? ReplyTo(JsonElement activity) => activity.TryGetProperty("replyToId", out JsonElement id) ? id.GetString() : null;

    private static string Read(JsonElement activity)
    {
        var lines = new List<string>();
        if (activity.TryGetProperty("text", out JsonElement text) && text.GetString() is { Length: > 0 } said) lines.Add(said);
        if (activity.TryGetProperty("attachments", out JsonElement cards))
            foreach (JsonElement card in cards.EnumerateArray().Select(c => c.GetProperty("content")))
            {
                foreach (string part in (string[])["title", "text"])
                    if (card.TryGetProperty(part, out JsonElement shown) && shown.GetString() is { Length: > 0 } line) lines.Add("| " + line.Replace("\n", "\n| ", StringComparison.Ordinal));
                if (card.TryGetProperty("buttons", out JsonElement links)) lines.AddRange(links.EnumerateArray().Select(l => $"| ({l.GetProperty("title").GetString()}) {l.GetProperty("value").GetString()}"));
            }
        if (activity.TryGetProperty("suggestedActions", out JsonElement actions))
            lines.Add(string.Join(' ', actions.GetProperty("actions").EnumerateArray().Select(b => $"[{b.GetProperty("title").GetString()}]")));
        return string.Join('\n', lines);
    }
}
