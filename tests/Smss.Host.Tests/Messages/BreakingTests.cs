using Smss.Host.Tests.Probe;
using Smss.Platform.Data;

namespace Smss.Host.Tests.Messages;

/// <summary>What breaks in a module becomes a polite message, and nothing half-done stays.</summary>
public sealed class BreakingTests
{
    private const string Polite = "Teraz się nie udało i nic nie zostało zapisane. Proszę spróbować za chwilę. Jeśli to pilne, pomogą ludzie w punkcie.";

    [Theory]
    [InlineData(ProbeHost.Break, Db.Sqlite), InlineData(ProbeHost.Break, Db.Postgres)]
    [InlineData(ProbeHost.Spoil, Db.Sqlite), InlineData(ProbeHost.Spoil, Db.Postgres)]
    public async Task A_turn_that_breaks_says_so_leaves_nothing_behind_and_the_next_message_is_answered(string words, Db db)
    {
        await using TestHost host = await ProbeHost.StartAsync(db);
        Resident resident = await Resident.ComeAsync(host);
        await resident.JoinAsync();

        Assert.Equal(Polite, Assert.Single(await resident.SayAsync(words)).Text);
        Assert.Equal(0, host.Get<Database>().Count("probe_note"));
        Assert.Equal(0, host.Get<Database>().Count("platform_outbox"));

        Assert.Equal("Notes: 1", Assert.Single(await resident.SayAsync(ProbeHost.Note)).Text);
        Assert.DoesNotContain(host.Log.All, line => line.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_turn_that_breaks_spoils_no_other_turn_of_the_same_commit()
    {
        await using TestHost host = await ProbeHost.StartAsync(Db.Sqlite);
        Resident[] residents = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Resident.ComeAsync(host)));
        await Task.WhenAll(residents.Select(r => r.JoinAsync()));

        var answers = await Task.WhenAll(residents.Select((r, i) => r.SayAsync(i % 2 == 0 ? ProbeHost.Note : ProbeHost.Spoil)));
        Assert.Equal(10, answers.Count(a => a.Single().Text.StartsWith("Notes: ", StringComparison.Ordinal)));
        Assert.Equal(10, answers.Count(a => a.Single().Text == Polite));
        Assert.Equal(10, host.Get<Database>().Count("probe_note"));
    }
}
