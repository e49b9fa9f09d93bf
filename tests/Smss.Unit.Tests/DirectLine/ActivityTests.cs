using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Smss.Unit.Tests.DirectLine;

public class ActivityTests
{
    [Fact]
    public async Task A_post_is_answered_with_the_id_and_read_back_as_the_channel_writes_it()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync("""{"user":{"id":"dl_ewa"}}""");
        var answer = await talk.SendAsync("""
            {"type":"message","id":"moje","timestamp":"1999-01-01T00:00:00Z","serviceUrl":"http://zlo","recipient":{"id":"b"},
             "conversation":{"id":"inna"},"channelId":"webchat","from":{"id":"ktos","name":"Łucja","role":"bot"},
             "text":"Dzień dobry 😀","textFormat":"plain","locale":"pl-PL","localTimestamp":"2026-11-21T11:00:00+01:00",
             "localTimezone":"Europe/Warsaw","entities":[{"type":"ClientCapabilities"}],"unknown":1,
             "channelData":{"clientActivityID":"k1","x":[1.50,null]},"value":{"a":true}}
            """);
        Assert.Equal((200, $"{talk.Id}|0000001"), (answer.Status, answer.Text("id")));

        var set = (await talk.PollAsync()).Json;
        Assert.Equal("1", set.GetProperty("watermark").GetString());
        var shown = set.GetProperty("activities")[0];
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$", shown.GetProperty("timestamp").GetString());
        var expected = $$$"""
            {"id":"{{{talk.Id}}}|0000001","timestamp":"{{{shown.GetProperty("timestamp").GetString()}}}","type":"message","channelId":"directline",
             "from":{"id":"dl_ewa","name":"Łucja","role":"user"},"conversation":{"id":"{{{talk.Id}}}"},
             "text":"Dzień dobry 😀","textFormat":"plain","value":{"a":true},"locale":"pl-PL",
             "localTimestamp":"2026-11-21T11:00:00+01:00","localTimezone":"Europe/Warsaw","entities":[{"type":"ClientCapabilities"}],
             "channelData":{"clientActivityID":"k1","x":[1.50,null]}}
            """;
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, shown), shown.GetRawText());

        Assert.True(host.Log.Posted.TryDequeue(out var posted));
        Assert.Equal(("message", "Dzień dobry 😀", "pl-PL", "dl_ewa", "k1"), (posted.Type, posted.Text, posted.Locale, posted.UserId, posted.MessageKey));
        Assert.Contains("Dzień dobry", Encoding.UTF8.GetString(posted.Body.Span));
    }

    [Fact]
    public async Task A_repeat_with_the_same_client_id_gets_the_first_id()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        const string json = """{"type":"message","text":"raz","channelData":{"clientActivityID":"k"}}""";
        Assert.Equal((await talk.SendAsync(json)).Text("id"), (await talk.SendAsync(json)).Text("id"));
        Assert.Single(host.Log.Posted);
    }

    [Theory]
    [InlineData("", "BadArgument")]
    [InlineData("{", "BadArgument")]
    [InlineData("[]", "BadArgument")]
    [InlineData("null", "BadArgument")]
    [InlineData("\"message\"", "BadArgument")]
    [InlineData("{\"type\":\"message\"}x", "BadArgument")]
    [InlineData("{\"type\":\"message\",\"text\":\"\u0001\"}", "BadArgument")]
    [InlineData("{\"type\":\"message\",\"text\":\"\\u12\"}", "BadArgument")]
    [InlineData("{\"type\":\"message\",\"text\":\"\\", "BadArgument")]
    [InlineData("{}", "MissingProperty")]
    [InlineData("{\"type\":null}", "MissingProperty")]
    [InlineData("{\"type\":\"\"}", "MissingProperty")]
    [InlineData("{\"type\":5}", "BadArgument")]
    [InlineData("{\"type\":\"message\",\"text\":5}", "BadArgument")]
    [InlineData("{\"type\":\"message\",\"locale\":{}}", "BadArgument")]
    [InlineData("{\"type\":\"event\",\"name\":[]}", "BadArgument")]
    [InlineData("{\"type\":\"message\",\"from\":\"ja\"}", "BadArgument")]
    [InlineData("{\"type\":\"message\",\"from\":{\"id\":1}}", "BadArgument")]
    [InlineData("{\"type\":\"message\",\"from\":{\"name\":1}}", "BadArgument")]
    [InlineData("{\"type\":\"message\",\"entities\":{}}", "BadArgument")]
    [InlineData("{\"type\":\"message\",\"channelData\":[]}", "BadArgument")]
    public async Task What_is_no_activity_is_refused(string body, string code)
    {
        await using var host = await DirectLineHost.StartAsync();
        var answer = await (await host.StartTalkAsync()).SendAsync(body);
        Assert.Equal((400, code), (answer.Status, answer.ErrorCode));
        Assert.Empty(host.Log.Posted);
    }

    [Fact]
    public async Task Nesting_without_end_is_refused()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        Assert.Equal(400, (await talk.SendAsync("{\"type\":\"message\",\"value\":" + new string('[', 100_000))).Status);
    }

    [Theory]
    [InlineData("ff")]
    [InlineData("c3")]
    [InlineData("eda080")]
    public async Task Invalid_utf8_is_refused(string hex)
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        byte[] body = [.. "{\"type\":\"message\",\"text\":\""u8, .. Convert.FromHexString(hex), .. "\"}"u8];
        var answer = await host.SendAsync(HttpMethod.Post, $"conversations/{talk.Id}/activities", talk.Token, new ByteArrayContent(body));
        Assert.Equal((400, "BadArgument"), (answer.Status, answer.ErrorCode));
    }

    [Theory]
    [InlineData(@"a\u0000b", "a\uFFFDb")]
    [InlineData(@"\uD83D", "\uFFFD")]
    [InlineData(@"\uDE00\uD83D", "\uFFFD\uFFFD")]
    [InlineData(@"\uD83D\uD83D\uDE00", "\uFFFD😀")]
    [InlineData(@"\ud83d\ude00", "😀")]
    [InlineData(@"\\u0000", @"\u0000")]
    [InlineData(@"\\\u0000", "\\\uFFFD")]
    [InlineData(@"\u0105\n", "ą\n")]
    public async Task Code_units_that_no_text_can_hold_are_replaced_everywhere(string escaped, string text)
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        await talk.SendAsync($$$"""{"type":"message","text":"{{{escaped}}}","channelData":{"{{{escaped}}}":"{{{escaped}}}"}}""");
        Assert.True(host.Log.Posted.TryDequeue(out var posted));
        Assert.Equal(text, posted.Text);
        Assert.Equal(text, JsonDocument.Parse(posted.Body).RootElement.GetProperty("channelData").GetProperty(text).GetString());
    }

    [Fact]
    public async Task Long_texts_pass_and_bodies_over_the_limit_do_not()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        Assert.Equal(200, (await talk.SayAsync(new string('a', 200_000))).Status);
        var answer = await talk.SayAsync(new string('a', 300_000));
        Assert.Equal((413, "MessageSizeTooBig"), (answer.Status, answer.ErrorCode));
        using var chunked = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(new string(' ', 300_000))));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"conversations/{talk.Id}/activities") { Content = chunked };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", talk.Token);
        Assert.Equal(413, (int)(await host.Client.SendAsync(request)).StatusCode);
        Assert.Single(host.Log.Posted);
    }

    [Fact]
    public async Task Events_are_logged_and_other_types_are_acknowledged_only()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        await talk.SendAsync("""{"type":"event","name":"webchat/join","value":{"language":"uk"}}""");
        foreach (var type in new[] { "typing", "conversationUpdate", "nowyRodzaj" })
            Assert.StartsWith(talk.Id + "|", (await talk.SendAsync($$"""{"type":"{{type}}"}""")).Text("id"));
        var posted = Assert.Single(host.Log.Posted);
        Assert.Equal(("event", "webchat/join", null), (posted.Type, posted.Name, posted.Text));
        Assert.Equal(1, (await talk.PollAsync()).Json.GetProperty("activities").GetArrayLength());
    }

    [Theory]
    [InlineData("", 200, "3", 3)]
    [InlineData("?watermark=", 200, "3", 3)]
    [InlineData("?watermark=-", 200, "3", 3)]
    [InlineData("?watermark=0", 200, "3", 3)]
    [InlineData("?watermark=2", 200, "3", 1)]
    [InlineData("?watermark=3", 200, "3", 0)]
    [InlineData("?watermark=99", 200, "99", 0)]
    [InlineData("?watermark=9223372036854775807", 200, "9223372036854775807", 0)]
    [InlineData("?watermark=9223372036854775808", 400, null, 0)]
    [InlineData("?watermark=-1", 400, null, 0)]
    [InlineData("?watermark=x", 400, null, 0)]
    [InlineData("?watermark=1.5", 400, null, 0)]
    [InlineData("?watermark=%2B1", 400, null, 0)]
    [InlineData("?watermark=1&watermark=2", 400, null, 0)]
    public async Task A_watermark_names_what_was_delivered(string query, int status, string? watermark, int count)
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        for (var i = 0; i < 3; i++)
            host.Log.Say(talk.Id, $"{i}");
        var answer = await talk.PollAsync(query);
        Assert.Equal(status, answer.Status);
        Assert.Equal(status, (await talk.ReconnectAsync(query)).Status);
        if (status == 400)
            Assert.Equal("BadArgument", answer.ErrorCode);
        else
            Assert.Equal((watermark, count), (answer.Text("watermark"), answer.Json.GetProperty("activities").GetArrayLength()));
    }

    [Fact]
    public async Task A_long_log_comes_in_pages()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        for (var i = 1; i <= 1500; i++)
            host.Log.Say(talk.Id, $"{i}");
        var first = await talk.PollAsync();
        Assert.Equal("1000", first.Text("watermark"));
        var second = await talk.PollAsync("?watermark=1000");
        Assert.Equal(Enumerable.Range(1, 1500).Select(i => $"{i}"), first.Texts.Concat(second.Texts));
    }

    [Fact]
    public async Task Large_activities_make_shorter_pages()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        for (var i = 0; i < 30; i++)
            host.Log.Say(talk.Id, new string('x', 200_000));
        var first = await talk.PollAsync();
        Assert.InRange(first.Texts.Length, 10, 25);
        Assert.Equal($"{first.Texts.Length}", first.Text("watermark"));
        Assert.Equal(30 - first.Texts.Length, (await talk.PollAsync($"?watermark={first.Texts.Length}")).Texts.Length);
    }

    [Fact]
    public async Task A_poller_never_hears_of_a_failing_log_and_a_poster_does()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        host.Log.Say(talk.Id, "tu");
        host.Log.Failing = true;
        var answer = await talk.PollAsync("?watermark=0");
        Assert.Equal((200, "0"), (answer.Status, answer.Text("watermark")));
        var post = await talk.SayAsync("halo");
        Assert.Equal((503, "ServiceError"), (post.Status, post.ErrorCode));
        host.Log.Failing = false;
        Assert.Equal(["tu"], (await talk.PollAsync("?watermark=0")).Texts);
    }
}
