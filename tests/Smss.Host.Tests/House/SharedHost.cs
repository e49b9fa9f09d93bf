using System.Collections.Concurrent;

namespace Smss.Host.Tests.House;

/// <summary>One host per database for tests that only need conversations of their own; stopped when the tests end.</summary>
internal static class SharedHost
{
    private static readonly ConcurrentDictionary<Db, Lazy<Task<TestHost>>> Hosts = new();

    public static Task<TestHost> OfAsync(Db db) => Hosts.GetOrAdd(db, static d => new Lazy<Task<TestHost>>(() => TestHost.StartAsync(d))).Value;

    public static async Task StopAllAsync()
    {
        foreach (Lazy<Task<TestHost>> host in Hosts.Values)
            if (host is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await host.Value).DisposeAsync();
    }
}

/// <summary>Ends what the tests shared.</summary>
public sealed class HouseKeeping : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await SharedHost.StopAllAsync();
        Prepared.Clear();
    }
}
