using Npgsql;

namespace Smss.Host.Tests.House;

/// <summary>Which database a test runs over.</summary>
public enum Db
{
    Sqlite,
    Postgres,
}

/// <summary>A PostgreSQL database of a test's own, on the server that <c>SMSS_TEST_POSTGRES</c> names.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private const string Variable = "SMSS_TEST_POSTGRES";
    private static readonly string? Server = Environment.GetEnvironmentVariable(Variable);
    private readonly string _name;

    private TestDatabase(string name)
    {
        _name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 20, Timeout = 30 }.ToString();
    }

    public string ConnectionString { get; }

    /// <summary>A fresh one; skips the test, with the reason, when there is no server.</summary>
    public static async Task<TestDatabase> MakeAsync()
    {
        Assert.SkipUnless(Server is { Length: > 0 }, $"{Variable} names no PostgreSQL server; tests/run.sh starts one.");
        string name = "smss_" + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));
        await ExecuteAsync($"CREATE DATABASE {name}");
        return new TestDatabase(name);
    }

    public async ValueTask DisposeAsync() => await ExecuteAsync($"DROP DATABASE {_name} WITH (FORCE)");

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
