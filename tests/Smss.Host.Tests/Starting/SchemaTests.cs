using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Data;
using Smss.Platform.Data;
using Database = Smss.Platform.Data.Database;

namespace Smss.Host.Tests.Starting;

/// <summary>The hand-written migrations make the tables that the model describes.</summary>
public sealed class SchemaTests
{
    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_migrated_database_equals_the_model(Db db)
    {
        await using TestHost migrated = await TestHost.StartAsync(new HostSetup { Db = db, Settings = ["--Smss:SampleData=false"] });
        await using TestDatabase? postgres = db == Db.Postgres ? await TestDatabase.MakeAsync() : null;
        using Database made = postgres is null ? Database.Sqlite(Path.Combine(migrated.Folder, "model.db")) : Database.Postgres(postgres.ConnectionString);
        ContextRegistration[] contexts = [.. migrated.Services.GetServices<ContextRegistration>()];
        foreach (ContextRegistration context in contexts) Create(made, context.Context, migrated.Services);

        Assert.True(contexts.Length > AllModules.Ids.Count, "Every module and the platform has tables.");
        IReadOnlyList<string> tables = made.Names();
        Assert.NotEmpty(tables);
        foreach (string table in tables) Assert.Equal(Shape.Of(made, table), Shape.Of(migrated.Get<Database>(), table));
        Assert.DoesNotContain(migrated.Get<Database>().Names().Except(tables), t => !IsOutsideTheModel(t, contexts));
    }

    /// <summary>Histories, EF's lock, Quartz's own tables, and full-text structures, which live in the migration as SQL.</summary>
    private static bool IsOutsideTheModel(string table, ContextRegistration[] contexts) =>
        contexts.Any(c => table == Migrator.HistoryTable(c.Context)) || table == "__EFMigrationsLock"
        || table.StartsWith("qrtz_", StringComparison.OrdinalIgnoreCase)
        || table.Contains("_fts", StringComparison.Ordinal);

    private static void Create(Database database, Type context, IServiceProvider services) =>
        typeof(SchemaTests).GetMethod(nameof(CreateTables), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(context).Invoke(null, [database, services]);

    private static void CreateTables<TContext>(Database database, IServiceProvider services) where TContext : SmssDbContext
    {
        var options = new DbContextOptionsBuilder<TContext>();
        database.Configure(options, null);
        using var context = ActivatorUtilities.CreateInstance<TContext>(services, options.Options);
        var creator = (RelationalDatabaseCreator)context.GetService<IRelationalDatabaseCreator>();
        if (!creator.Exists()) creator.Create();
        creator.CreateTables();
    }
}

/// <summary>What a table is made of, one line for each column, key and index.</summary>
internal static class Shape
{
    public static IEnumerable<string> Of(Database database, string table) =>
        database.IsSqlite ? OfSqlite(database, table) : OfPostgres(database, table);

    private static IEnumerable<string> OfSqlite(Database database, string table) =>
    [
        .. database.Strings($"SELECT '{table}', name, lower(type), \"notnull\", pk, dflt_value FROM pragma_table_info('{table}') ORDER BY name"),
        .. database.Strings($"""
            SELECT '{table} index', i."unique", i.partial, group_concat(c.name || c."desc", ',')
            FROM pragma_index_list('{table}') i, pragma_index_xinfo(i.name) c WHERE c.key = 1 GROUP BY i.name ORDER BY 2, 3, 4
            """),
        .. database.Strings($"SELECT '{table} reference', \"from\", \"table\", \"to\", on_delete FROM pragma_foreign_key_list('{table}') ORDER BY 2"),
    ];

    private static IEnumerable<string> OfPostgres(Database database, string table) =>
    [
        .. database.Strings($"""
            SELECT '{table}', column_name::text, data_type::text, is_nullable::text, coalesce(column_default::text, '') FROM information_schema.columns
            WHERE table_schema = current_schema() AND table_name = '{table}' AND is_generated = 'NEVER' ORDER BY 2
            """),
        .. database.Strings($"SELECT '{table} index', regexp_replace(indexdef, 'INDEX \\S+ ON', 'INDEX ON') FROM pg_indexes WHERE schemaname = current_schema() AND tablename = '{table}' AND indexdef NOT LIKE '%USING gin%' ORDER BY 2"),
        .. database.Strings($"""
            SELECT '{table} reference', pg_get_constraintdef(c.oid) FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
            WHERE t.relname = '{table}' AND c.contype IN ('f', 'p') ORDER BY 2
            """),
    ];
}
