using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Smss.Abstractions.Data;

namespace Smss.Modules.Initiatives.Migrations;

[DbContext(typeof(InitiativesDbContext))]
[Migration("20261121000400_Initial")]
internal sealed class M0001Initial : PortableMigration
{
    private const string Initiatives = "initiatives_initiative", Steps = "initiatives_step", Supports = "initiatives_support",
        Counters = "initiatives_counter", FullText = "initiatives_initiative_fts";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(Initiatives, t => new
        {
            id = t.Column<Guid>(nullable: false),
            number = t.Column<long>(nullable: false),
            title = t.Column<string>(nullable: false),
            description = t.Column<string>(nullable: false),
            place = t.Column<string>(nullable: true),
            spot = t.Column<string>(nullable: true),
            contact = t.Column<string>(nullable: true),
            author_id = t.Column<string>(nullable: true),
            language = t.Column<string>(nullable: false),
            status = t.Column<string>(nullable: false),
            filed_at = t.Column<DateTimeOffset>(type: Instant, nullable: false),
            released_at = t.Column<DateTimeOffset>(type: Instant, nullable: true),
            supporters = t.Column<int>(nullable: false),
            sample_supporters = t.Column<int>(nullable: false),
            is_sample = t.Column<bool>(nullable: false),
            words = t.Column<string>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("pk_" + Initiatives, i => i.id);
            t.CheckConstraint($"ck_{Initiatives}_supporters", "supporters >= 0");
            t.CheckConstraint($"ck_{Initiatives}_released", "released_at IS NOT NULL OR status IN ('Filed', 'Closed')");
        });
        migrationBuilder.CreateIndex($"ix_{Initiatives}_number", Initiatives, "number", unique: true);
        migrationBuilder.CreateIndex($"ix_{Initiatives}_author_id", Initiatives, "author_id");
        migrationBuilder.CreateIndex($"ix_{Initiatives}_supporters_number", Initiatives, ["supporters", "number"]);
        CreateSteps(migrationBuilder);
        CreateSupports(migrationBuilder);
        migrationBuilder.CreateTable(
            Counters,
            t => new { year = t.Column<int>(nullable: false), last = t.Column<int>(nullable: false) },
            constraints: t => t.PrimaryKey("pk_" + Counters, c => c.year));
        foreach (string sql in IsSqlite ? SqliteFullText() : PostgresFullText()) migrationBuilder.Sql(sql);
    }

    private void CreateSteps(MigrationBuilder migration) => migration.CreateTable(Steps, t => new
    {
        initiative_id = t.Column<Guid>(nullable: false),
        order = t.Column<int>(nullable: false),
        status = t.Column<string>(nullable: false),
        at = t.Column<DateTimeOffset>(type: Instant, nullable: false),
        note = t.Column<string>(nullable: true),
    }, constraints: t =>
    {
        t.PrimaryKey("pk_" + Steps, s => new { s.initiative_id, s.order });
        t.ForeignKey($"fk_{Steps}_initiative", s => s.initiative_id, Initiatives, "id", onDelete: ReferentialAction.Cascade);
        t.CheckConstraint($"ck_{Steps}_reason", "status NOT IN ('Planned', 'Done', 'Closed') OR note IS NOT NULL");
    });

    private static void CreateSupports(MigrationBuilder migration)
    {
        migration.CreateTable(Supports, t => new
        {
            initiative_id = t.Column<Guid>(nullable: false),
            resident_id = t.Column<string>(nullable: false),
        }, constraints: t =>
        {
            t.PrimaryKey("pk_" + Supports, s => new { s.initiative_id, s.resident_id });
            t.ForeignKey($"fk_{Supports}_initiative", s => s.initiative_id, Initiatives, "id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex($"ix_{Supports}_resident_id", Supports, "resident_id");
    }

    /// <summary>Only what is released is in the index. Its row ids are the numbers, so the newest come out first.</summary>
    private static IEnumerable<string> SqliteFullText()
    {
        const string Forget = $"DELETE FROM {FullText} WHERE rowid = old.number;";
        const string Keep = $"INSERT INTO {FullText} (rowid, words) SELECT new.number, new.words WHERE new.released_at IS NOT NULL;";
        yield return $"CREATE VIRTUAL TABLE {FullText} USING fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');";
        yield return $"CREATE TRIGGER {Initiatives}_added AFTER INSERT ON {Initiatives} BEGIN {Keep} END;";
        yield return $"CREATE TRIGGER {Initiatives}_changed AFTER UPDATE OF words, released_at ON {Initiatives} BEGIN {Forget} {Keep} END;";
        yield return $"CREATE TRIGGER {Initiatives}_deleted AFTER DELETE ON {Initiatives} BEGIN {Forget} END;";
    }

    private static IEnumerable<string> PostgresFullText()
    {
        yield return $"ALTER TABLE {Initiatives} ADD COLUMN search tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array(words, ' '), ''))) STORED;";
        yield return $"CREATE INDEX ix_{Initiatives}_search ON {Initiatives} USING gin (search);";
    }
}
