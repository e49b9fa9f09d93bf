using System.Collections.Concurrent;

namespace Smss.BotFramework.DirectLine;

/// <summary>The open streams of this process. The house tells it what was committed; it shows that to whoever listens.</summary>
public sealed class DirectLineHub(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, ActivityStream[]> listening = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Action[]> watching = new(StringComparer.Ordinal);
    private readonly Lock changing = new();

    /// <summary>Shows activities just committed, in order, to the open streams of the conversation. Never blocks, never throws.</summary>
    public void Committed(string conversationId, IReadOnlyList<LoggedActivity> activities)
    {
        if (activities.Count > 0 && listening.TryGetValue(conversationId, out var streams))
            Offer(streams, StreamSignal.Batch.Of(conversationId, activities));
        Call(conversationId);
    }

    /// <summary>Something was committed elsewhere (another replica): open streams read the log.</summary>
    public void Wake(string conversationId)
    {
        if (listening.TryGetValue(conversationId, out var streams))
            Offer(streams, StreamSignal.Wake);
        Call(conversationId);
    }

    /// <summary>Calls back whenever something was committed to the conversation, here or elsewhere, until it is disposed.</summary>
    /// <param name="conversationId">Which conversation.</param>
    /// <param name="changed">Must neither block nor throw.</param>
    public IDisposable Watch(string conversationId, Action changed)
    {
        lock (changing)
            watching[conversationId] = [.. watching.GetValueOrDefault(conversationId, []), changed];
        return new Watching(this, conversationId, changed);
    }

    /// <summary>Shows the typing sign to open streams; never logged.</summary>
    public void Typing(string conversationId, string botId)
    {
        if (listening.ContainsKey(conversationId))
            Show(conversationId, PassingId(conversationId), ActivitySet.TypingBody(conversationId, botId));
    }

    /// <summary>Id of an activity that is not logged.</summary>
    internal static string PassingId(string conversationId) => $"{conversationId}|{DirectLineTokens.NewConversationId()}";

    internal void Show(string conversationId, string id, ReadOnlySpan<byte> body)
    {
        if (listening.TryGetValue(conversationId, out var streams))
            Offer(streams, new StreamSignal.Passing(ActivitySet.Passing(id, time.GetUtcNow(), body)));
    }

    internal int CountOf(string conversationId) => listening.TryGetValue(conversationId, out var streams) ? streams.Length : 0;

    /// <summary>Adds a stream. Older ones on its ticket fall silent, and it goes on where they stood.</summary>
    internal void Add(ActivityStream stream)
    {
        lock (changing)
        {
            var streams = listening.GetValueOrDefault(stream.Ticket.ConversationId, []);
            foreach (var older in streams)
                if (older.Ticket.Id == stream.Ticket.Id)
                    stream.TakeOver(older);
            listening[stream.Ticket.ConversationId] = [.. streams, stream];
        }
    }

    internal void Remove(ActivityStream stream)
    {
        lock (changing)
        {
            var left = listening.GetValueOrDefault(stream.Ticket.ConversationId, []).Where(other => other != stream).ToArray();
            if (left.Length == 0)
                listening.TryRemove(stream.Ticket.ConversationId, out _);
            else
                listening[stream.Ticket.ConversationId] = left;
        }
    }

    private void Call(string conversationId)
    {
        if (!watching.TryGetValue(conversationId, out var callbacks))
            return;
        foreach (var changed in callbacks)
            changed();
    }

    private sealed class Watching(DirectLineHub hub, string conversationId, Action changed) : IDisposable
    {
        public void Dispose()
        {
            lock (hub.changing)
            {
                var left = hub.watching.GetValueOrDefault(conversationId, []).Where(other => other != changed).ToArray();
                if (left.Length == 0)
                    hub.watching.TryRemove(conversationId, out _);
                else
                    hub.watching[conversationId] = left;
            }
        }
    }

    private static void Offer(ActivityStream[] streams, StreamSignal signal)
    {
        foreach (var stream in streams)
            stream.Offer(signal);
    }
}
