using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using SQLitePCL;

namespace Smss.Platform.Data;

/// <summary>The one database of the house: opens connections and tells each context how to reach it.</summary>
internal sealed class Database(bool isSqlite, string connectionString) : IDisposable
{
    private readonly NpgsqlDataSource? _postgres = isSqlite ? null : NpgsqlDataSource.Create(connectionString);

    public bool IsSqlite { get; } = isSqlite;

    public string ConnectionString { get; } = connectionString;

    public static Database Sqlite(string file)
    {
        // Counting each allocation under one lock serves nobody here. Refused, and harmless, once SQLite is in use.
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
        return new(true, new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 15, Pooling = true }.ToString());
    }

    public static Database Postgres(string connectionString) => new(false, connectionString);

    /// <summary>An open connection with full durability; the caller closes it.</summary>
    public DbConnection Open()
    {
        DbConnection connection = OpenToRead();
        if (IsSqlite) Durability.Apply(connection);
        return connection;
    }

    /// <summary>An open connection for reading only.</summary>
    public DbConnection OpenToRead()
    {
        if (_postgres is not null) return _postgres.OpenConnection();
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        // Each commit makes a reader forget the pages it knows: a small cache serves it as well as the usual two megabytes.
        raw.sqlite3_exec(connection.Handle, "PRAGMA cache_size=-512");
        // Without it a prepared statement with LIMIT @p is compiled anew at each run: its plan would look at the value.
        raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
        return connection;
    }

    public async ValueTask<DbConnection> OpenToReadAsync(CancellationToken cancellation) =>
        _postgres is null ? OpenToRead() : await _postgres.OpenConnectionAsync(cancellation);

    public void Configure(DbContextOptionsBuilder options, DbConnection? ambient)
    {
        if (IsSqlite && ambient is not null) options.UseSqlite(ambient, History(options));
        else if (IsSqlite) options.UseSqlite(ConnectionString, History(options));
        else if (ambient is not null) options.UseNpgsql(ambient, Npgsql(options));
        else options.UseNpgsql(_postgres!, Npgsql(options));
    }

    /// <summary>An instant as the database keeps it, for commands without EF.</summary>
    public object Instant(DateTimeOffset instant) =>
        IsSqlite ? (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond : instant.UtcDateTime;

    public DateTimeOffset Instant(DbDataReader reader, int column) =>
        IsSqlite
            ? DateTimeOffset.UnixEpoch.AddTicks(reader.GetInt64(column) * TimeSpan.TicksPerMicrosecond)
            : new DateTimeOffset(reader.GetDateTime(column), TimeSpan.Zero);

    public void Dispose() => _postgres?.Dispose();

    private static Action<Microsoft.EntityFrameworkCore.Infrastructure.SqliteDbContextOptionsBuilder> History(DbContextOptionsBuilder options)
    {
        string table = Migrator.HistoryTable(options.Options.ContextType);
        return o => o.MigrationsHistoryTable(table);
    }

    private static Action<Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder> Npgsql(DbContextOptionsBuilder options)
    {
        string table = Migrator.HistoryTable(options.Options.ContextType);
        // The provider's own strategy hides what may pass, a deadlock of two writers among it, in another exception than everybody catches.
        return o => o.MigrationsHistoryTable(table).ExecutionStrategy(dependencies => new NonRetryingExecutionStrategy(dependencies));
    }
}
