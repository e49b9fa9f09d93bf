using System.Data.Common;
using System.Runtime.InteropServices;
using Smss.Platform.Data;

namespace Smss.Platform.Conversations;

/// <summary>The statements of the log that posts and turns share.</summary>
internal static class LogSql
{
    private const string AdvanceSqlite = "UPDATE platform_conversation SET last_sequence = last_sequence + @p1, last_at = max(last_at + 1000 * @p1, @p2)";
    private const string AdvancePostgres = "UPDATE platform_conversation SET last_sequence = last_sequence + @p1, last_at = greatest(last_at + @p1 * interval '1 millisecond', @p2)";

    /// <summary>
    /// Takes the next numbers of the conversation. Times rise strictly within a conversation even when the clock steps back:
    /// clients sort by them.
    /// </summary>
    /// <returns>The last number taken and its time; null when there is no such conversation, or it was closed by an erasure.</returns>
    public static (long Sequence, DateTimeOffset At)? Advance(Database database, WriteScope scope, string conversationId, int count, DateTimeOffset now)
    {
        using DbDataReader reader = scope.Commands.Read(
            scope.Transaction, (database.IsSqlite ? AdvanceSqlite : AdvancePostgres) + " WHERE id = @p0 AND resume_hash IS DISTINCT FROM '' RETURNING last_sequence, last_at",
            conversationId, count, database.Instant(now));
        return reader.Read() ? (reader.GetInt64(0), database.Instant(reader, 1)) : null;
    }

    /// <summary>The same, and puts the new state in place; null when the conversation is not at the version any more.</summary>
    public static (long Sequence, DateTimeOffset At)? Advance(
        Database database, WriteScope scope, string conversationId, int count, DateTimeOffset now, string state, long version)
    {
        using DbDataReader reader = scope.Commands.Read(
            scope.Transaction,
            (database.IsSqlite ? AdvanceSqlite : AdvancePostgres)
            + ", state = @p3, version = @p4 + 1 WHERE id = @p0 AND version = @p4 RETURNING last_sequence, last_at",
            conversationId, count, database.Instant(now), state, version);
        return reader.Read() ? (reader.GetInt64(0), database.Instant(reader, 1)) : null;
    }

    public static void Insert(
        Database database, WriteScope scope, string conversationId, long sequence, DateTimeOffset at, bool fromBot, string? key, bool pending,
        ReadOnlyMemory<byte> body) =>
        scope.Commands.Execute(
            scope.Transaction,
            "INSERT INTO platform_activity (conversation_id, sequence, at, from_bot, message_key, pending, body) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6)",
            conversationId, sequence, database.Instant(at), fromBot, key, pending, Bytes(body));

    private static byte[] Bytes(ReadOnlyMemory<byte> body) =>
        MemoryMarshal.TryGetArray(body, out ArraySegment<byte> segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length
            ? segment.Array
            : body.ToArray();
}
