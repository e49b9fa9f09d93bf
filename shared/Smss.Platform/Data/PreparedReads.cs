using System.Collections.Concurrent;
using System.Data.Common;
using Smss.Abstractions.Data;

namespace Smss.Platform.Data;

/// <summary>
/// On SQLite a few open connections with their prepared statements, as many as ever read at once; on PostgreSQL the driver's
/// pool and nothing prepared: there a prepared search keeps one plan for rare and frequent words (3 ms became 40).
/// </summary>
internal sealed class PreparedReads(Database database) : ISqlReader, IDisposable
{
    private readonly ConcurrentBag<Session> _idle = [];

    public bool IsSqlite => database.IsSqlite;

    public ValueTask<List<T>> ReadAsync<T>(string sql, object?[] values, Func<DbDataReader, T> row, CancellationToken cancellation) =>
        IsSqlite ? ValueTask.FromResult(Read(sql, values, row)) : new(ReadFromPostgresAsync(sql, values, row, cancellation));

    public void Dispose()
    {
        while (_idle.TryTake(out Session? session)) session.Dispose();
    }

    private List<T> Read<T>(string sql, object?[] values, Func<DbDataReader, T> row)
    {
        if (!_idle.TryTake(out Session? session)) session = new Session(database.OpenToRead());
        var rows = new List<T>();
        try
        {
            using DbDataReader reader = session.Commands.Read(null, sql, values);
            while (reader.Read()) rows.Add(row(reader));
        }
        catch
        {
            // A connection that met a broken database or disk starts afresh.
            session.Dispose();
            throw;
        }
        _idle.Add(session);
        return rows;
    }

    private async Task<List<T>> ReadFromPostgresAsync<T>(string sql, object?[] values, Func<DbDataReader, T> row, CancellationToken cancellation)
    {
        await using DbConnection connection = await database.OpenToReadAsync(cancellation);
        using var commands = new CommandCache(connection);
        await using DbDataReader reader = await commands.ReadAsync(sql, values, cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation)) rows.Add(row(reader));
        return rows;
    }

    private sealed class Session(DbConnection connection) : IDisposable
    {
        public CommandCache Commands { get; } = new(connection);

        public void Dispose()
        {
            Commands.Dispose();
            connection.Dispose();
        }
    }
}
