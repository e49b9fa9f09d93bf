using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Smss.Abstractions.Data;
using Smss.Platform.Data;

namespace Smss.Platform.Migrations;

[DbContext(typeof(PlatformDbContext))]
[Migration("20261122000001_Unanswered")]
internal sealed class M0002_Unanswered : PortableMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "platform_unanswered",
            t => new
            {
                language = t.Column<string>(nullable: false),
                key = t.Column<string>(nullable: false),
                text = t.Column<string>(nullable: false),
                times = t.Column<int>(nullable: false),
                last_seen = t.Column<DateOnly>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_platform_unanswered", x => new { x.language, x.key }));
        migrationBuilder.CreateIndex("ix_platform_unanswered_last_seen", "platform_unanswered", "last_seen");
    }
}
