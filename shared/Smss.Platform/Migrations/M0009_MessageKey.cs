using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Smss.Abstractions.Data;
using Smss.Platform.Data;

namespace Smss.Platform.Migrations;

/// <summary>Most of the log has no key, the bot's words first of all: they need not stand in the index of keys.</summary>
[DbContext(typeof(PlatformDbContext))]
[Migration("20261128000009_MessageKey")]
internal sealed class M0009_MessageKey : PortableMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("ix_platform_activity_message_key", "platform_activity");
        migrationBuilder.CreateIndex(
            "ix_platform_activity_message_key", "platform_activity", ["conversation_id", "message_key"], unique: true, filter: "message_key IS NOT NULL");
    }
}
