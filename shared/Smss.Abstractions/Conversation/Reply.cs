namespace Smss.Abstractions.Conversation;

/// <summary>One message of the bot. Channels show cards and buttons where they can and numbered text where they cannot.</summary>
/// <param name="text">Finished text in the resident's language, plain, line breaks allowed.</param>
public sealed class Reply(string text)
{
    private readonly List<Card> _cards = [];
    private readonly List<string> _choices = [];

    /// <summary>Finished text, plain.</summary>
    public string Text { get; } = text;

    /// <summary>Cards below the text.</summary>
    public IReadOnlyList<Card> Cards => _cards;

    /// <summary>Buttons below the message; pressing one says its words.</summary>
    public IReadOnlyList<string> Choices => _choices;

    /// <summary>Adds a card.</summary>
    public Reply With(Card card)
    {
        _cards.Add(card);
        return this;
    }

    /// <summary>Adds buttons; a button's words are what the resident would type.</summary>
    public Reply Offer(params IEnumerable<string> words)
    {
        _choices.AddRange(words);
        return this;
    }
}

/// <summary>A card: one thing found.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Text">Body, plain, line breaks allowed.</param>
/// <param name="Links">Pages to open, absolute addresses.</param>
public sealed record Card(string Title, string Text, params IReadOnlyList<Link> Links);

/// <summary>A link under a card.</summary>
/// <param name="Label">Words of the link, in the resident's language.</param>
/// <param name="Url">Absolute address, or <c>tel:</c>.</param>
public sealed record Link(string Label, string Url);
