using System.Data.Common;

namespace Smss.Platform.Data;

/// <summary>Commands prepared once per connection, by their text; parameters are positional, <c>@p0, @p1…</c>.</summary>
internal sealed class CommandCache(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = [];

    public int Execute(DbTransaction? transaction, string sql, params ReadOnlySpan<object?> values) => Get(transaction, sql, values).ExecuteNonQuery();

    public object? Scalar(DbTransaction? transaction, string sql, params ReadOnlySpan<object?> values) => Get(transaction, sql, values).ExecuteScalar();

    public DbDataReader Read(DbTransaction? transaction, string sql, params ReadOnlySpan<object?> values) => Get(transaction, sql, values).ExecuteReader();

    public Task<DbDataReader> ReadAsync(string sql, object?[] values, CancellationToken cancellation) => Get(null, sql, values).ExecuteReaderAsync(cancellation);

    public void Dispose()
    {
        foreach (DbCommand command in _commands.Values) command.Dispose();
        _commands.Clear();
    }

    private DbCommand Get(DbTransaction? transaction, string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out DbCommand? command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (int i = 0; i < values.Length; i++)
            {
                DbParameter parameter = command.CreateParameter();
                parameter.ParameterName = "@p" + i;
                command.Parameters.Add(parameter);
            }
            _commands.Add(sql, command);
        }
        command.Transaction = transaction;
        for (int i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
