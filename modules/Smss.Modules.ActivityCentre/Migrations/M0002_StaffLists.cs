using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Smss.Abstractions.Data;

namespace Smss.Modules.ActivityCentre.Migrations;

/// <summary>What the staff's lists and forms need: versions, the order of change, drafts, employers to reach, and files that wait to be imported.</summary>
[DbContext(typeof(ActivityCentreDbContext))]
[Migration("20261128000200_StaffLists")]
internal sealed class M0002StaffLists : PortableMigration
{
    private const string Employers = "activitycentre_employer", Offers = "activitycentre_job_offer", Internships = "activitycentre_internship",
        Trainings = "activitycentre_training", Events = "activitycentre_estate_event", Uploads = "activitycentre_upload";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (string table in (string[])[Employers, Offers, Internships, Trainings, Events])
            migrationBuilder.AddColumn<int>("version", table, nullable: false, defaultValue: 0);
        foreach (string table in (string[])[Offers, Trainings])
            migrationBuilder.AddColumn<DateTimeOffset>("changed_at", table, type: Instant, nullable: false, defaultValue: IsSqlite ? 0L : DateTimeOffset.UnixEpoch);
        foreach (string table in (string[])[Internships, Events])
            migrationBuilder.AddColumn<bool>("is_draft", table, nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<string>("phone", Employers, nullable: true);
        migrationBuilder.AddColumn<string>("email", Employers, nullable: true);
        migrationBuilder.AddColumn<bool>("takes_interns", Employers, nullable: false, defaultValue: false);
        migrationBuilder.CreateIndex($"ix_{Offers}_status_valid_until", Offers, ["status", "valid_until"]);
        migrationBuilder.CreateIndex($"ix_{Offers}_changed_at_id", Offers, ["changed_at", "id"]);
        migrationBuilder.CreateIndex($"ix_{Offers}_status_changed_at_id", Offers, ["status", "changed_at", "id"]);
        migrationBuilder.CreateIndex($"ix_{Trainings}_changed_at", Trainings, "changed_at");
        migrationBuilder.CreateTable(Uploads, t => new
        {
            id = t.Column<Guid>(),
            kind = t.Column<string>(),
            format = t.Column<string>(),
            content = t.Column<byte[]>(),
            made_by = t.Column<Guid>(),
            made_at = t.Column<DateTimeOffset>(type: Instant),
        }, constraints: t => t.PrimaryKey("pk_" + Uploads, u => u.id));
        foreach (string sql in IsSqlite ? StaffIndex() : [$"CREATE INDEX ix_{Offers}_search_all ON {Offers} USING gin (search);"]) migrationBuilder.Sql(sql);
    }

    // Beside the residents' index, which holds what is live only: all offers, in the order in which they were changed.
    private static IEnumerable<string> StaffIndex()
    {
        const string index = Offers + "_fts_staff";
        yield return $"CREATE TABLE {index}_row (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);";
        yield return $"""
            CREATE VIRTUAL TABLE {index} USING fts5(words, facets,
                content='', contentless_delete=1, detail=none, prefix='3 4 5', tokenize='unicode61 remove_diacritics 0');
            """;
        yield return $"INSERT INTO {index}_row (row, id) SELECT row_number() OVER (ORDER BY published_on, id), id FROM {Offers};";
        yield return $"INSERT INTO {index} (rowid, words, facets) SELECT r.row, {Indexed("o")} FROM {Offers} o JOIN {index}_row r ON r.id = o.id;";
        const string forget = $"""
            DELETE FROM {index} WHERE rowid = (SELECT row FROM {index}_row WHERE id = old.id);
            DELETE FROM {index}_row WHERE id = old.id;
            """;
        string remember = $"""
            INSERT INTO {index}_row (row, id) SELECT coalesce(max(row), 0) + 1, new.id FROM {index}_row;
            INSERT INTO {index} (rowid, words, facets) SELECT row, {Indexed("new")} FROM {index}_row WHERE id = new.id;
            """;
        yield return Trigger("added", "INSERT", remember);
        yield return Trigger("changed", "UPDATE OF words, facets, title_words, status, changed_at", forget + remember);
        yield return Trigger("deleted", "DELETE", forget);

        static string Indexed(string row) => $"{row}.title_words || ' ' || {row}.words, {row}.facets || ' q9' || lower({row}.status)";

        static string Trigger(string name, string on, string body) => $"CREATE TRIGGER {Offers}_staff_{name} AFTER {on} ON {Offers} BEGIN {body} END;";
    }
}
