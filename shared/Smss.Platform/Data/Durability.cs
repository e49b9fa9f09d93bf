using System.Data.Common;

namespace Smss.Platform.Data;

/// <summary>
/// Commits with synchronous=FULL: acknowledged means it survives a power cut. It is SQLite's own default as well, so
/// connections that EF opens have it; the writer does not rely on how SQLite was built.
/// </summary>
internal static class Durability
{
    public static void Apply(DbConnection connection)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=15000";
        command.ExecuteNonQuery();
    }
}
