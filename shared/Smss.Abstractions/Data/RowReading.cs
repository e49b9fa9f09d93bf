using System.Data.Common;

namespace Smss.Abstractions.Data;

/// <summary>Columns of an <see cref="ISqlReader"/> row that may be empty, and enums, which are kept as text.</summary>
public static class RowReading
{
    /// <summary>The text of a column; null when it is empty.</summary>
    public static string? StringOrNull(this DbDataReader row, int column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.IsDBNull(column) ? null : row.GetString(column);
    }

    /// <summary>The whole number of a column; null when it is empty.</summary>
    public static int? IntOrNull(this DbDataReader row, int column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.IsDBNull(column) ? null : row.GetInt32(column);
    }

    /// <summary>The enum of a column.</summary>
    /// <exception cref="ArgumentException">The text names none of its values.</exception>
    public static T Enum<T>(this DbDataReader row, int column) where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(row);
        return System.Enum.Parse<T>(row.GetString(column));
    }
}
