namespace Smss.BotFramework.DirectLine;

/// <summary>
/// What the Direct Line server needs of the house behind it: an append-only log per conversation, durable before it answers.
/// </summary>
public interface IConversationLog
{
    /// <summary>Starts the conversation, or finds it already started (a repeat is answered alike).</summary>
    /// <param name="conversationId">Id minted by the server.</param>
    /// <param name="userId">Id of the token's <c>user</c> claim.</param>
    /// <param name="locale">BCP 47, as the client said; null when it did not.</param>
    /// <param name="cancellation">Ends the wait, not the write.</param>
    /// <returns>True when it is new.</returns>
    ValueTask<bool> StartAsync(string conversationId, string userId, string? locale, CancellationToken cancellation);

    /// <summary>Sequence number of the last activity, or null when there is no such conversation.</summary>
    ValueTask<long?> LastSequenceAsync(string conversationId, CancellationToken cancellation);

    /// <summary>
    /// Appends what a client posted. Committed with full durability before it returns. A repeat of the same
    /// <see cref="PostedActivity.MessageKey"/> returns the first number and is acted on once.
    /// </summary>
    /// <returns>The sequence number, or null when there is no such conversation.</returns>
    ValueTask<long?> AppendAsync(string conversationId, PostedActivity activity, CancellationToken cancellation);

    /// <summary>Activities after the number, oldest first, at most <paramref name="max"/>; typing and the like are never in the log.</summary>
    ValueTask<IReadOnlyList<LoggedActivity>> ReadAsync(string conversationId, long after, int max, CancellationToken cancellation);
}

/// <summary>What a client posted, checked and normalised by the server.</summary>
/// <param name="Type">Activity type: <c>message</c>, <c>event</c>, <c>typing</c>…</param>
/// <param name="Text">Text of a message; null otherwise.</param>
/// <param name="Name">Name of an event (<c>webchat/join</c>).</param>
/// <param name="Locale">BCP 47, as the client said.</param>
/// <param name="UserId">The sender: the token's claim, or <c>from.id</c> when the token names nobody.</param>
/// <param name="MessageKey">What makes a repeat recognisable (<c>channelData.clientActivityID</c>); null when the client gives none.</param>
/// <param name="Body">
/// The activity as JSON in UTF-8, one object, without <c>id</c> and <c>timestamp</c>: the server puts those in front when it shows it.
/// </param>
public sealed record PostedActivity(
    string Type, string? Text, string? Name, string? Locale, string UserId, string? MessageKey, ReadOnlyMemory<byte> Body);

/// <summary>One entry of a conversation's log.</summary>
/// <param name="Sequence">From 1, without gaps, strictly rising.</param>
/// <param name="Timestamp">UTC, strictly rising within the conversation.</param>
/// <param name="Body">JSON object in UTF-8 without <c>id</c> and <c>timestamp</c>.</param>
public readonly record struct LoggedActivity(long Sequence, DateTimeOffset Timestamp, ReadOnlyMemory<byte> Body);
