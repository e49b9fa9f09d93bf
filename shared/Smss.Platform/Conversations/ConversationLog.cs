using System.Data.Common;
using Smss.Abstractions;
using Smss.BotFramework.DirectLine;
using Smss.Conversation;
using Smss.Platform.Data;

namespace Smss.Platform.Conversations;

/// <summary>The durable log: takes what clients post (the inbox) and gives it to the conversation's worker once it is committed.</summary>
internal sealed class ConversationLog(Database database, Writer writer, CityClock clock, DirectLineHub hub, ConversationWorkers workers, Replicas replicas)
    : IConversationLog
{
    private const string Columns = "sequence, at, body";

    public async ValueTask<bool> StartAsync(string conversationId, string userId, string? locale, CancellationToken cancellation) =>
        await writer.WriteAsync(
            scope => scope.Commands.Execute(
                scope.Transaction,
                "INSERT INTO platform_conversation (id, channel, resident_id, locale, version, last_sequence, last_at, started_at) "
                + "VALUES (@p0, @p1, @p2, @p3, 0, 0, @p4, @p4) ON CONFLICT (id) DO NOTHING",
                conversationId, "directline", userId, locale, database.Instant(clock.Now)) == 1,
            cancellation);

    public ValueTask<long?> LastSequenceAsync(string conversationId, CancellationToken cancellation)
    {
        using DbConnection connection = database.OpenToRead();
        using DbCommand command = Command(connection, "SELECT last_sequence FROM platform_conversation WHERE id = @p0", conversationId);
        return ValueTask.FromResult(command.ExecuteScalar() is long last ? last : (long?)null);
    }

    public async ValueTask<long?> AppendAsync(string conversationId, PostedActivity activity, CancellationToken cancellation)
    {
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

    public ValueTask<IReadOnlyList<LoggedActivity>> ReadAsync(string conversationId, long after, int max, CancellationToken cancellation)
    {
        using DbConnection connection = database.OpenToRead();
        using DbCommand command = Command(
            connection,
            $"SELECT {Columns} FROM platform_activity WHERE conversation_id = @p0 AND sequence > @p1 ORDER BY sequence LIMIT @p2",
            conversationId, after, max);
        using DbDataReader reader = command.ExecuteReader();
        var page = new List<LoggedActivity>();
        while (reader.Read())
            page.Add(new LoggedActivity(reader.GetInt64(0), database.Instant(reader, 1), reader.GetFieldValue<byte[]>(2)));
        return ValueTask.FromResult<IReadOnlyList<LoggedActivity>>(page);
    }

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

    private static DbCommand Command(DbConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        for (int i = 0; i < values.Length; i++)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = "@p" + i;
            parameter.Value = values[i];
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private sealed record Appended(long Sequence, DateTimeOffset At, bool IsNew);
}
