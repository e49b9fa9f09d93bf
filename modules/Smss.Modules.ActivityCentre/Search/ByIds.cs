namespace Smss.Modules.ActivityCentre.Search;

/// <summary>Rows of a page by their ids, which stand after the first value of a statement.</summary>
internal static class ByIds
{
    /// <summary>"@p1, @p2…"</summary>
    public static string Of(object?[] values) => string.Join(", ", Enumerable.Range(1, values.Length - 1).Select(i => $"@p{i}"));

    /// <summary>The rows in the order of the ids; those that are gone are left out.</summary>
    public static IReadOnlyList<T> InOrder<T>(object?[] values, List<T> rows, Func<T, Guid> id) =>
        [.. values.Skip(1).SelectMany(wanted => rows.Where(row => id(row).Equals(wanted)))];
}
