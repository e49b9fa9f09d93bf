using System.Text.Json;

namespace Smss.BotFramework.Schema;

/// <summary>A person or a bot on a channel.</summary>
public sealed record ChannelAccount
{
    /// <summary>Id on the channel.</summary>
    public string? Id { get; init; }
    /// <summary>Name shown.</summary>
    public string? Name { get; init; }
    /// <summary><c>user</c> or <c>bot</c>.</summary>
    public string? Role { get; init; }
}

/// <summary>A conversation on a channel.</summary>
public sealed record ConversationAccount
{
    /// <summary>Id on the channel.</summary>
    public string? Id { get; init; }
    /// <summary>Name shown.</summary>
    public string? Name { get; init; }
    /// <summary>More than one person besides the bot.</summary>
    public bool? IsGroup { get; init; }
}

/// <summary>A card (<see cref="Content"/>) or a file (<see cref="ContentUrl"/>), never both.</summary>
public sealed record Attachment
{
    /// <summary>Content type of a hero card.</summary>
    public const string HeroCardType = "application/vnd.microsoft.card.hero";

    /// <summary>MIME type.</summary>
    public required string ContentType { get; init; }
    /// <summary>Address of the file.</summary>
    public string? ContentUrl { get; init; }
    /// <summary>The card.</summary>
    public JsonElement? Content { get; init; }
    /// <summary>Name of the file.</summary>
    public string? Name { get; init; }
}

/// <summary>A card with a title, text, pictures and buttons.</summary>
public sealed record HeroCard
{
    /// <summary>Title.</summary>
    public string? Title { get; init; }
    /// <summary>Line below the title.</summary>
    public string? Subtitle { get; init; }
    /// <summary>Text.</summary>
    public string? Text { get; init; }
    /// <summary>Pictures.</summary>
    public IReadOnlyList<CardImage>? Images { get; init; }
    /// <summary>Buttons.</summary>
    public IReadOnlyList<CardAction>? Buttons { get; init; }
}

/// <summary>A picture of a card.</summary>
/// <param name="Url">Address.</param>
/// <param name="Alt">What it shows, for those who do not see it.</param>
public sealed record CardImage(string Url, string? Alt = null);

/// <summary>A button.</summary>
public sealed record CardAction
{
    /// <summary><c>imBack</c>, <c>messageBack</c>, <c>postBack</c>, <c>openUrl</c>…</summary>
    public required string Type { get; init; }
    /// <summary>What the button says.</summary>
    public required string Title { get; init; }
    /// <summary>What the bot receives, or the address to open.</summary>
    public JsonElement? Value { get; init; }
    /// <summary>Text the bot receives (messageBack).</summary>
    public string? Text { get; init; }
    /// <summary>Text shown as said (messageBack).</summary>
    public string? DisplayText { get; init; }
    /// <summary>Picture on the button.</summary>
    public string? Image { get; init; }
    /// <summary>What the picture shows.</summary>
    public string? ImageAltText { get; init; }
}

/// <summary>Buttons shown with the last message only.</summary>
/// <param name="Actions">The buttons.</param>
/// <param name="To">Users who see them; nobody named means everybody.</param>
public sealed record SuggestedActions(IReadOnlyList<CardAction> Actions, IReadOnlyList<string>? To = null);

/// <summary>What is needed to write to a conversation later.</summary>
public sealed record ConversationReference
{
    /// <summary>Activity it was taken from.</summary>
    public string? ActivityId { get; init; }
    /// <summary>The person.</summary>
    public ChannelAccount? User { get; init; }
    /// <summary>The bot.</summary>
    public ChannelAccount? Bot { get; init; }
    /// <summary>The conversation.</summary>
    public ConversationAccount? Conversation { get; init; }
    /// <summary>The channel.</summary>
    public string? ChannelId { get; init; }
    /// <summary>Where to send.</summary>
    public string? ServiceUrl { get; init; }
    /// <summary>BCP 47.</summary>
    public string? Locale { get; init; }
}

/// <summary>Answer to an activity sent: its id, where the channel tells one.</summary>
/// <param name="Id">Null where the channel gives none, which is legal.</param>
public sealed record ResourceResponse(string? Id = null);
