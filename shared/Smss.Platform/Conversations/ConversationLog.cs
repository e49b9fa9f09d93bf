using Smss.Abstractions;
using Smss.BotFramework.DirectLine;
using Smss.Conversation;
using Smss.Platform.Data;

namespace Smss.Platform.Conversations;

/// <summary>The durable log: takes what clients post (the inbox) and gives it to the conversation's worker once it is committed.</summary>
internal sealed class ConversationLog(Database database, PreparedReads reads, Writer writer, CityClock clock, DirectLineHub hub, ConversationWorkers workers, Replicas replicas)
    : IConversationLog
{
    public async ValueTask<bool> StartAsync(string conversationId, string userId, string? locale, CancellationToken cancellation) =>
        await writer.WriteAsync(
            scope => scope.Commands.Execute(
                scope.Transaction,
                "INSERT INTO platform_conversation (id, channel, resident_id, locale, version, last_sequence, last_at, started_at) "
                + "VALUES (@p0, @p1, @p2, @p3, 0, 0, @p4, @p4) ON CONFLICT (id) DO NOTHING",
                conversationId, "directline", userId, locale, database.Instant(clock.Now)) == 1,
            cancellation);

    public async ValueTask<long?> LastSequenceAsync(string conversationId, CancellationToken cancellation) =>
        await reads.ReadAsync("SELECT last_sequence FROM platform_conversation WHERE id = @p0", [conversationId], row => row.GetInt64(0), cancellation)
            is [var last] ? last : null;

    public async ValueTask<long?> AppendAsync(string conversationId, PostedActivity activity, CancellationToken cancellation)
    {
        activity = Unasked.Mask(activity);
        bool asks = activity.Type == "message" || activity is { Type: "event", Name: "webchat/join" };
        DateTimeOffset now = clock.Now;
        Appended? appended = await writer.WriteAsync(scope => Append(scope, conversationId, activity, asks, now), cancellation);
        if (appended is not { } done) return null;
        if (done.IsNew)
        {
            hub.Committed(conversationId, [new LoggedActivity(done.Sequence, done.At, activity.Body)]);
            replicas.Tell(conversationId);
            if (asks) workers.Enqueue(Incoming(conversationId, done.Sequence, activity));
        }
        return done.Sequence;
    }

    public async ValueTask<IReadOnlyList<LoggedActivity>> ReadAsync(string conversationId, long after, int max, CancellationToken cancellation) =>
        await reads.ReadAsync(
            "SELECT sequence, at, body FROM platform_activity WHERE conversation_id = @p0 AND sequence > @p1 ORDER BY sequence LIMIT @p2",
            [conversationId, after, max],
            row => new LoggedActivity(row.GetInt64(0), database.Instant(row, 1), row.GetFieldValue<byte[]>(2)), cancellation);

    internal static IncomingMessage Incoming(string conversationId, long sequence, PostedActivity activity) => new(
        conversationId, sequence, activity.UserId, activity.Type == "message" ? activity.Text ?? "" : null,
        Understanding.Languages.Of(activity.Locale));

    private Appended? Append(WriteScope scope, string conversationId, PostedActivity activity, bool asks, DateTimeOffset now)
    {
        if (activity.MessageKey is { } key && scope.Commands.Scalar(
                scope.Transaction, "SELECT sequence FROM platform_activity WHERE conversation_id = @p0 AND message_key = @p1",
                conversationId, key) is long known)
            return new Appended(known, now, false);
        if (LogSql.Advance(database, scope, conversationId, 1, now) is not { } last) return null;
        LogSql.Insert(database, scope, conversationId, last.Sequence, last.At, false, activity.MessageKey, asks, activity.Body);
        return new Appended(last.Sequence, last.At, true);
    }

    private sealed record Appended(long Sequence, DateTimeOffset At, bool IsNew);
}
