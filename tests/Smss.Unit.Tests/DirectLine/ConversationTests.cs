using Smss.BotFramework.DirectLine;

namespace Smss.Unit.Tests.DirectLine;

public class ConversationTests
{
    [Fact]
    public async Task A_start_is_201_and_a_repeat_200_with_the_same_conversation()
    {
        await using var host = await DirectLineHost.StartAsync();
        var token = (await host.PostAsync("tokens/generate", DirectLineHost.Secret)).Text("token");
        var first = await host.PostAsync("conversations", token, """{"user":{}}""");
        var second = await host.PostAsync("conversations", first.Text("token"));
        Assert.Equal((201, 200), (first.Status, second.Status));
        Assert.Equal(first.Text("conversationId"), second.Text("conversationId"));
        Assert.StartsWith("ws://127.0.0.1:", first.Text("streamUrl"));
        Assert.NotEmpty(first.Text("referenceGrammarId"));
    }

    [Fact]
    public async Task A_client_with_a_token_cannot_choose_who_it_is()
    {
        await using var host = await DirectLineHost.StartAsync();
        var token = host.Tokens.Issue("rozmowa", "dl_prawdziwy").Token;
        await host.PostAsync("conversations", token, """{"user":{"id":"dl_inny"}}""");
        Assert.Equal("dl_prawdziwy", host.Log.Started["rozmowa"].User);
    }

    [Fact]
    public async Task A_conversation_not_started_is_not_found()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = new Talk(host, "nigdy", host.Tokens.Issue("nigdy", "dl_x").Token, "");
        Answer[] answers =
        [
            await talk.ReconnectAsync(), await talk.PollAsync(), await talk.SayAsync("halo"), await talk.SendAsync("""{"type":"typing"}"""),
            await host.GetAsync("conversations/a%7Cb", DirectLineHost.Secret),
        ];
        Assert.All(answers, answer => Assert.Equal((404, "ConversationNotFound"), (answer.Status, answer.ErrorCode)));
    }

    [Fact]
    public async Task Preflights_are_answered_for_any_origin_with_headers_by_name()
    {
        await using var host = await DirectLineHost.StartAsync();
        foreach (var path in new[] { "tokens/generate", "conversations", "conversations/x/activities", "session/getsessionid" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Options, path);
            request.Headers.Add("Origin", "https://miasto.example");
            request.Headers.Add("Access-Control-Request-Method", "POST");
            request.Headers.Add("Access-Control-Request-Headers", "authorization,x-ms-bot-agent");
            var answer = new Answer(await host.Client.SendAsync(request), default);
            Assert.Equal(204, answer.Status);
            Assert.Equal("https://miasto.example", answer.Header("Access-Control-Allow-Origin"));
            Assert.Equal("GET, POST, OPTIONS", answer.Header("Access-Control-Allow-Methods"));
            Assert.Equal("Authorization, Content-Type, x-ms-bot-agent, Accept, X-Requested-With", answer.Header("Access-Control-Allow-Headers"));
            Assert.NotNull(answer.Header("Access-Control-Max-Age"));
            Assert.Null(answer.Header("Access-Control-Allow-Credentials"));
        }
    }

    [Fact]
    public async Task Errors_too_can_be_read_by_a_page_of_another_site()
    {
        await using var host = await DirectLineHost.StartAsync();
        var answer = await host.GetAsync("conversations/x", null, "https://miasto.example");
        Assert.Equal(("https://miasto.example", "Retry-After"), (answer.Header("Access-Control-Allow-Origin"), answer.Header("Access-Control-Expose-Headers")));
    }

    [Fact]
    public async Task Session_ids_need_no_key_and_unknown_routes_answer_in_the_protocols_words()
    {
        await using var host = await DirectLineHost.StartAsync();
        Assert.NotEmpty((await host.GetAsync("session/getsessionid", null)).Text("sessionId"));
        foreach (var path in new[] { "nic", "conversations/x/nic", "tokens/generate" })
            Assert.Equal((404, "NotFound"), (await host.GetAsync(path, null)) is var answer ? (answer.Status, answer.ErrorCode) : default);
    }

    [Fact]
    public async Task Too_much_is_answered_with_429_and_when_to_come_back()
    {
        await using var host = await DirectLineHost.StartAsync(options =>
        {
            options.TokensPerAddress = new(2, TimeSpan.FromMinutes(1));
            options.ConversationsPerAddress = new(2, TimeSpan.FromMinutes(1));
            options.PostsPerConversation = new(2, TimeSpan.FromSeconds(10));
        });
        var talk = await host.StartTalkAsync();
        Func<Task<Answer>>[] calls =
        [
            () => host.PostAsync("tokens/generate", DirectLineHost.Secret), () => talk.SayAsync("raz"),
        ];
        foreach (var call in calls)
        {
            Assert.Equal(200, (await call()).Status);
            Assert.Equal(200, (await call()).Status);
            var refused = await call();
            Assert.Equal((429, "TooManyRequests"), (refused.Status, refused.ErrorCode));
            Assert.InRange(int.Parse(refused.Header("Retry-After")!), 1, 30);
        }
        Assert.Equal(201, (await host.PostAsync("conversations", DirectLineHost.Secret)).Status);
        Assert.Equal(429, (await host.PostAsync("conversations", DirectLineHost.Secret)).Status);
        host.MoveTime(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await talk.SayAsync("znowu")).Status);
    }

    [Fact]
    public void A_brake_refills_evenly_and_forgets_who_is_at_rest()
    {
        var time = new MovableTime();
        var gate = new RateGate(new(20, TimeSpan.FromSeconds(10)), time);
        for (var i = 0; i < 20; i++)
            Assert.Null(gate.Admit("a"));
        Assert.InRange(gate.Admit("a")!.Value.TotalSeconds, 0.001, 0.5);
        Assert.Null(gate.Admit("b"));
        time.Move(TimeSpan.FromSeconds(1.1));
        Assert.Null(gate.Admit("a"));
        Assert.Null(gate.Admit("a"));
        Assert.NotNull(gate.Admit("a"));
    }
}
