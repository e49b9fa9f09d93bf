using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Smss.Abstractions.Data;
using Smss.Platform.Plugins;

namespace Smss.Platform.Data;

/// <summary>A context whose tables this host keeps.</summary>
internal sealed record ContextRegistration(string ModuleId, Type Context);

/// <summary>Brings the tables of every enabled module up to date before the host listens.</summary>
internal sealed class Migrator(Database database, IEnumerable<ContextRegistration> contexts, InstalledPlugins plugins, IServiceScopeFactory scopes, ILogger<Migrator> log)
{
    // Any constant works; every replica must use the same.
    private const long AdvisoryLock = 0x536D7373;

    public static string HistoryTable(Type context) => "__migrations_" + Naming.ModuleOf(context);

    public async Task RunAsync(CancellationToken cancellation)
    {
        using DbConnection connection = database.Open();
        Prepare(connection);
        ContextRegistration[] behind = [.. contexts.Where(c => IsBehind(connection, c.Context))];
        if (behind.Length == 0) return;
        if (!database.IsSqlite) Execute(connection, $"SELECT pg_advisory_lock({AdvisoryLock})");
        try
        {
            foreach (ContextRegistration registration in behind)
            {
                if (plugins.Find(registration.Context) is { } plugin)
                    await plugin.BeginAsync("migrate", () => MigrateAsync(registration, cancellation), PluginLimits.Work);
                else await MigrateAsync(registration, cancellation);
            }
        }
        finally
        {
            if (!database.IsSqlite) Execute(connection, $"SELECT pg_advisory_unlock({AdvisoryLock})");
        }
    }

    private async Task MigrateAsync(ContextRegistration registration, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        var context = (SmssDbContext)scope.ServiceProvider.GetRequiredService(registration.Context);
        await context.Database.MigrateAsync(cancellation);
        log.LogInformation("Tables of {Module} are up to date", registration.ModuleId);
    }

    /// <summary>A process killed during a migration leaves EF's lock row behind and would stop every later start; the OS file lock tells that nobody holds it.</summary>
    private void Prepare(DbConnection connection)
    {
        if (!database.IsSqlite) return;
        Execute(connection, "PRAGMA journal_mode=WAL");
        if (TableExists(connection, "__EFMigrationsLock")) Execute(connection, "DELETE FROM \"__EFMigrationsLock\"");
    }

    /// <summary>Reads the history table by hand: building EF's model only to learn that nothing is to be done would double the start.</summary>
    private bool IsBehind(DbConnection connection, Type context)
    {
        string history = HistoryTable(context);
        if (!TableExists(connection, history)) return true;
        var applied = new HashSet<string>();
        using DbCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT \"MigrationId\" FROM \"{history}\"";
        using (DbDataReader reader = command.ExecuteReader())
            while (reader.Read()) applied.Add(reader.GetString(0));
        return KnownMigrations(context).Any(id => !applied.Contains(id));
    }

    private static IEnumerable<string> KnownMigrations(Type context) =>
        from type in context.Assembly.GetTypes()
        where type.IsSubclassOf(typeof(Migration)) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context
        select type.GetCustomAttribute<MigrationAttribute>()!.Id;

    private bool TableExists(DbConnection connection, string table)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = database.IsSqlite
            ? $"SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '{table}'"
            : $"SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = '{table}'";
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) > 0;
    }

    private static void Execute(DbConnection connection, string sql)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
