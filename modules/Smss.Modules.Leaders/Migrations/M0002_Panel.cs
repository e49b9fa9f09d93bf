using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Smss.Abstractions.Data;

namespace Smss.Modules.Leaders.Migrations;

/// <summary>The staff keep the points: versions against writing over one another, closed points, leaders with accounts, hours from the chat.</summary>
[DbContext(typeof(LeadersDbContext))]
[Migration("20261128000300_Panel")]
internal sealed class M0002_Panel : PortableMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("version", "leaders_point", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<DateTimeOffset>("closed_at", "leaders_point", type: Instant, nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>("checked_at", "leaders_point", type: Instant, nullable: true);
        migrationBuilder.AddColumn<int>("version", "leaders_social_leader", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<Guid>("account_id", "leaders_social_leader", nullable: true);
        migrationBuilder.CreateIndex("ix_leaders_social_leader_account_id", "leaders_social_leader", "account_id", unique: true);
        migrationBuilder.CreateTable(
            "leaders_chat_code",
            t => new
            {
                account_id = t.Column<Guid>(nullable: false),
                hash = t.Column<string>(nullable: false),
                expires_at = t.Column<DateTimeOffset>(type: Instant, nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_leaders_chat_code", x => x.account_id));
        migrationBuilder.CreateIndex("ix_leaders_chat_code_hash", "leaders_chat_code", "hash", unique: true);
        migrationBuilder.CreateTable(
            "leaders_chat_link",
            t => new
            {
                account_id = t.Column<Guid>(nullable: false),
                resident_id = t.Column<string>(nullable: false),
                linked_at = t.Column<DateTimeOffset>(type: Instant, nullable: false),
                last_change = t.Column<DateOnly>(nullable: true),
                before = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_leaders_chat_link", x => x.account_id));
        migrationBuilder.CreateIndex("ix_leaders_chat_link_resident_id", "leaders_chat_link", "resident_id", unique: true);
    }
}
