namespace Smss.BotFramework.DirectLine;

/// <summary>The open streams of this process. The house tells it what was committed; it shows that to whoever listens.</summary>
public sealed class DirectLineHub
{
    /// <summary>Shows activities just committed, in order, to the open streams of the conversation. Never blocks, never throws.</summary>
    public void Committed(string conversationId, IReadOnlyList<LoggedActivity> activities) { }

    /// <summary>Something was committed elsewhere (another replica): open streams read the log.</summary>
    public void Wake(string conversationId) { }

    /// <summary>Shows the typing sign to open streams; never logged.</summary>
    public void Typing(string conversationId, string botId) { }
}
