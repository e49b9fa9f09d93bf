using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Smss.Abstractions.Data;
using Smss.Platform.Data;

namespace Smss.Platform.Migrations;

[DbContext(typeof(PlatformDbContext))]
[Migration("20261128000004_HandOver")]
internal sealed class M0004_HandOver : PortableMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("shown_name", "platform_account", nullable: true);
        migrationBuilder.CreateTable(
            "platform_handover",
            t => new
            {
                id = t.Column<Guid>(nullable: false),
                conversation_id = t.Column<string>(nullable: false),
                language = t.Column<string>(nullable: false),
                asked_at = t.Column<DateTimeOffset>(type: Instant, nullable: false),
                until = t.Column<DateTimeOffset>(type: Instant, nullable: false),
                patient = t.Column<bool>(nullable: false),
                reachable = t.Column<bool>(nullable: false),
                taken_by = t.Column<Guid>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_platform_handover", x => x.id);
                t.ForeignKey("fk_platform_handover_account", x => x.taken_by, "platform_account", "id", onDelete: ReferentialAction.SetNull);
            });
        migrationBuilder.CreateIndex("ix_platform_handover_conversation_id", "platform_handover", "conversation_id", unique: true);
        migrationBuilder.CreateIndex("ix_platform_handover_taken_by", "platform_handover", "taken_by");
        migrationBuilder.CreateTable(
            "platform_duty",
            t => new
            {
                account_id = t.Column<Guid>(nullable: false),
                stamp = t.Column<string>(nullable: false),
                until = t.Column<DateTimeOffset>(type: Instant, nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_platform_duty", x => x.account_id);
                t.ForeignKey("fk_platform_duty_account", x => x.account_id, "platform_account", "id", onDelete: ReferentialAction.Cascade);
            });
    }
}
