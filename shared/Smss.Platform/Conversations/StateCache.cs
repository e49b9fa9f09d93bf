using System.Collections.Concurrent;
using Smss.Conversation;

namespace Smss.Platform.Conversations;

/// <summary>A conversation's state as this host last saw it. The version guards against another host having changed it.</summary>
internal sealed record StoredState(long Version, ConversationState State);

/// <summary>States of recent conversations. Only a shortcut: the commit checks the version.</summary>
internal sealed class StateCache
{
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<string, StoredState> _states = new();

    public StoredState? Get(string conversationId) => _states.GetValueOrDefault(conversationId);

    public void Forget(string conversationId) => _states.TryRemove(conversationId, out _);

    public void Put(string conversationId, StoredState state)
    {
        // Losing all of them now and then costs one read each; keeping track of use would cost every turn.
        if (_states.Count >= Most) _states.Clear();
        _states[conversationId] = state;
    }
}
