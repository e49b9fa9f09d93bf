using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Data;
using Smss.Platform.Data;
using SQLitePCL;

namespace Smss.Host.Tests.Starting;

/// <summary>The database at the start: durable on every connection, and not stopped by what a crash left behind.</summary>
public sealed class DataTests
{
    [Fact]
    public async Task Every_connection_that_writes_commits_with_full_durability()
    {
        await using TestHost host = await TestHost.StartAsync();
        Assert.Equal("wal", Assert.Single(host.Get<Database>().Strings("PRAGMA journal_mode")));
        // Twice: the second time the pool hands out a connection used before.
        for (int time = 0; time < 2; time++)
        {
            Assert.Equal("2", Assert.Single(host.Get<Database>().Strings("PRAGMA synchronous")));
            Assert.Equal(2L, await host.Get<Writer>().WriteAsync(w => w.Commands.Scalar(w.Transaction, "PRAGMA synchronous"), CancellationToken.None));
            foreach (ContextRegistration registration in host.Services.GetServices<ContextRegistration>())
            {
                await using AsyncServiceScope scope = host.Services.CreateAsyncScope();
                var context = (SmssDbContext)scope.ServiceProvider.GetRequiredService(registration.Context);
                Assert.Equal(2, (await context.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").ToListAsync()).Single());
            }
        }
    }

    /// <summary>SQLite would compile it at each run, to look at the value: four times the time of a search.</summary>
    [Fact]
    public async Task A_prepared_statement_with_a_limit_is_compiled_once()
    {
        const int compiledAnew = 5;
        await using TestHost host = await TestHost.StartAsync();
        using var connection = (SqliteConnection)host.Get<Database>().OpenToRead();
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_prepare_v2(connection.Handle, "SELECT name FROM platform_setting ORDER BY name LIMIT ?1", out sqlite3_stmt statement));
        using (statement)
        {
            for (int limit = 1; limit < 4; limit++)
            {
                Assert.Equal(raw.SQLITE_OK, raw.sqlite3_bind_int(statement, 1, limit));
                Assert.Equal(raw.SQLITE_ROW, raw.sqlite3_step(statement));
                Assert.Equal(raw.SQLITE_OK, raw.sqlite3_reset(statement));
            }
            Assert.Equal(0, raw.sqlite3_stmt_status(statement, compiledAnew, 0));
        }
    }

    [Fact]
    public async Task A_lock_row_left_by_a_killed_migration_does_not_stop_the_next_start()
    {
        Task<TestHost> starting = TestHost.StartAsync(new HostSetup
        {
            Before = folder =>
            {
                using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "smss.db")};Pooling=False");
                connection.Open();
                using DbCommand command = connection.CreateCommand();
                command.CommandText = """
                    CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                    INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-22 23:59:59');
                    """;
                command.ExecuteNonQuery();
            },
        });
        await using TestHost host = await starting.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal("OK", (await host.Http.GetAsync("/healthz")).StatusCode.ToString());
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task Two_hosts_live_in_one_process_each_with_its_own_modules(Db db)
    {
        string[] ids = [.. AllModules.Ids.Take(2)];
        await using TestHost first = await TestHost.StartAsync(new HostSetup { Db = db, Modules = AllModules.Only(ids[0]) });
        await using TestHost second = await TestHost.StartAsync(new HostSetup { Db = db, Modules = AllModules.Only(ids[1]) });
        foreach ((TestHost host, string id) in ((TestHost, string)[])[(first, ids[0]), (second, ids[1])])
        {
            Assert.Contains($"\"{id}\"", await host.Http.GetStringAsync("/healthz"), StringComparison.Ordinal);
            Resident resident = await Resident.ComeAsync(host);
            Assert.NotEmpty(await resident.SayAsync("pomoc"));
        }
        Assert.DoesNotContain($"\"{ids[1]}\"", await first.Http.GetStringAsync("/healthz"), StringComparison.Ordinal);
    }
}
