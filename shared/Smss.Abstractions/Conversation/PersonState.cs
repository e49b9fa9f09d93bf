namespace Smss.Abstractions.Conversation;

/// <summary>How far a resident has come on the way to a person of the staff.</summary>
internal enum PersonState
{
    /// <summary>The bot answers.</summary>
    None,
    /// <summary>Asked for a person; the bot goes on answering until one comes.</summary>
    Waiting,
    /// <summary>Waits, and left a phone number or an e-mail address in the conversation.</summary>
    Reachable,
    /// <summary>A person answers; the bot is silent.</summary>
    Here,
}
