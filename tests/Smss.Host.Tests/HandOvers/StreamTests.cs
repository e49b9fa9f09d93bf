using System.Net;
using Smss.Abstractions;
using Smss.Host.Tests.Panel;
using Smss.Platform.Data;

namespace Smss.Host.Tests.HandOvers;

/// <summary>The panel's streams say at once that something changed, to those who may know, and end with the session.</summary>
public sealed class PanelStreamTests
{
    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_stream_tells_of_changes_and_ends_with_the_account(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using Desk desk = await Desk.OfAsync(host, admin, "c.centrum");
        await using StaffStream list = await StaffStream.OpenAsync(desk.Browser, Desk.List + "/strumien");
        Resident resident = await Heard.AskingAsync(host);
        await list.ChangesAsync();

        Guid id = await desk.TakeAsync();
        await using StaffStream talk = await StaffStream.OpenAsync(desk.Browser, $"{Desk.List}/{id}/strumien");
        await Resident.IdOfAsync(await resident.PostAsync(resident.Message("halo", "s1")));
        await talk.ChangesAsync();

        await DisableAsync(host, admin, "c.centrum");
        await list.EndsAsync();
        await talk.EndsAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await desk.Browser.StatusAsync(Desk.List + "/strumien"));
    }

    [Fact]
    public async Task A_stream_of_a_talk_ends_with_it_and_any_stream_with_the_session()
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using Desk desk = await Desk.OfAsync(host, admin, "c.centrum");
        await using StaffStream list = await StaffStream.OpenAsync(desk.Browser, Desk.List + "/strumien");
        await Heard.AskingAsync(host);
        Guid id = await desk.TakeAsync();
        await using StaffStream talk = await StaffStream.OpenAsync(desk.Browser, $"{Desk.List}/{id}/strumien");
        await desk.HandBackAsync(id);
        await talk.EndsAsync();
        host.Clock.Advance(TimeSpan.FromHours(11));
        await list.EndsWithTimeAsync(host);
    }

    [Fact]
    public async Task Nobody_else_may_listen_and_duty_ends_with_the_session()
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser auditor = await admin.ColleagueAsync("a.audytor", StaffRoles.Auditor);
        using var stranger = new StaffBrowser(host);
        foreach (string path in (string[])[Desk.List, Desk.List + "/strumien", $"{Desk.List}/{Guid.CreateVersion7(host.Clock.GetUtcNow())}", $"{Desk.List}/{Guid.CreateVersion7(host.Clock.GetUtcNow())}/strumien"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, await admin.StatusAsync(path));
            Assert.Equal(HttpStatusCode.Forbidden, await auditor.StatusAsync(path));
            Assert.Equal(path.EndsWith("strumien", StringComparison.Ordinal) ? HttpStatusCode.Unauthorized : HttpStatusCode.Redirect, await stranger.StatusAsync(path));
        }
        using Desk desk = await Desk.OfAsync(host, admin, "c.centrum"), other = await Desk.OfAsync(host, admin, "c.drugi", StaffRoles.SocialLeader);
        await desk.Browser.PostAsync("/panel/wyjscie", "/panel/wyjscie");
        await DisableAsync(host, admin, "c.drugi");
        Resident resident = await Heard.AskingAsync(host);
        Assert.Equal(0, await resident.CountAsync(Heard.Called));
        Assert.Equal(1, await resident.CountAsync(Heard.Waits));
    }

    [Fact]
    public async Task Over_postgres_everything_holds_on_every_replica()
    {
        await using TestHost host = await TestHost.StartAsync(Db.Postgres);
        await using TestHost replica = await host.ReplicaAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using Desk desk = await Desk.OfAsync(host, admin, "c.centrum");
        await using StaffStream list = await StaffStream.OpenAsync(desk.Browser, Desk.List + "/strumien");
        // The resident is at the other replica, which knows the conversation as the bot's.
        Resident resident = await Heard.AskingAsync(replica);
        await list.ChangesAsync();
        Guid id = await desk.TakeAsync();
        await resident.SilentlyAsync(replica, "szukam pracy", "s1");

        int heard = 0;
        using IDisposable open = replica.Get<Smss.BotFramework.DirectLine.DirectLineHub>().Watch(resident.ConversationId, () => Interlocked.Increment(ref heard));
        await desk.SayAsync(id, "Dzień dobry!");
        await Eventually.IsAsync("an open chat at the other replica is woken", () => Volatile.Read(ref heard) > 0);

        using StaffBrowser there = desk.Browser.At(replica);
        await using StaffStream talk = await StaffStream.OpenAsync(there, $"{Desk.List}/{id}/strumien");
        await DisableAsync(host, admin, "c.centrum");
        await list.EndsAsync();
        await talk.EndsAsync();
    }

    private static async Task DisableAsync(TestHost host, StaffBrowser admin, string name)
    {
        string id = host.Get<Database>().Strings($"SELECT id FROM platform_account WHERE user_name = '{name}'").Single().ToLowerInvariant(), page = "/panel/platform/konta/" + id;
        string text = await StaffBrowser.TextAsync(await admin.GetAsync(page));
        string stamp = host.Get<Database>().Strings($"SELECT concurrency_stamp FROM platform_account WHERE user_name = '{name}'").Single();
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync(text, page + "?handler=Enabled", ("stamp", stamp), ("enabled", "false"))).StatusCode);
    }
}

/// <summary>An open stream of the panel, read in the background.</summary>
internal sealed class StaffStream : IAsyncDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly Task _reading;
    private int _changes;

    private StaffStream(HttpResponseMessage answer)
    {
        _answer = answer;
        _reading = ReadAsync();
    }

    public static async Task<StaffStream> OpenAsync(StaffBrowser browser, string path)
    {
        HttpResponseMessage answer = await browser.OpenAsync(path);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new StaffStream(answer);
    }

    public Task ChangesAsync() => Eventually.IsAsync("the stream tells of a change", () => Volatile.Read(ref _changes) > 0);

    public Task EndsAsync() => _reading.WaitAsync(TimeSpan.FromSeconds(20));

    /// <summary>Ends while time goes on: when the clock is moved between two looks at it, only the next one sees it.</summary>
    public Task EndsWithTimeAsync(TestHost host) => Eventually.IsAsync("the stream ends", () =>
    {
        host.Clock.Advance(TimeSpan.FromSeconds(15));
        return _reading.IsCompleted;
    });

    public ValueTask DisposeAsync()
    {
        _answer.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ReadAsync()
    {
        try
        {
            using var reader = new StreamReader(await _answer.Content.ReadAsStreamAsync());
            while (await reader.ReadLineAsync() is { } line)
                if (line == "event: change") Interlocked.Increment(ref _changes);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or HttpRequestException)
        {
            // Closed by the test.
        }
    }
}
