using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Smss.Platform.Data;

/// <summary>Every SQLite connection that may write commits with synchronous=FULL: acknowledged means it survives a power cut.</summary>
internal sealed class Durability : DbConnectionInterceptor
{
    public static Durability Instance { get; } = new();

    public static void Apply(DbConnection connection)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=15000";
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }
}
