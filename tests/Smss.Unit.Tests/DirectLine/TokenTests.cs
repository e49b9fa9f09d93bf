using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Smss.BotFramework.DirectLine;

namespace Smss.Unit.Tests.DirectLine;

public class TokenTests
{
    [Fact]
    public async Task The_secret_generates_a_token_that_names_a_user_minted_by_the_server()
    {
        await using var host = await DirectLineHost.StartAsync();
        var answer = await host.PostAsync("tokens/generate", DirectLineHost.Secret);
        Assert.Equal(200, answer.Status);
        Assert.Equal(3600, answer.Json.GetProperty("expires_in").GetInt32());
        var jwt = new JsonWebToken(answer.Text("token"));
        Assert.Equal(answer.Text("conversationId"), jwt.GetPayloadValue<string>("conv"));
        Assert.Matches("^dl_[0-9a-f]{32}$", jwt.GetPayloadValue<string>("user"));
        Assert.Empty(host.Log.Started);
    }

    [Fact]
    public async Task A_user_named_by_the_holder_of_the_secret_is_taken()
    {
        await using var host = await DirectLineHost.StartAsync();
        var answer = await host.PostAsync("tokens/generate", DirectLineHost.Secret, """{"user":{"id":"dl_anna","name":"A"}}""");
        Assert.Equal("dl_anna", new JsonWebToken(answer.Text("token")).GetPayloadValue<string>("user"));
        var talk = await host.StartTalkAsync("""{"user":{"id":"dl_ewa"},"locale":"uk-UA"}""");
        Assert.Equal(("dl_ewa", "uk-UA"), host.Log.Started[talk.Id]);
    }

    [Theory]
    [InlineData("""{"user":7}""")]
    [InlineData("""{"user":{"id":7}}""")]
    [InlineData("""{"locale":7}""")]
    [InlineData("""{"trustedOrigins":"x"}""")]
    [InlineData("""{"trustedOrigins":[7]}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task Wrong_bodies_are_refused_at_generate_and_at_start(string json)
    {
        await using var host = await DirectLineHost.StartAsync();
        foreach (var path in new[] { "tokens/generate", "conversations" })
        {
            var answer = await host.PostAsync(path, DirectLineHost.Secret, json);
            Assert.Equal((400, "BadArgument"), (answer.Status, answer.ErrorCode));
        }
    }

    [Fact]
    public async Task A_token_does_not_generate_tokens()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        Assert.Equal(403, (await host.PostAsync("tokens/generate", talk.Token)).Status);
    }

    [Fact]
    public async Task Without_or_with_malformed_authorization_everything_answers_401()
    {
        await using var host = await DirectLineHost.StartAsync();
        string[] posts = ["tokens/generate", "tokens/refresh", "conversations", "conversations/x/activities"];
        foreach (var path in posts)
        {
            var answer = await host.PostAsync(path, null, "{}");
            Assert.Equal((401, "Unauthorized"), (answer.Status, answer.ErrorCode));
        }
        foreach (var path in new[] { "conversations/x", "conversations/x/activities" })
            Assert.Equal(401, (await host.GetAsync(path, null)).Status);
        foreach (var header in new[] { "Bearer", "Bearer ", "Basic eDp5", "x" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "conversations/x");
            request.Headers.TryAddWithoutValidation("Authorization", header);
            Assert.Equal(401, (int)(await host.Client.SendAsync(request)).StatusCode);
        }
    }

    [Fact]
    public async Task Forged_foreign_and_unsigned_tokens_get_one_and_the_same_answer()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        var other = await host.StartTalkAsync();
        var parts = talk.Token.Split('.');
        var none = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""") + "." + parts[1] + ".";
        var streamTicket = talk.StreamUrl[(talk.StreamUrl.IndexOf("t=", StringComparison.Ordinal) + 2)..];
        string[] bad = [other.Token, none, parts[0] + "." + parts[1] + ".AAAA", Signed("inny klucz, tez dosc dlugi, 32 bajty", talk.Id), streamTicket, "zly-sekret", "a.b.c"];
        var bodies = new HashSet<string>();
        foreach (var token in bad)
        {
            var answer = await host.PostAsync($"conversations/{talk.Id}/activities", token, """{"type":"message"}""");
            Assert.Equal((403, "BadToken"), (answer.Status, answer.ErrorCode));
            bodies.Add(answer.Json.GetRawText());
        }
        Assert.Single(bodies);
    }

    [Fact]
    public async Task An_expired_token_is_refreshed_for_ten_minutes_more_and_opens_nothing()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        host.MoveTime(TimeSpan.FromMinutes(65));
        var answer = await talk.SayAsync("halo");
        Assert.Equal((403, "TokenExpired"), (answer.Status, answer.ErrorCode));
        var fresh = await host.PostAsync("tokens/refresh", talk.Token);
        Assert.Equal(200, fresh.Status);
        Assert.Equal(200, (await (talk with { Token = fresh.Text("token") }).SayAsync("halo")).Status);
        host.MoveTime(TimeSpan.FromMinutes(6));
        Assert.Equal("TokenExpired", (await host.PostAsync("tokens/refresh", talk.Token)).ErrorCode);
    }

    [Fact]
    public async Task The_grace_is_for_conversations_that_exist()
    {
        await using var host = await DirectLineHost.StartAsync();
        var token = host.Tokens.Issue(DirectLineTokens.NewConversationId(), "dl_x").Token;
        Assert.Equal(200, (await host.PostAsync("tokens/refresh", token)).Status);
        host.MoveTime(TimeSpan.FromMinutes(61));
        Assert.Equal(403, (await host.PostAsync("tokens/refresh", token)).Status);
    }

    [Fact]
    public async Task Refreshing_keeps_user_and_sites_and_needs_a_token()
    {
        await using var host = await DirectLineHost.StartAsync();
        var token = host.Tokens.Issue("rozmowa", "dl_x", ["https://miasto.example"]).Token;
        var fresh = await host.PostAsync("tokens/refresh", token);
        var jwt = new JsonWebToken(fresh.Text("token"));
        Assert.Equal("dl_x", jwt.GetPayloadValue<string>("user"));
        Assert.Equal(["https://miasto.example"], jwt.GetPayloadValue<string[]>("origins"));
        Assert.NotEqual(token, fresh.Text("token"));
        Assert.Equal(403, (await host.PostAsync("tokens/refresh", DirectLineHost.Secret)).Status);
    }

    [Fact]
    public async Task A_token_for_one_site_serves_no_other()
    {
        await using var host = await DirectLineHost.StartAsync();
        var generated = await host.PostAsync("tokens/generate", DirectLineHost.Secret, """{"trustedOrigins":["https://miasto.example/"]}""");
        var start = await host.PostAsync("conversations", generated.Text("token"), "{}", "https://miasto.example");
        Assert.Equal(201, start.Status);
        var path = $"conversations/{start.Text("conversationId")}/activities";
        Assert.Equal(200, (await host.GetAsync(path, start.Text("token"), "https://MIASTO.example")).Status);
        Assert.Equal(200, (await host.GetAsync(path, start.Text("token"))).Status);
        var refused = await host.GetAsync(path, start.Text("token"), "https://obce.example");
        Assert.Equal((403, "BadToken"), (refused.Status, refused.ErrorCode));
        Assert.Equal(403, await Listener.RefusedAsync(start.Text("streamUrl"), "https://obce.example"));
        await using var listener = await Listener.OpenAsync(start.Text("streamUrl"), "https://miasto.example");
    }

    [Fact]
    public async Task A_token_of_another_replica_is_verified_by_the_key_they_share()
    {
        await using var first = await DirectLineHost.StartAsync();
        await using var second = await DirectLineHost.StartAsync();
        var token = first.Tokens.Issue("rozmowa", "dl_x").Token;
        var start = await second.PostAsync("conversations", token, "{}");
        Assert.Equal((201, "dl_x"), (start.Status, second.Log.Started["rozmowa"].User));
    }

    [Fact]
    public void A_house_may_not_mint_for_an_id_that_would_break_addresses()
    {
        Assert.False(ConversationId.IsWellFormed("a|b"));
        Assert.False(ConversationId.IsWellFormed(""));
        Assert.True(ConversationId.IsWellFormed(DirectLineTokens.NewConversationId()));
    }

    [Fact]
    public void The_cache_of_tokens_stays_bounded()
    {
        var time = new MovableTime();
        var cache = new TokenCache(time, capacity: 10);
        for (var i = 0; i < 1000; i++)
            cache.Add($"t{i}", new("c", null, null, time.GetUtcNow().AddMinutes(i % 2 == 0 ? -1 : 1)));
        Assert.True(Enumerable.Range(0, 1000).Count(i => cache.Find($"t{i}") is not null) <= 10);
        cache.Add("nowy", new("c", null, null, time.GetUtcNow().AddMinutes(1)));
        Assert.NotNull(cache.Find("nowy"));
    }

    private static string Signed(string key, string conversation) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = "directline",
        Audience = "directline.token",
        Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1),
        Claims = new Dictionary<string, object> { ["conv"] = conversation, ["user"] = "dl_x" },
        SigningCredentials = new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key)), SecurityAlgorithms.HmacSha256),
    });
}
