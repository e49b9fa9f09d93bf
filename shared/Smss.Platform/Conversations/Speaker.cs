using Smss.Abstractions;
using Smss.BotFramework.DirectLine;
using Smss.Platform.Data;

namespace Smss.Platform.Conversations;

/// <summary>What was added to a conversation and is to be shown once it is committed.</summary>
internal sealed record Words(string ConversationId, IReadOnlyList<LoggedActivity> Activities);

/// <summary>Speaks in a conversation outside a turn: first into the log, then on every open stream.</summary>
internal sealed class Speaker(Database database, DirectLineHub hub, Replicas replicas, CityClock clock)
{
    /// <returns>Null when it was said before under this key, or when there is no such conversation.</returns>
    public Words? Say(WriteScope scope, string conversationId, byte[] body, string key)
    {
        if (scope.Commands.Scalar(
                scope.Transaction, "SELECT sequence FROM platform_activity WHERE conversation_id = @p0 AND message_key = @p1", conversationId, key) is not null)
            return null;
        if (LogSql.Advance(database, scope, conversationId, 1, clock.Now) is not { } last) return null;
        LogSql.Insert(database, scope, conversationId, last.Sequence, last.At, true, key, false, body);
        return new Words(conversationId, [new LoggedActivity(last.Sequence, last.At, body)]);
    }

    public void Show(Words words)
    {
        hub.Committed(words.ConversationId, words.Activities);
        replicas.Tell(words.ConversationId);
    }
}
