using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Smss.Abstractions.Data;

namespace Smss.Modules.ActivityCentre.Migrations;

[DbContext(typeof(ActivityCentreDbContext))]
[Migration("20261121000100_Initial")]
internal sealed class M0001Initial : PortableMigration
{
    private const string Employers = "activitycentre_employer", Offers = "activitycentre_job_offer",
        Internships = "activitycentre_internship", Trainings = "activitycentre_training", Events = "activitycentre_estate_event";

    protected override void Up(MigrationBuilder migration)
    {
        migration.CreateTable(Employers, t => new
        {
            id = t.Column<Guid>(),
            name = t.Column<string>(),
            is_sample = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("pk_" + Employers, e => e.id));
        migration.CreateIndex($"ix_{Employers}_name", Employers, "name", unique: true);

        // What a search reads comes first: SQLite reads a row no further than it must.
        migration.CreateTable(Offers, t => new
        {
            id = t.Column<Guid>(),
            status = t.Column<string>(),
            valid_until = t.Column<DateOnly>(nullable: true),
            published_on = t.Column<DateOnly>(nullable: true),
            occupation_code = t.Column<string>(nullable: true),
            place = t.Column<string>(nullable: true),
            title_words = t.Column<string>(),
            title = t.Column<string>(),
            occupation = t.Column<string>(nullable: true),
            street = t.Column<string>(nullable: true),
            contract = t.Column<string>(),
            hours = t.Column<string>(nullable: true),
            pay_from = t.Column<int>(nullable: true),
            pay_to = t.Column<int>(nullable: true),
            pay_period = t.Column<string>(),
            vacancies = t.Column<int>(),
            places_for_disabled = t.Column<int>(),
            no_experience = t.Column<bool>(),
            how_to_apply = t.Column<string>(nullable: true),
            apply_phone = t.Column<string>(nullable: true),
            apply_email = t.Column<string>(nullable: true),
            employer_id = t.Column<Guid>(nullable: true),
            source = t.Column<string>(),
            external_id = t.Column<string>(nullable: true),
            is_edited = t.Column<bool>(),
            facets = t.Column<string>(),
            description = t.Column<string>(),
            words = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("pk_" + Offers, o => o.id);
            t.ForeignKey($"fk_{Offers}_employer", o => o.employer_id, Employers, "id", onDelete: ReferentialAction.Restrict);
            t.CheckConstraint($"ck_{Offers}_published", "status <> 'Published' OR (place IS NOT NULL AND valid_until IS NOT NULL AND published_on IS NOT NULL)");
        });
        migration.CreateIndex($"ix_{Offers}_source_external_id", Offers, ["source", "external_id"], unique: true);
        migration.CreateIndex($"ix_{Offers}_status_published_on", Offers, ["status", "published_on"]);
        migration.CreateIndex($"ix_{Offers}_employer_id", Offers, "employer_id");

        migration.CreateTable(Internships, t => new
        {
            id = t.Column<Guid>(),
            title = t.Column<string>(),
            occupation = t.Column<string>(nullable: true),
            occupation_code = t.Column<string>(nullable: true),
            place = t.Column<string>(nullable: true),
            starts_on = t.Column<DateOnly>(),
            ends_on = t.Column<DateOnly>(),
            allowance = t.Column<int>(nullable: true),
            valid_until = t.Column<DateOnly>(),
            how_to_apply = t.Column<string>(nullable: true),
            employer_id = t.Column<Guid>(nullable: true),
            is_withdrawn = t.Column<bool>(),
            source = t.Column<string>(),
            external_id = t.Column<string>(nullable: true),
            is_edited = t.Column<bool>(),
            description = t.Column<string>(),
        }, constraints: t =>
        {
            t.PrimaryKey("pk_" + Internships, i => i.id);
            t.ForeignKey($"fk_{Internships}_employer", i => i.employer_id, Employers, "id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex($"ix_{Internships}_source_external_id", Internships, ["source", "external_id"], unique: true);
        migration.CreateIndex($"ix_{Internships}_employer_id", Internships, "employer_id");

        migration.CreateTable(Trainings, t => new
        {
            id = t.Column<Guid>(),
            status = t.Column<string>(),
            last_day = t.Column<DateOnly>(),
            starts_on = t.Column<DateOnly>(),
            ends_on = t.Column<DateOnly>(),
            place = t.Column<string>(nullable: true),
            title_words = t.Column<string>(),
            title = t.Column<string>(),
            topic = t.Column<string>(nullable: true),
            provider = t.Column<string>(),
            recruitment_ends_on = t.Column<DateOnly>(nullable: true),
            mode = t.Column<string>(),
            hours = t.Column<int>(nullable: true),
            seats = t.Column<int>(nullable: true),
            price = t.Column<int>(nullable: true),
            source = t.Column<string>(),
            external_id = t.Column<string>(nullable: true),
            is_edited = t.Column<bool>(),
            facets = t.Column<string>(),
            description = t.Column<string>(),
            words = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_" + Trainings, x => x.id));
        migration.CreateIndex($"ix_{Trainings}_source_external_id", Trainings, ["source", "external_id"], unique: true);
        migration.CreateIndex($"ix_{Trainings}_status_last_day", Trainings, ["status", "last_day"]);

        migration.CreateTable(Events, t => new
        {
            id = t.Column<Guid>(),
            title = t.Column<string>(),
            topic = t.Column<string>(nullable: true),
            place = t.Column<string>(nullable: true),
            day = t.Column<DateOnly>(),
            starts_at = t.Column<TimeOnly>(),
            ends_at = t.Column<TimeOnly>(),
            is_free = t.Column<bool>(),
            needs_registration = t.Column<bool>(),
            is_cancelled = t.Column<bool>(),
            source = t.Column<string>(),
            external_id = t.Column<string>(nullable: true),
            is_edited = t.Column<bool>(),
            description = t.Column<string>(),
        }, constraints: t => t.PrimaryKey("pk_" + Events, e => e.id));
        migration.CreateIndex($"ix_{Events}_source_external_id", Events, ["source", "external_id"], unique: true);
        migration.CreateIndex($"ix_{Events}_day", Events, "day");

        FullText.Add(migration, Offers, "published_on", "title_words, valid_until, occupation_code", IsSqlite);
        FullText.Add(migration, Trainings, "last_day", "title_words", IsSqlite);
    }
}
