using Microsoft.EntityFrameworkCore.Migrations;

namespace Smss.Modules.ActivityCentre.Migrations;

/// <summary>
/// The full-text index over title_words, words and facets of a table. The database keeps it in step with every write.
/// </summary>
internal static class FullText
{
    /// <param name="migration">Where to add it.</param>
    /// <param name="table">Table with an id, a status ("Published" is indexed) and the three columns.</param>
    /// <param name="day">Column of the day by which results are ordered.</param>
    /// <param name="read">Columns that a search reads of every hit; on SQLite they stand beside the index, in its order.</param>
    public static void Add(MigrationBuilder migration, string table, string day, string read, bool sqlite)
    {
        foreach (string sql in sqlite ? Sqlite(table, day, read) : Postgres(table)) migration.Sql(sql);
    }

    // FTS5 finds rows by a number, and walks numbers in order: the day and a running number within it.
    private static IEnumerable<string> Sqlite(string table, string day, string read)
    {
        yield return $"CREATE TABLE {table}_fts_row (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, {read});";
        yield return $"""
            CREATE VIRTUAL TABLE {table}_fts USING fts5(title_words, words, facets,
                content='', contentless_delete=1, detail=none, prefix='3 4 5', tokenize='unicode61 remove_diacritics 0');
            """;
        string taken = string.Join(", ", read.Split(", ").Select(column => "new." + column));
        string forget = $"""
            DELETE FROM {table}_fts WHERE rowid = (SELECT row FROM {table}_fts_row WHERE id = old.id);
            DELETE FROM {table}_fts_row WHERE id = old.id;
            """;
        string remember = $"""
            INSERT INTO {table}_fts_row (row, id, {read})
            SELECT coalesce(max(row), CAST(julianday(new.{day}) AS INTEGER) * 10000000) + 1, new.id, {taken} FROM {table}_fts_row
            WHERE row BETWEEN CAST(julianday(new.{day}) AS INTEGER) * 10000000 AND CAST(julianday(new.{day}) AS INTEGER) * 10000000 + 9999999
            HAVING new.status = 'Published';
            INSERT INTO {table}_fts (rowid, title_words, words, facets)
            SELECT row, new.title_words, new.words, new.facets FROM {table}_fts_row WHERE id = new.id;
            """;
        yield return Trigger("added", "INSERT", remember);
        yield return Trigger("changed", $"UPDATE OF words, facets, status, {day}, {read}", forget + remember);
        yield return Trigger("deleted", "DELETE", forget);

        string Trigger(string name, string on, string body) => $"CREATE TRIGGER {table}_{name} AFTER {on} ON {table} BEGIN {body} END;";
    }

    private static IEnumerable<string> Postgres(string table)
    {
        yield return $"""
            ALTER TABLE {table} ADD COLUMN search tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(
                string_to_array(title_words || ' ' || words || ' ' || facets, ' '), ''))) STORED;
            """;
        // Kept in the row and uncompressed: a search that walks the newest rows reads many of them (35 ms became 2 ms).
        yield return $"ALTER TABLE {table} ALTER COLUMN search SET STORAGE EXTERNAL;";
        yield return $"ALTER TABLE {table} SET (toast_tuple_target = 8160);";
        yield return $"CREATE INDEX ix_{table}_search ON {table} USING gin (search) WHERE status = 'Published';";
    }
}
