using Smss.Understanding;

namespace Smss.Conversation;

/// <summary>What a channel hands in, in no channel's terms.</summary>
/// <param name="ConversationId">Unique over all channels.</param>
/// <param name="Sequence">Its number in the conversation's log; the reply answers it.</param>
/// <param name="ResidentId">The sender in their channel.</param>
/// <param name="Text">Null when somebody only came in.</param>
/// <param name="Hint">Language the channel names; <see cref="Language.Other"/> when it does not.</param>
public sealed record IncomingMessage(string ConversationId, long Sequence, string ResidentId, string? Text, Language Hint)
{
    /// <summary>Number of the message before it that is answered together with it ("szukam pracy", "jako spawacz").</summary>
    public long? Also { get; init; }
}
