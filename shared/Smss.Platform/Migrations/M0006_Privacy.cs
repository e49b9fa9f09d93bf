using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Smss.Abstractions.Data;
using Smss.Platform.Data;

namespace Smss.Platform.Migrations;

[DbContext(typeof(PlatformDbContext))]
[Migration("20261128000006_Privacy")]
internal sealed class M0006_Privacy : PortableMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "platform_consent",
            t => new
            {
                id = t.Column<Guid>(nullable: false),
                resident_id = t.Column<string>(nullable: false),
                topic = t.Column<string>(nullable: false),
                version = t.Column<int>(nullable: false),
                words = t.Column<string>(nullable: false),
                language = t.Column<string>(nullable: false),
                given_at = t.Column<DateTimeOffset>(type: Instant, nullable: false),
                withdrawn_at = t.Column<DateTimeOffset>(type: Instant, nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_platform_consent", x => x.id));
        migrationBuilder.CreateIndex(
            "ix_platform_consent_resident_id_topic", "platform_consent", ["resident_id", "topic"], unique: true, filter: "withdrawn_at IS NULL");
        migrationBuilder.CreateIndex("ix_platform_consent_resident_id", "platform_consent", "resident_id");
        migrationBuilder.CreateIndex("ix_platform_consent_withdrawn_at", "platform_consent", "withdrawn_at");
        migrationBuilder.CreateTable(
            "platform_copy_link",
            t => new
            {
                hash = t.Column<string>(nullable: false),
                resident_id = t.Column<string>(nullable: false),
                expires_at = t.Column<DateTimeOffset>(type: Instant, nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_platform_copy_link", x => x.hash));
        migrationBuilder.CreateIndex("ix_platform_copy_link_resident_id", "platform_copy_link", "resident_id");
        migrationBuilder.CreateIndex("ix_platform_conversation_started_at", "platform_conversation", "started_at");
    }
}
