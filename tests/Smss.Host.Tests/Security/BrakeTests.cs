using System.Net;
using Smss.Host.Tests.Panel;

namespace Smss.Host.Tests.Security;

/// <summary>Who asks too much is told when to come back, and nobody else notices.</summary>
public sealed class BrakeTests
{
    [Fact]
    public async Task Somebody_of_the_staff_who_asks_too_much_waits_and_a_colleague_does_not()
    {
        await using TestHost host = await TestHost.StartAsync(new HostSetup { Settings = ["--Smss:Limits:StaffPerMinute=40"] });
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser leader = await admin.ColleagueAsync("l.liderka", Abstractions.StaffRoles.SocialLeader);
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 80).Select(_ => admin.GetAsync("/panel")));
        HttpResponseMessage refused = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("Za dużo", await StaffBrowser.TextAsync(refused), StringComparison.Ordinal);
        Assert.Contains(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, await leader.StatusAsync("/panel"));
    }

    [Fact]
    public async Task A_conversation_that_sends_too_much_waits_and_another_does_not()
    {
        await using TestHost host = await TestHost.StartAsync(new HostSetup { Settings = ["--Smss:Limits:PostsPerTenSeconds=3"] });
        Resident loud = await Resident.ComeAsync(host), quiet = await Resident.ComeAsync(host);
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => loud.PostAsync(loud.Message("pomoc", "k" + i))));
        HttpResponseMessage refused = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.NotEmpty(await quiet.SayAsync("pomoc"));
        foreach (HttpResponseMessage taken in answers.Where(a => a.StatusCode == HttpStatusCode.OK)) await loud.AnswersToAsync(await Resident.IdOfAsync(taken));
    }

    [Theory, InlineData("", false), InlineData("127.0.0.1", true)]
    public async Task The_sender_that_a_request_names_is_believed_from_a_named_proxy_only(string proxy, bool believed)
    {
        await using TestHost host = await TestHost.StartAsync(new HostSetup { Settings = ["--Smss:Limits:TokensPerMinute=2", "--Smss:TrustedProxies=" + proxy] });
        var answers = new List<HttpStatusCode>();
        for (int i = 1; i <= 4; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/chat/token") { Headers = { { "X-Forwarded-For", "203.0.113." + i } } };
            using HttpResponseMessage answer = await host.Http.SendAsync(request);
            answers.Add(answer.StatusCode);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) Assert.NotNull(answer.Headers.RetryAfter);
        }
        Assert.Equal(believed ? 0 : 2, answers.Count(a => a == HttpStatusCode.TooManyRequests));
    }
}
