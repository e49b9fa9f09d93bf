using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Smss.Abstractions.Data;
using Smss.Platform.Data;

namespace Smss.Platform.Migrations;

[DbContext(typeof(PlatformDbContext))]
[Migration("20261121000001_Initial")]
internal sealed class M0001_Initial : PortableMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "platform_conversation",
            t => new
            {
                id = t.Column<string>(nullable: false),
                channel = t.Column<string>(nullable: false),
                resident_id = t.Column<string>(nullable: false),
                locale = t.Column<string>(nullable: true),
                state = t.Column<string>(nullable: true),
                version = t.Column<long>(nullable: false),
                last_sequence = t.Column<long>(nullable: false),
                last_at = t.Column<DateTimeOffset>(type: Instant, nullable: false),
                started_at = t.Column<DateTimeOffset>(type: Instant, nullable: false),
                resume_hash = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_platform_conversation", x => x.id));
        migrationBuilder.CreateIndex("ix_platform_conversation_resident_id", "platform_conversation", "resident_id");
        migrationBuilder.CreateTable(
            "platform_activity",
            t => new
            {
                conversation_id = t.Column<string>(nullable: false),
                sequence = t.Column<long>(nullable: false),
                at = t.Column<DateTimeOffset>(type: Instant, nullable: false),
                from_bot = t.Column<bool>(nullable: false),
                message_key = t.Column<string>(nullable: true),
                pending = t.Column<bool>(nullable: false),
                body = t.Column<byte[]>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_platform_activity", x => new { x.conversation_id, x.sequence }));
        // NULLs are distinct on both databases, so messages without a key never collide.
        migrationBuilder.CreateIndex(
            "ix_platform_activity_message_key", "platform_activity", ["conversation_id", "message_key"], unique: true);
        migrationBuilder.CreateIndex("ix_platform_activity_pending", "platform_activity", "pending", filter: "pending");
        migrationBuilder.CreateTable(
            "platform_outbox",
            t => new
            {
                id = t.Column<Guid>(nullable: false),
                fact = t.Column<string>(nullable: false),
                handler = t.Column<string>(nullable: false),
                payload = t.Column<string>(nullable: false),
                attempts = t.Column<int>(nullable: false),
                due_at = t.Column<DateTimeOffset>(type: Instant, nullable: false),
                last_error = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_platform_outbox", x => x.id));
        migrationBuilder.CreateTable(
            "platform_setting",
            t => new { name = t.Column<string>(nullable: false), value = t.Column<string>(nullable: false) },
            constraints: t => t.PrimaryKey("pk_platform_setting", x => x.name));
    }
}
