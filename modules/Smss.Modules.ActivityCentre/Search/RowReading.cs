using System.Data.Common;

namespace Smss.Modules.ActivityCentre.Search;

/// <summary>Columns that may be empty, and enums, which are kept as text.</summary>
internal static class RowReading
{
    public static string? StringOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static int? IntOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    public static T Enum<T>(this DbDataReader row, int column) where T : struct, System.Enum => System.Enum.Parse<T>(row.GetString(column));
}
