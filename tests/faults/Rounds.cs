using System.Diagnostics;

namespace Smss.Faults;

/// <summary>What one round did and found.</summary>
internal sealed record RoundResult(string Name, TimeSpan KilledAfter, TimeSpan Down, int Acknowledged, int Filed, int BrokenOff, TimeSpan Took, IReadOnlyList<string> Faults)
{
    public override string ToString() =>
        $"{(Faults.Count == 0 ? "ok  " : "FAIL")} {Name}: {Acknowledged} acknowledged, {Filed} filed, {BrokenOff} broken off, checked in {Took.TotalSeconds:0.0} s"
        + (KilledAfter == default ? "" : $", killed after {KilledAfter.TotalMilliseconds:0} ms, back in {Down.TotalSeconds:0.0} s");
}

/// <summary>Load, kill -9 at a random moment, start again, let everybody finish, check; on the same data every time.</summary>
internal sealed class Rounds(Arguments arguments)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Random _dice = new(arguments.Seed);

    public async IAsyncEnumerable<RoundResult> RunAsync()
    {
        using var stored = new Stored(arguments.Database == "postgres" ? arguments.Connection : null);
        using var host = new HostProcess([.. stored.Settings, "--Smss:Limits:PostsPerTenSeconds=1000000", "--Smss:Limits:TokensPerMinute=1000000"]);
        await host.StartAsync();
        using var line = new DirectLine(host.Address);
        var everybody = new List<Resident>();
        for (int round = 1; round <= arguments.Rounds; round++)
        {
            Resident[] residents = await Task.WhenAll(Enumerable.Range(0, arguments.Residents).Select(n => ArriveAsync(line, round, n)));
            everybody.AddRange(residents);
            yield return await RunAsync(host, stored, residents, round);
        }
        yield return await CheckAsync(stored, everybody, "everything once more", default, default);
    }

    private async Task<Resident> ArriveAsync(DirectLine line, int round, int number)
    {
        (string id, string token) = await line.OpenAsync();
        return new Resident(line, id, token, $"r{round}m{number}", number < arguments.Filers);
    }

    private async Task<RoundResult> RunAsync(HostProcess host, Stored stored, Resident[] residents, int round)
    {
        TimeSpan killAfter = TimeSpan.FromMilliseconds(_dice.Next(300, 2500));
        using var finish = new CancellationTokenSource();
        Task talk = Task.WhenAll(residents.Select(r => r.TalkAsync(finish.Token)));
        await Task.Delay(killAfter);
        host.Kill();
        long killed = Stopwatch.GetTimestamp();
        await host.StartAsync();
        TimeSpan down = Stopwatch.GetElapsedTime(killed);
        await finish.CancelAsync();
        await talk;
        return await CheckAsync(stored, residents, $"round {round}", killAfter, down);
    }

    private async Task<RoundResult> CheckAsync(Stored stored, IReadOnlyList<Resident> residents, string name, TimeSpan killAfter, TimeSpan down)
    {
        long began = Stopwatch.GetTimestamp();
        Conversation[] conversations = await Task.WhenAll(residents.Select(r => r.SettledAsync(Patience)));
        IReadOnlyList<Filed> filed = arguments.Filers == 0 ? [] : await stored.InitiativesAsync();
        string[] faults = [.. Checker.Check(conversations, filed)];
        Said[] acknowledged = [.. conversations.SelectMany(c => c.Said).Where(s => s.AcknowledgedId is not null)];
        return new RoundResult(
            name, killAfter, down, acknowledged.Length, acknowledged.Count(s => s.Files is not null), acknowledged.Count(s => s.BrokeOff), Stopwatch.GetElapsedTime(began), faults);
    }
}
