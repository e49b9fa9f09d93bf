using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Smss.Faults;

/// <summary>The host's own data folder and database, made for the run and removed after it.</summary>
internal sealed class Stored : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smss-faults-").FullName;
    private readonly string? _server;
    private readonly string _database = $"smss_faults_{Environment.ProcessId}";

    public Stored(string? server)
    {
        _server = server;
        if (server is not null) Execute($"CREATE DATABASE {_database}");
    }

    /// <summary>What tells the host to use it.</summary>
    public IReadOnlyList<string> Settings => _server is null
        ? [$"--Smss:Data:Path={_folder}"]
        : [$"--Smss:Data:Path={_folder}", "--Smss:Database:Provider=postgres", $"--ConnectionStrings:Smss={Own}"];

    private string Own => new NpgsqlConnectionStringBuilder(_server) { Database = _database }.ToString();

    /// <summary>The residents' initiatives, read past the host.</summary>
    public async Task<IReadOnlyList<Filed>> InitiativesAsync()
    {
        await using DbConnection connection = _server is null
            ? new SqliteConnection($"Data Source={Path.Combine(_folder, "smss.db")}")
            : new NpgsqlConnection(Own);
        await connection.OpenAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = "SELECT number, title FROM initiatives_initiative WHERE NOT is_sample";
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        var filed = new List<Filed>();
        while (await reader.ReadAsync()) filed.Add(new Filed(Spoken(reader.GetInt64(0)), reader.GetString(1)));
        return filed;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        if (_server is not null) Execute($"DROP DATABASE {_database} WITH (FORCE)");
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Stored as year and count in one whole number.</summary>
    private static string Spoken(long number) => $"IN-{number / 1_000_000_000}-{number % 1_000_000_000:0000}";

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(_server);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
