using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Smss.Abstractions;
using Smss.Abstractions.Modules;
using Smss.Host.Tests.Panel;
using Smss.Host.Tests.Probe;
using Smss.Platform.Commands;
using Smss.Platform.Data;
using Smss.Platform.Modules;
using Smss.Platform.Privacy;

namespace Smss.Host.Tests.Privacy;

/// <summary>
/// Somebody who does not exist is written into every field there is, in what goes well and in what breaks; then nothing of
/// them may be in the log (every level on), the health, redirects, error pages and the list of unanswered questions.
/// </summary>
public sealed class CanaryTests
{
    private const string Words = "Zenobia Kanarkowska, tel. 600 111 222, zenobia.kanarek@example.org, PESEL 44051401359, kanarkowo w paski";
    private static readonly string[] Traces = ["Zenobi", "Kanark", "kanarek", "600111222", "600 111 222", "600%20111", "44051401359"];

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task Nobody_is_in_the_log_the_errors_the_redirects_or_the_list_of_unanswered_questions(Db db)
    {
        var log = new EveryLine();
        await using TestHost host = await TestHost.StartAsync(new HostSetup
        {
            Db = db, Further = [typeof(ProbeModule).Assembly], Adjust = services => services.AddLogging(logging => logging.AddProvider(log)),
            Settings =
            [
                "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Trace",
                "--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Trace", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Trace", "--Logging:LogLevel:Quartz=Trace",
            ],
        });
        await TalkAsync(host);
        List<HttpResponseMessage> answers = [.. await TroubleAsync(host), .. await VisitAsync(host)];
        await ImportAsync(host);
        // Before the night that forgets it.
        string unanswered = await UnansweredAsync(host);
        await LeaveAsync(host);

        Assert.True(log.Lines.Count > 500, "The log was read.");
        Assert.Contains(log.Lines, l => l.Contains("InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, HasTrace);
        Assert.False(HasTrace(await host.Http.GetStringAsync("/healthz")));
        foreach (HttpResponseMessage answer in answers)
        {
            Assert.False(HasTrace(answer.Headers.ToString()), $"{answer.RequestMessage!.RequestUri!.AbsolutePath} answers {answer.Headers}");
            if ((int)answer.StatusCode >= 400) Assert.False(HasTrace(await answer.Content.ReadAsStringAsync()), $"The error page of {answer.RequestMessage!.RequestUri!.AbsolutePath} quotes them.");
        }
        Assert.Contains(answers, a => (int)a.StatusCode == 500);
        Assert.Contains(answers, a => (int)a.StatusCode is >= 300 and < 400);
        Assert.Contains("chomik", unanswered, StringComparison.Ordinal);
        // What was asked stays, in its plain words; nothing of who asked.
        Assert.Contains("kanarkowo w paski", unanswered, StringComparison.Ordinal);
        Assert.False(HasTrace(unanswered.Replace("kanarkowo w paski", "", StringComparison.Ordinal)), unanswered);
    }

    private static async Task<string> UnansweredAsync(TestHost host)
    {
        await using AsyncServiceScope scope = host.Services.CreateAsyncScope();
        var printed = new StringWriter();
        await UnansweredCommand.PrintAsync(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), printed);
        return printed.ToString();
    }

    /// <summary>In the chat: what is understood, what is not, every field of a form, buttons, and topics that break.</summary>
    private static async Task TalkAsync(TestHost host)
    {
        Resident resident = await Resident.ComeAsync(host);
        await resident.SayAsync($"jaki chomik dla {Words}");
        await resident.SayAsync($"szukam pracy, {Words}");
        foreach (string answer in (string[])["chcę zgłosić inicjatywę", $"Ławki, {Words}", $"Proszę o ławki. {Words}", $"ulica, {Words}", Words, "tak"]) await resident.SayAsync(answer);
        await resident.SayAsync("co z moją inicjatywą?");
        await resident.SayAsync($"{ProbeHost.Break}");
        await resident.SayAsync(ProbeHost.Spoil);
        await resident.PostAsync(new { type = "event", name = Words, locale = Words, value = new { Words }, from = new { id = Words, name = Words } });
        await resident.PostAsync(new { type = "message", text = "", value = new { phone = Words }, channelData = new { postBack = true, Words }, from = new { id = Words } });
        await resident.SayAsync("chcę kopię moich danych");
    }

    /// <summary>What is refused and what breaks.</summary>
    private static async Task<List<HttpResponseMessage>> TroubleAsync(TestHost host)
    {
        Resident resident = await Resident.ComeAsync(host);
        string query = Uri.EscapeDataString(Words);
        using var stranger = new HttpRequestMessage(HttpMethod.Get, $"/v3/directline/conversations/{query}/activities") { Headers = { Authorization = new("Bearer", "Kanarkowska") } };
        List<HttpResponseMessage> answers =
        [
            await resident.PostAsync(Encoding.UTF8.GetBytes($"{{\"type\": \"message\", \"text\": \"{Words}")),
            await resident.PostAsync(Encoding.UTF8.GetBytes($"{{\"type\": [\"{Words}\"], \"text\": {{\"a\": \"{Words}\"}}}}")),
            await resident.PostAsync(new { type = "message", text = string.Concat(Enumerable.Repeat(Words, 1_000)), from = new { id = "r" } }),
            await host.Http.SendAsync(stranger),
            await host.Http.PostAsJsonAsync("/chat/token", new { resume = Words, conversationId = Words }),
            await host.Http.PostAsync("/chat/token", new StringContent($"{{\"resume\": {Words}", Encoding.UTF8, "application/json")),
            await host.Http.PostAsync("/kopia/plik", new FormUrlEncodedContent([new("token", Words)])),
            await host.Http.GetAsync($"/api/probe/break?words={query}"),
        ];
        string[] places = ["/praca", "/staze", "/szkolenia", "/wydarzenia", "/punkty", "/inicjatywy", "/kopia", "/blad", "/panel", "/nie-ma", "/api/initiatives", "/healthz", "/chat/embed"];
        foreach (string place in places)
        {
            answers.Add(await host.Http.GetAsync($"{place}/{query}"));
            answers.Add(await host.Http.GetAsync($"/uk{place}?q={query}&words={query}&slowa={query}&place={query}&kod={query}&ReturnUrl={query}&page={query}"));
        }
        return answers;
    }

    /// <summary>Every field of every form on the public pages and in the panel.</summary>
    private static async Task<List<HttpResponseMessage>> VisitAsync(TestHost host)
    {
        var visitor = new FormCrawler(host.Http.GetAsync, (to, fields) => host.Http.PostAsync(to, Form(fields)), Words);
        await visitor.CrawlAsync("/");
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.Coordinator | StaffRoles.CentreStaff | StaffRoles.SocialLeader | StaffRoles.Auditor);
        using var nobody = new StaffBrowser(host);
        var crawlers = new List<FormCrawler> { visitor };
        foreach (StaffBrowser browser in (StaffBrowser[])[nobody, admin, centre])
        {
            var staff = new FormCrawler(browser.GetAsync, browser.PostRawAsync, Words);
            await staff.CrawlAsync("/panel", "/panel/wejscie");
            crawlers.Add(staff);
        }
        Assert.True(crawlers.SelectMany(c => c.Filled).Distinct().Count() >= 15, "Fields were found: " + string.Join(", ", crawlers.SelectMany(c => c.Filled)));
        return [.. crawlers.SelectMany(c => c.Answers).Select(a => a.Answer)];
    }

    private static async Task ImportAsync(TestHost host)
    {
        foreach (ImportRegistration registration in host.Services.GetServices<ImportRegistration>())
        {
            await using AsyncServiceScope scope = host.Services.CreateAsyncScope();
            var import = (IImport)scope.ServiceProvider.GetRequiredService(registration.Import);
            foreach (string format in import.Formats)
                foreach (string file in (string[])[Words, $"id;title\n1;{Words}", $"{{\"a\": \"{Words}\"", $"<a>{Words}"])
                    await Record.ExceptionAsync(() => import.RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(file)), format, false, CancellationToken.None));
        }
    }

    /// <summary>The copy, the erasure and the night.</summary>
    private static async Task LeaveAsync(TestHost host)
    {
        Resident resident = await Resident.ComeAsync(host);
        await resident.SayAsync(Words);
        host.Get<Mood>().Refuses = true;
        await resident.SayAsync("usuń moje dane");
        await resident.SayAsync("tak");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.IsAsync("the erasure was tried", () => host.Get<Database>().Count("platform_outbox", "attempts > 0") > 0);
        host.Clock.Advance(TimeSpan.FromDays(400));
        await using AsyncServiceScope scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ForgetOld>().RunAsync(CancellationToken.None);
    }

    private static FormUrlEncodedContent Form((string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private static bool HasTrace(string text) => Traces.Any(t => text.Contains(t, StringComparison.OrdinalIgnoreCase));

    /// <summary>Everything that anybody logs, whatever the level.</summary>
    private sealed class EveryLine : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception} {(state is IEnumerable<KeyValuePair<string, object?>> parts ? string.Join(' ', parts) : "")}");

        public void Dispose()
        {
        }
    }
}
