using System.Collections.Concurrent;
using System.Text;
using Smss.BotFramework.DirectLine;

namespace Smss.Unit.Tests.DirectLine;

/// <summary>A house in memory: keeps a log, tells the hub, remembers what it was given.</summary>
internal sealed class MemoryLog(DirectLineHub hub, TimeProvider time) : IConversationLog
{
    private readonly ConcurrentDictionary<string, List<LoggedActivity>> logs = new();
    private readonly ConcurrentDictionary<(string, string), long> seen = new();

    public ConcurrentQueue<PostedActivity> Posted { get; } = new();
    public ConcurrentDictionary<string, (string User, string? Locale)> Started { get; } = new();
    public bool Failing { get; set; }
    /// <summary>Off: commits reach the log but not the hub, as on another replica.</summary>
    public bool TellsHub { get; set; } = true;
    public int Reads { get; private set; }

    public ValueTask<bool> StartAsync(string conversationId, string userId, string? locale, CancellationToken cancellation)
    {
        Started.TryAdd(conversationId, (userId, locale));
        return new(logs.TryAdd(conversationId, []));
    }

    public ValueTask<long?> LastSequenceAsync(string conversationId, CancellationToken cancellation)
    {
        ThrowIfFailing();
        return new(logs.TryGetValue(conversationId, out var log) ? log.Count : null);
    }

    public ValueTask<long?> AppendAsync(string conversationId, PostedActivity activity, CancellationToken cancellation)
    {
        ThrowIfFailing();
        if (!logs.ContainsKey(conversationId))
            return new((long?)null);
        if (activity.MessageKey is { } key && seen.TryGetValue((conversationId, key), out var first))
            return new(first);
        Posted.Enqueue(activity);
        var sequence = Add(conversationId, activity.Body);
        if (activity.MessageKey is { } newKey)
            seen[(conversationId, newKey)] = sequence;
        return new(sequence);
    }

    public ValueTask<IReadOnlyList<LoggedActivity>> ReadAsync(string conversationId, long after, int max, CancellationToken cancellation)
    {
        ThrowIfFailing();
        Reads++;
        if (!logs.TryGetValue(conversationId, out var log))
            return new([]);
        lock (log)
            return new(log.Where(a => a.Sequence > after).Take(max).ToArray());
    }

    /// <summary>The bot says something.</summary>
    public long Say(string conversationId, string text) =>
        Add(conversationId, Encoding.UTF8.GetBytes($$"""{"type":"message","from":{"id":"bot","role":"bot"},"text":"{{text}}"}"""));

    private long Add(string conversationId, ReadOnlyMemory<byte> body)
    {
        var log = logs[conversationId];
        lock (log)
        {
            var activity = new LoggedActivity(log.Count + 1, time.GetUtcNow(), body);
            log.Add(activity);
            if (TellsHub)
                hub.Committed(conversationId, [activity]);
            return activity.Sequence;
        }
    }

    private void ThrowIfFailing()
    {
        if (Failing)
            throw new InvalidOperationException("The database is away.");
    }
}
