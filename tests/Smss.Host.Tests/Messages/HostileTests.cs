using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Smss.Host.Tests.Probe;

namespace Smss.Host.Tests.Messages;

/// <summary>Whatever is sent: a refusal in the protocol's words or a polite answer, never trouble, never half of it kept.</summary>
public sealed class HostileTests
{
    public static IEnumerable<TheoryDataRow<string, Db>> Bodies =>
        from body in (string[])
        [
            "", "{", "[]", "null", "42", "\"text\"", "{}", """{"type":7}""", """{"type":"message","text":{}}""", """{"type":"message","text":["a"]}""",
            """{"type":"message","from":"me","text":"a"}""", """{"type":"message","from":{"id":5},"text":"a"}""", """{"type":"message","from":{"id":"a"},"channelData":"x"}""",
            """{"type":"message","from":{"id":"a"},"text":"\ud800"}""", """{"type":"message","from":{"id":"a"},"text":null}""", """{"type":"message","from":{"id":"a"},"text":"a","text":"b"}""",
            """{"type":"\u0000","from":{"id":"a"}}""", """{"type":"invoke","from":{"id":"a"}}""", """{"type":"conversationUpdate","from":{"id":"a"}}""", """{"type":"endOfConversation","from":{"id":"a"}}""",
            """{"type":"message","from":{"id":"a\u0000b","name":"\u0000"},"text":"pomoc"}""", """{"type":"message","from":{"id":"a"},"text":"pomoc","locale":"\u0000"}""",
            """{"type":"message","from":{"id":"a"},"text":"pomoc","channelData":{"clientActivityID":"a\u0000b"}}""",
            """{"type":"message","from":{"id":"a"},"text":"pomoc","channelData":{"clientActivityID":"\ud800"}}""",
            """{"type":"event","name":"webchat/join\u0000","from":{"id":"a"}}""",
            """{"type":"message","from":{"id":"a"},"text":"a","value":""" + new string('[', 5000) + new string(']', 5000) + "}",
            """{"type":"message","from":{"id":"a"},"text":" """ + new string('a', 300_000) + "\"}",
        ]
        from db in Enum.GetValues<Db>()
        select new TheoryDataRow<string, Db>(body, db) { TestDisplayName = $"{db}: {(body.Length > 90 ? body[..90] + "…" : body)}" };

    [Theory, MemberData(nameof(Bodies))]
    public async Task A_malformed_activity_is_refused_or_taken_and_the_conversation_goes_on(string body, Db db)
    {
        TestHost host = await SharedHost.OfAsync(db);
        Resident resident = await Resident.ComeAsync(host);
        using HttpResponseMessage answer = await resident.PostAsync(Encoding.UTF8.GetBytes(body));
        await AssertPoliteAsync(answer);
        await AssertStillThereAsync(resident);
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_body_that_is_no_UTF8_is_refused(Db db)
    {
        Resident resident = await Resident.ComeAsync(await SharedHost.OfAsync(db));
        using HttpResponseMessage answer = await resident.PostAsync([.. """{"type":"message","from":{"id":"a"},"text":" """u8, 0xC3, 0x28, .. "\"}"u8]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await AssertPoliteAsync(answer);
        await AssertStillThereAsync(resident);
    }

    public static IEnumerable<TheoryDataRow<string, Db>> Texts =>
        from text in (string[])
        [
            "", " ", "\0", "a\0b", "\u202Egnp.exe\u202C", "\u200B\u200B\u200B", "p\u200Bo\u200Bm\u200Bo\u200Bc", "\uFEFFpomoc", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
            "'; DROP TABLE platform_activity; --", "{0} {{name}} {name}", "${7*7} {{7*7}}", "../../etc/passwd", "%00%0d%0a", "\r\n\r\n", new string('a', 10_000), new string('ł', 4_000),
            string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 300)), "Ż̸̡̛̦͉̗a̶͎̿ļ̵̐g̷̢̈ó̴̰", "01234567890123456789012345678901234567890123456789", "24:61 31.02.2027", "IN-9999999999999999999999-1", "-1 99999999999999999999 0,0000001",
        ]
        from db in Enum.GetValues<Db>()
        select new TheoryDataRow<string, Db>(text, db) { TestDisplayName = $"{db}: {Convert.ToHexString(Encoding.UTF8.GetBytes(text.Length > 12 ? text[..12] : text))} ({text.Length})" };

    [Theory, MemberData(nameof(Texts))]
    public async Task A_hostile_text_is_answered_and_kept_as_it_was_written(string text, Db db)
    {
        Resident resident = await Resident.ComeAsync(await SharedHost.OfAsync(db));
        using HttpResponseMessage posted = await resident.PostAsync(resident.Message(text, "hostile"));
        IReadOnlyList<BotMessage> answers = await resident.AnswersToAsync(await Resident.IdOfAsync(posted));
        Assert.All(answers, a => Assert.NotEqual("", a.Text));
        Assert.DoesNotContain(answers, a => a.Text.Contains("Teraz się nie udało", StringComparison.Ordinal));
        // PostgreSQL keeps no NUL: the server shows it as the sign for "no character".
        Assert.Equal(text.Replace('\0', '\uFFFD'), (await resident.ReadAsync())[0].GetProperty("text").GetString());
        await AssertStillThereAsync(resident);
    }

    [Theory]
    [InlineData("9223372036854775808"), InlineData("99999999999999999999999999"), InlineData("-1"), InlineData("a"), InlineData("%00"), InlineData("1;DROP"), InlineData("1&watermark=2")]
    public async Task A_watermark_that_is_not_ours_is_refused(string watermark)
    {
        TestHost host = await SharedHost.OfAsync(Db.Sqlite);
        Resident resident = await Resident.ComeAsync(host);
        using HttpRequestMessage request = resident.Request(HttpMethod.Get, "activities?watermark=" + watermark);
        using HttpResponseMessage answer = await host.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await AssertPoliteAsync(answer);
    }

    [Fact]
    public async Task A_token_of_another_conversation_a_forged_one_an_expired_one_and_none_open_nothing()
    {
        await using TestHost host = await TestHost.StartAsync(new HostSetup { Modules = "" });
        Resident resident = await Resident.ComeAsync(host), other = await Resident.ComeAsync(host);
        AuthenticationHeaderValue own = TokenOf(resident);
        string forged = own.Parameter![..^6] + (own.Parameter[^6..] == "AAAAAA" ? "BBBBBB" : "AAAAAA");
        foreach (AuthenticationHeaderValue? authorization in (AuthenticationHeaderValue?[])[TokenOf(other), new("Bearer", forged), new("Bearer", "x.y.z"), null])
            Assert.True(await StatusAsync(host, resident, authorization) is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, resident, own));
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(host, resident, own));
    }

    private static AuthenticationHeaderValue TokenOf(Resident resident)
    {
        using HttpRequestMessage request = resident.Request(HttpMethod.Get, "activities");
        return request.Headers.Authorization!;
    }

    private static async Task<HttpStatusCode> StatusAsync(TestHost host, Resident resident, AuthenticationHeaderValue? authorization)
    {
        using HttpRequestMessage request = resident.Request(HttpMethod.Get, "activities");
        request.Headers.Authorization = authorization;
        using HttpResponseMessage answer = await host.Http.SendAsync(request);
        if (!answer.IsSuccessStatusCode) await AssertPoliteAsync(answer);
        return answer.StatusCode;
    }

    private static async Task AssertPoliteAsync(HttpResponseMessage answer)
    {
        string body = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode < 500, $"{(int)answer.StatusCode} {body}");
        if (answer.IsSuccessStatusCode) return;
        JsonElement error = JsonDocument.Parse(body).RootElement.GetProperty("error");
        Assert.NotEmpty(error.GetProperty("code").GetString()!);
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
    }

    private static async Task AssertStillThereAsync(Resident resident) =>
        Assert.Contains(await resident.SayAsync("pomoc"), m => m.Text.StartsWith("Można pisać zwykłymi słowami", StringComparison.Ordinal));
}
