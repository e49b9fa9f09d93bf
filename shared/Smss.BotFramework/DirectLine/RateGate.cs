using System.Collections.Concurrent;

namespace Smss.BotFramework.DirectLine;

/// <summary>
/// Generic cell rate algorithm: one number per key, the time at which its bucket will be full again.
/// Keys that are full are forgotten now and then.
/// </summary>
internal sealed class RateGate(RateLimit? limit, TimeProvider time)
{
    private const int SweepEvery = 4096;

    private readonly ConcurrentDictionary<string, long> fullAt = new(StringComparer.Ordinal);
    private readonly long per = limit?.Per.Ticks ?? 0;
    private readonly long step = limit is null ? 0 : limit.Per.Ticks / limit.Permits;
    private int admitted;

    /// <returns>Null when admitted; else how long to wait.</returns>
    public TimeSpan? Admit(string key)
    {
        if (limit is null)
            return null;
        var now = time.GetUtcNow().UtcTicks;
        if (Interlocked.Increment(ref admitted) % SweepEvery == 0)
            Sweep(now);
        while (true)
        {
            var known = fullAt.TryGetValue(key, out var full);
            var next = Math.Max(full, now) + step;
            if (next - now > per)
                return TimeSpan.FromTicks(next - now - per);
            if (known ? fullAt.TryUpdate(key, next, full) : fullAt.TryAdd(key, next))
                return null;
        }
    }

    private void Sweep(long now)
    {
        foreach (var entry in fullAt)
            if (entry.Value <= now)
                fullAt.TryRemove(entry);
    }
}
