using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Smss.Abstractions.Data;

namespace Smss.Modules.ActivityCentre.Migrations;

/// <summary>
/// On PostgreSQL, too, residents search beside the offers: a search reads thousands of rows to rank 200, and whole offers are three
/// times as wide as what it reads of them. SQLite has had such a table from the beginning.
/// </summary>
[DbContext(typeof(ActivityCentreDbContext))]
[Migration("20261129000400_LiveOffers")]
internal sealed class M0004LiveOffers : PortableMigration
{
    private const string Offers = "activitycentre_job_offer", Live = Offers + "_fts";
    private const string Columns = "id, published_on, valid_until, occupation_code, title_words, search";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        if (IsSqlite) return;
        foreach (string sql in Table().Concat(Triggers())) migrationBuilder.Sql(sql);
    }

    private static IEnumerable<string> Table()
    {
        // Of those published on one day the last written comes first, as on SQLite.
        yield return $"""
            CREATE TABLE {Live} (
                id uuid PRIMARY KEY, written bigint GENERATED ALWAYS AS IDENTITY,
                published_on date NOT NULL, valid_until date NOT NULL, occupation_code text, title_words text NOT NULL,
                search tsvector NOT NULL) WITH (toast_tuple_target = 8160);
            """;
        yield return $"ALTER TABLE {Live} ALTER COLUMN search SET STORAGE EXTERNAL;";
        yield return $"INSERT INTO {Live} ({Columns}) SELECT {Columns} FROM {Offers} WHERE status = 'Published' ORDER BY published_on, id;";
        yield return $"CREATE INDEX ix_{Live}_published_on ON {Live} (published_on, written);";
        // Without a list of what is not indexed yet: every search would read it, all four megabytes after an import.
        yield return $"CREATE INDEX ix_{Live}_search ON {Live} USING gin (search) WITH (fastupdate = off);";
        yield return $"DROP INDEX ix_{Offers}_search;";
        yield return $"ANALYZE {Live};";
    }

    private static IEnumerable<string> Triggers()
    {
        string taken = string.Join(", ", Columns.Split(", ").Select(column => "new." + column));
        yield return $"""
            CREATE FUNCTION {Live}_follow() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF TG_OP <> 'INSERT' THEN DELETE FROM {Live} WHERE id = old.id; END IF;
                IF TG_OP <> 'DELETE' AND new.status = 'Published' THEN INSERT INTO {Live} ({Columns}) VALUES ({taken}); END IF;
                RETURN NULL;
            END $$;
            """;
        yield return $"""
            CREATE TRIGGER {Live}_follow AFTER INSERT OR DELETE OR UPDATE OF status, published_on, valid_until, occupation_code, title_words, words, facets
            ON {Offers} FOR EACH ROW EXECUTE FUNCTION {Live}_follow();
            """;
    }
}
