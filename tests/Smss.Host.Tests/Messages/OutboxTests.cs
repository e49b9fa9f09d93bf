using Smss.Host.Tests.Probe;
using Smss.Platform.Data;

namespace Smss.Host.Tests.Messages;

/// <summary>A fact reaches each of its handlers, whatever happens to the others or to the host.</summary>
public sealed class OutboxTests
{
    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_handler_that_throws_is_tried_again_later_and_stops_no_other(Db db)
    {
        await using TestHost host = await ProbeHost.StartAsync(db);
        host.Get<Mood>().Refuses = true;
        await NoteAsync(host);

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.IsAsync("one copy made, one refused", () => Copies(host) is ["willing"] && host.Get<Mood>().Tries > 0);
        await Eventually.IsAsync("the refusal is noted", () => Waiting(host) is ["probe.copy-note-moodily|1|InvalidOperationException"]);

        host.Get<Mood>().Refuses = false;
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        await Eventually.IsAsync("both copies made", () => Copies(host) is ["moody", "willing"]);
        Assert.Empty(Waiting(host));
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_fact_outlives_a_restart_of_the_host(Db db)
    {
        await using TestHost host = await ProbeHost.StartAsync(db);
        await NoteAsync(host);
        Assert.Equal(2, Waiting(host).Count);

        await host.RestartAsync();
        Assert.Equal(2, Waiting(host).Count);
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        await Eventually.IsAsync("both copies made", () => Copies(host) is ["moody", "willing"]);
        Assert.Empty(Waiting(host));
    }

    private static async Task NoteAsync(TestHost host)
    {
        Resident resident = await Resident.ComeAsync(host);
        await resident.JoinAsync();
        Assert.Equal("Notes: 1", Assert.Single(await resident.SayAsync(ProbeHost.Note)).Text);
    }

    private static IReadOnlyList<string> Copies(TestHost host) => host.Get<Database>().Strings("SELECT \"by\" FROM probe_copy ORDER BY \"by\"");

    private static IReadOnlyList<string> Waiting(TestHost host) =>
        host.Get<Database>().Strings("SELECT handler, attempts, last_error FROM platform_outbox ORDER BY handler");
}
