using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Smss.Abstractions;
using Smss.Abstractions.Conversation;
using Smss.Abstractions.Data;
using Smss.Abstractions.Texts;
using Smss.BotFramework.DirectLine;
using Smss.Conversation;
using Smss.Platform.Data;
using Smss.Platform.HandOvers;
using Smss.Understanding;

namespace Smss.Platform.Conversations;

/// <summary>
/// Runs one turn: thinks without a transaction, then commits inbox mark, state, replies, facts and what the module writes
/// at once. A turn that lost against another host is thought again; one that breaks becomes a polite message.
/// </summary>
internal sealed class TurnRunner(
    Database database, PreparedReads reads, Writer writer, StateCache states, TurnPipeline pipeline, ITexts texts, DirectLineHub hub, Replicas replicas, HandOverSql handOver, PanelNews news,
    CityClock clock, TimeProvider time, IServiceScopeFactory scopes, ILogger<TurnRunner> log)
{
    private const int Tries = 5;
    private static readonly TimeSpan BeforeTyping = TimeSpan.FromMilliseconds(500);

    /// <summary>Answers a message.</summary>
    /// <param name="message">The oldest one that waits.</param>
    /// <param name="next">The one behind it, if one has come by now.</param>
    /// <returns>Number of the last message answered: the next one's when it only added to this one.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever a topic throws, the resident gets an answer and the next message is handled.")]
    public async Task<long> RunAsync(IncomingMessage message, Func<IncomingMessage?> next)
    {
        try
        {
            return await AnswerAsync(message, next);
        }
        catch (Exception e)
        {
            // No message of the exception: it may quote what the resident wrote.
            log.LogError("A turn could not be answered: {Kind}\n{Stack}", e.GetType().Name, e.StackTrace);
            await ApologiseAsync(message);
            return message.Sequence;
        }
    }

    private async Task<long> AnswerAsync(IncomingMessage message, Func<IncomingMessage?> next)
    {
        for (int attempt = 1; attempt <= Tries; attempt++)
        {
            StoredState? before = states.Get(message.ConversationId) ?? await LoadAsync(message.ConversationId);
            if (before is null) break;
            if (before.State.Person != PersonState.None) before = await handOver.CheckedAsync(message.ConversationId, before);
            IncomingMessage asked = message;
            TurnOutcome outcome = await ThinkAsync(message, before.State);
            // What came while this was thought about may belong to it; after a conflict each goes its own way.
            if (attempt == 1 && next() is { } waiting && pipeline.Joined(message, waiting, before.State) is { } joined)
                (asked, outcome) = (joined, await ThinkAsync(joined, before.State));
            if (await CommitAsync(asked, before, outcome)) return asked.Sequence;
            states.Forget(message.ConversationId);
        }
        return message.Sequence;
    }

    private async Task<TurnOutcome> ThinkAsync(IncomingMessage message, ConversationState state)
    {
        Task<TurnOutcome> thinking = pipeline.RunAsync(message, state, CancellationToken.None);
        if (!thinking.IsCompleted)
        {
            await Task.WhenAny(thinking, Task.Delay(BeforeTyping, time));
            if (!thinking.IsCompleted) hub.Typing(message.ConversationId, ReplyJson.BotId);
        }
        return await thinking;
    }

    [SuppressMessage("Design", "CA1031", Justification = "As above; when even the apology cannot be committed, the message stays pending and the sweep tries again.")]
    private async Task ApologiseAsync(IncomingMessage message)
    {
        try
        {
            if (await LoadAsync(message.ConversationId) is not { } before) return;
            Language language = before.State.Language ?? Language.Pl;
            var outcome = new TurnOutcome(before.State, [new Reply(texts.Get(language, "platform.failed"))]);
            await CommitAsync(message, before, outcome);
        }
        catch (Exception e)
        {
            log.LogError("The apology could not be kept either: {Kind}", e.GetType().Name);
        }
    }

    private async ValueTask<StoredState?> LoadAsync(string conversationId) =>
        await reads.ReadAsync(
            "SELECT version, state FROM platform_conversation WHERE id = @p0", [conversationId],
            row => new StoredState(row.GetInt64(0), ConversationState.FromJson(row.StringOrNull(1))),
            CancellationToken.None) is [var stored] ? stored : null;

    /// <returns>False when another host changed the conversation meanwhile.</returns>
    private async Task<bool> CommitAsync(IncomingMessage message, StoredState before, TurnOutcome outcome)
    {
        Committed committed = await writer.WriteAsync(scope => Write(scope, message, before, outcome), CancellationToken.None);
        if (committed.Result == CommitResult.Conflict) return false;
        if (committed.Result == CommitResult.AlreadyAnswered) return true;
        states.Put(message.ConversationId, new StoredState(before.Version + 1, committed.State));
        if (committed.Shown.Count > 0) hub.Committed(message.ConversationId, committed.Shown);
        replicas.Tell(message.ConversationId);
        if (committed.State.Person != before.State.Person) news.Tell();
        return true;
    }

    private Committed Write(WriteScope scope, IncomingMessage message, StoredState before, TurnOutcome outcome)
    {
        if (message.Also is { } also && !Take(scope, message.ConversationId, also)) return new Committed(CommitResult.Conflict, before.State, []);
        if (!Take(scope, message.ConversationId, message.Sequence))
        {
            if (message.Also is not { } taken) return new Committed(CommitResult.AlreadyAnswered, before.State, []);
            PutBack(scope, message.ConversationId, taken);
            return new Committed(CommitResult.Conflict, before.State, []);
        }
        // What a module writes cannot be taken back alone, so the conversation is looked at, and locked, before.
        if (outcome.Writes && !IsUnchanged(scope, message, before)) return Undo(scope, message, before);
        TurnOutcome final = outcome.Writes ? WriteModule(scope, outcome) : outcome;
        return Store(scope, message, before, final) ?? Undo(scope, message, before);
    }

    private bool IsUnchanged(WriteScope scope, IncomingMessage message, StoredState before)
    {
        string lockRow = database.IsSqlite ? "" : " FOR UPDATE";
        return scope.Commands.Scalar(scope.Transaction, "SELECT version FROM platform_conversation WHERE id = @p0" + lockRow, message.ConversationId) is long version
            && version == before.Version;
    }

    /// <summary>Nothing of a conflicting turn may stay, while others in the same commit go on.</summary>
    private static Committed Undo(WriteScope scope, IncomingMessage message, StoredState before)
    {
        PutBack(scope, message.ConversationId, message.Sequence);
        if (message.Also is { } also) PutBack(scope, message.ConversationId, also);
        return new Committed(CommitResult.Conflict, before.State, []);
    }

    /// <returns>False when it was answered already.</returns>
    private static bool Take(WriteScope scope, string conversationId, long sequence) => scope.Commands.Execute(
        scope.Transaction, "UPDATE platform_activity SET pending = @p2 WHERE conversation_id = @p0 AND sequence = @p1 AND pending",
        conversationId, sequence, false) == 1;

    private static void PutBack(WriteScope scope, string conversationId, long sequence) => scope.Commands.Execute(
        scope.Transaction, "UPDATE platform_activity SET pending = @p2 WHERE conversation_id = @p0 AND sequence = @p1", conversationId, sequence, true);

    /// <returns>Null when another host changed the conversation meanwhile.</returns>
    private Committed? Store(WriteScope scope, IncomingMessage message, StoredState before, TurnOutcome final)
    {
        if (LogSql.Advance(database, scope, message.ConversationId, final.Replies.Count, clock.Now, final.State.ToJson(), before.Version) is not { } last) return null;
        if (final.State.Person != before.State.Person) handOver.Follow(scope, message.ConversationId, final.State);
        if (final.Unanswered is { } unanswered) UnansweredSql.Count(scope, unanswered, clock.Today);
        string replyTo = Id(message, message.Sequence);
        var shown = new List<LoggedActivity>(final.Replies.Count);
        for (int i = 0; i < final.Replies.Count; i++)
        {
            int back = final.Replies.Count - 1 - i;
            // Of two messages answered together the first is told so: nobody waits for an answer that never comes.
            string to = i == 0 && message.Also is { } also ? Id(message, also) : replyTo;
            byte[] body = ReplyJson.Write(final.Replies[i], message.ConversationId, to, final.State.Language ?? Language.Pl);
            var entry = new LoggedActivity(last.Sequence - back, last.At.AddMilliseconds(-back), body);
            LogSql.Insert(database, scope, message.ConversationId, entry.Sequence, entry.Timestamp, true, null, false, body);
            shown.Add(entry);
        }
        return new Committed(CommitResult.Done, final.State, shown);
    }

    private static string Id(IncomingMessage message, long sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"{message.ConversationId}|{sequence:D7}");

    private TurnOutcome WriteModule(WriteScope writing, TurnOutcome outcome)
    {
        using IServiceScope scope = scopes.CreateScope();
        scope.ServiceProvider.GetRequiredService<Ambient>().Join(writing);
        // The writer's own thread: blocking it is its work.
        return outcome.WriteAsync(scope.ServiceProvider.GetRequiredService<IMediator>(), CancellationToken.None).GetAwaiter().GetResult();
    }

    private enum CommitResult { Done, Conflict, AlreadyAnswered }

    private sealed record Committed(CommitResult Result, ConversationState State, IReadOnlyList<LoggedActivity> Shown);
}
