using Smss.Abstractions;
using Smss.Abstractions.Conversation;
using Smss.BotFramework.DirectLine;
using Smss.Conversation;
using Smss.Platform.Data;
using Smss.Platform.HandOvers;
using Smss.Understanding;

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

    /// <summary>The bot says something and the conversation is in another state from there on; the caller has locked it.</summary>
    public Words Say(WriteScope scope, Held held, ConversationState state, IReadOnlyList<Reply> replies)
    {
        if (LogSql.Advance(database, scope, held.ConversationId, replies.Count, clock.Now, state.ToJson(), held.Version) is not { } last)
            throw new InvalidOperationException("A locked conversation changed.");
        var shown = new List<LoggedActivity>(replies.Count);
        for (int i = 0; i < replies.Count; i++)
        {
            int back = replies.Count - 1 - i;
            byte[] body = ReplyJson.Write(replies[i], held.ConversationId, null, state.Language ?? Language.Pl);
            var entry = new LoggedActivity(last.Sequence - back, last.At.AddMilliseconds(-back), body);
            LogSql.Insert(database, scope, held.ConversationId, entry.Sequence, entry.Timestamp, true, null, false, body);
            shown.Add(entry);
        }
        return new Words(held.ConversationId, shown);
    }

    public void Show(Words words)
    {
        hub.Committed(words.ConversationId, words.Activities);
        replicas.Tell(words.ConversationId);
    }
}
