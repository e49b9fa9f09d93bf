using System.Data.Common;
using Smss.Platform.Data;

namespace Smss.Host.Tests.House;

/// <summary>Looks into the host's database beside the host.</summary>
internal static class Tables
{
    public static IReadOnlyList<string> Names(this Database database) => database.Strings(database.IsSqlite
        ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        : "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY 1");

    public static IReadOnlyList<string> Strings(this Database database, string sql)
    {
        using DbConnection connection = database.Open();
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using DbDataReader reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
        return rows;
    }

    public static long Count(this Database database, string table, string where = "1 = 1") =>
        long.Parse(database.Strings($"SELECT count(*) FROM {table} WHERE {where}").Single());

    public static int Execute(this Database database, string sql)
    {
        using DbConnection connection = database.Open();
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    /// <summary>Tables in which some value holds the words.</summary>
    public static IReadOnlyList<string> Holding(this Database database, string words) =>
        [.. database.Names().Where(table => database.Strings($"SELECT * FROM \"{table}\"").Any(row => row.Contains(words, StringComparison.OrdinalIgnoreCase)))];

    private static string Text(object value) => value is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : value.ToString() ?? "";
}
