using System.Collections.Concurrent;

namespace Smss.BotFramework.DirectLine;

/// <summary>What a valid token says.</summary>
/// <param name="ConversationId">The one conversation it opens.</param>
/// <param name="UserId">Who posts with it; null when it names nobody.</param>
/// <param name="Origins">Sites it may be used from; null for any.</param>
/// <param name="Expires">Its end.</param>
internal sealed record TokenClaims(string ConversationId, string? UserId, string[]? Origins, DateTimeOffset Expires);

/// <summary>Tokens whose signature was checked: each comes with every request, the check costs a hundred times the look-up.</summary>
internal sealed class TokenCache(TimeProvider time, int capacity = 32_768)
{
    private readonly ConcurrentDictionary<string, TokenClaims> claims = new(StringComparer.Ordinal);
    private int count;

    public TokenClaims? Find(ReadOnlySpan<char> token) =>
        claims.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token, out var found) ? found : null;

    public void Add(string token, TokenClaims found)
    {
        if (!claims.TryAdd(token, found) || Interlocked.Increment(ref count) <= capacity)
            return;
        Forget(time.GetUtcNow());
        if (Volatile.Read(ref count) > capacity / 2)
            Forget(DateTimeOffset.MaxValue);
    }

    private void Forget(DateTimeOffset expiredBy)
    {
        foreach (var entry in claims)
            if (entry.Value.Expires <= expiredBy && claims.TryRemove(entry))
                Interlocked.Decrement(ref count);
    }
}
