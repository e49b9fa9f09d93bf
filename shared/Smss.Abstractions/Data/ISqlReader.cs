using System.Data.Common;

namespace Smss.Abstractions.Data;

/// <summary>
/// Reads rows beside EF, for the few queries that nearly every turn asks: on SQLite a statement is prepared once per connection.
/// It sees what is committed, not what the turn is about to write.
/// </summary>
public interface ISqlReader
{
    /// <summary>Whether the database is SQLite (the other one is PostgreSQL).</summary>
    bool IsSqlite { get; }

    /// <summary>All rows of a query.</summary>
    /// <param name="sql">The statement with parameters <c>@p0, @p1…</c>. One of a few fixed texts: each is kept prepared.</param>
    /// <param name="values">The parameters' values in order; days as <see cref="DateOnly"/>.</param>
    /// <param name="row">Makes a value of the row the reader stands on.</param>
    /// <param name="cancellation">Ends the wait for the database.</param>
    /// <exception cref="DbException">The statement or the database is broken.</exception>
    ValueTask<List<T>> ReadAsync<T>(string sql, object?[] values, Func<DbDataReader, T> row, CancellationToken cancellation);
}
