using System.Text.Json;

namespace Smss.BotFramework.Schema;

/// <summary>
/// One thing said or done in a conversation. Only the fields this product reads or writes; unknown ones are skipped when read,
/// empty ones are left out when written.
/// </summary>
public sealed record Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>, or something newer: read as a string, never as a closed list.</summary>
    public required string Type { get; init; }
    /// <summary>Given by the channel.</summary>
    public string? Id { get; init; }
    /// <summary>Given by the channel, UTC.</summary>
    public DateTimeOffset? Timestamp { get; init; }
    /// <summary>The sender's clock, as sent.</summary>
    public string? LocalTimestamp { get; init; }
    /// <summary>IANA name of the sender's time zone.</summary>
    public string? LocalTimezone { get; init; }
    /// <summary>Where the bot answers; only on activities sent to a bot.</summary>
    public string? ServiceUrl { get; init; }
    /// <summary><c>directline</c>, <c>webchat</c>, <c>telegram</c>…</summary>
    public string? ChannelId { get; init; }
    /// <summary>The sender.</summary>
    public ChannelAccount? From { get; init; }
    /// <summary>The conversation.</summary>
    public ConversationAccount? Conversation { get; init; }
    /// <summary>The receiver; required on activities sent to a bot.</summary>
    public ChannelAccount? Recipient { get; init; }
    /// <summary>Id of the activity answered; one the client has seen.</summary>
    public string? ReplyToId { get; init; }
    /// <summary>BCP 47.</summary>
    public string? Locale { get; init; }
    /// <summary>Text of a message; may be empty.</summary>
    public string? Text { get; init; }
    /// <summary><c>plain</c>, <c>markdown</c> or <c>xml</c>.</summary>
    public string? TextFormat { get; init; }
    /// <summary>What to say where text is spoken.</summary>
    public string? Speak { get; init; }
    /// <summary><c>acceptingInput</c>, <c>expectingInput</c> or <c>ignoringInput</c>.</summary>
    public string? InputHint { get; init; }
    /// <summary><c>list</c> or <c>carousel</c>.</summary>
    public string? AttachmentLayout { get; init; }
    /// <summary>Cards and files.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }
    /// <summary>Buttons shown until the next message.</summary>
    public SuggestedActions? SuggestedActions { get; init; }
    /// <summary>Name of an event or invoke.</summary>
    public string? Name { get; init; }
    /// <summary>Value of an event, or of a pressed button.</summary>
    public JsonElement? Value { get; init; }
    /// <summary>Why a conversation ended.</summary>
    public string? Code { get; init; }
    /// <summary>Who joined (conversationUpdate).</summary>
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }
    /// <summary>Who left (conversationUpdate).</summary>
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }
    /// <summary><c>normal</c>, <c>expectReplies</c>… some peers send values of their own.</summary>
    public string? DeliveryMode { get; init; }
    /// <summary>Mentions, capabilities and the like; order means nothing.</summary>
    public IReadOnlyList<JsonElement>? Entities { get; init; }
    /// <summary>The channel's own; passed through unchanged.</summary>
    public JsonElement? ChannelData { get; init; }
}

/// <summary>Activity types by their names on the wire.</summary>
public static class ActivityTypes
{
    /// <summary>Somebody said something.</summary>
    public const string Message = "message";
    /// <summary>A client or bot signals something that is not shown.</summary>
    public const string Event = "event";
    /// <summary>Somebody is writing.</summary>
    public const string Typing = "typing";
    /// <summary>Somebody joined or left.</summary>
    public const string ConversationUpdate = "conversationUpdate";
    /// <summary>A request answered in the HTTP response.</summary>
    public const string Invoke = "invoke";
    /// <summary>The conversation is over.</summary>
    public const string EndOfConversation = "endOfConversation";
}
