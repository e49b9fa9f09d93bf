using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Smss.Abstractions.Data;

namespace Smss.Modules.Leaders.Migrations;

[DbContext(typeof(LeadersDbContext))]
[Migration("20261121000300_Initial")]
internal sealed class M0001_Initial : PortableMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "leaders_point",
            t => new
            {
                id = t.Column<Guid>(nullable: false),
                kind = t.Column<string>(nullable: false),
                name = t.Column<string>(nullable: false),
                place = t.Column<string>(nullable: false),
                estate = t.Column<string>(nullable: false),
                city = t.Column<string>(nullable: false),
                street = t.Column<string>(nullable: false),
                phone = t.Column<string>(nullable: true),
                email = t.Column<string>(nullable: true),
                directions = t.Column<string>(nullable: true),
                accessibility = t.Column<string>(nullable: true),
                services = t.Column<string>(nullable: false),
                languages = t.Column<string>(nullable: false),
                is_sample = t.Column<bool>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_leaders_point", x => x.id);
                t.CheckConstraint("ck_leaders_point_kind", "kind IN ('Centre', 'IntegrationPoint', 'CivicSupportPoint')");
            });
        migrationBuilder.CreateTable(
            "leaders_opening_hours",
            t => new
            {
                point_id = t.Column<Guid>(nullable: false),
                weekday = t.Column<string>(nullable: false),
                hours = t.Column<string>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_leaders_opening_hours", x => new { x.point_id, x.weekday });
                t.ForeignKey("fk_leaders_opening_hours_point", x => x.point_id, "leaders_point", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "leaders_hours_exception",
            t => new
            {
                point_id = t.Column<Guid>(nullable: false),
                date = t.Column<DateOnly>(nullable: false),
                hours = t.Column<string>(nullable: false),
                reason = t.Column<string>(nullable: true),
                is_sample = t.Column<bool>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_leaders_hours_exception", x => new { x.point_id, x.date });
                t.ForeignKey("fk_leaders_hours_exception_point", x => x.point_id, "leaders_point", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "leaders_social_leader",
            t => new
            {
                id = t.Column<Guid>(nullable: false),
                point_id = t.Column<Guid>(nullable: false),
                name = t.Column<string>(nullable: true),
                phone = t.Column<string>(nullable: true),
                email = t.Column<string>(nullable: true),
                is_sample = t.Column<bool>(nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_leaders_social_leader", x => x.id);
                t.ForeignKey("fk_leaders_social_leader_point", x => x.point_id, "leaders_point", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_leaders_social_leader_point_id", "leaders_social_leader", "point_id");
    }
}
