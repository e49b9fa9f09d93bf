using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Smss.Abstractions.Data;
using Smss.Platform.Data;

namespace Smss.Platform.Migrations;

[DbContext(typeof(PlatformDbContext))]
[Migration("20261122000002_Staff")]
internal sealed class M0003_Staff : PortableMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "platform_account",
            t => new
            {
                id = t.Column<Guid>(nullable: false),
                user_name = t.Column<string>(nullable: true),
                normalized_user_name = t.Column<string>(nullable: true),
                password_hash = t.Column<string>(nullable: true),
                security_stamp = t.Column<string>(nullable: true),
                concurrency_stamp = t.Column<string>(nullable: true),
                roles = t.Column<string>(nullable: false),
                language = t.Column<string>(nullable: false),
                created_at = t.Column<DateTimeOffset>(type: Instant, nullable: false),
                disabled_at = t.Column<DateTimeOffset>(type: Instant, nullable: true),
                second_factor = t.Column<string>(nullable: true),
                last_step = t.Column<long>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_platform_account", x => x.id));
        migrationBuilder.CreateIndex("ix_platform_account_normalized_user_name", "platform_account", "normalized_user_name", unique: true);
        migrationBuilder.CreateTable(
            "platform_recovery_code",
            t => new { account_id = t.Column<Guid>(nullable: false), hash = t.Column<string>(nullable: false) },
            constraints: t =>
            {
                t.PrimaryKey("pk_platform_recovery_code", x => new { x.account_id, x.hash });
                t.ForeignKey("fk_platform_recovery_code_account", x => x.account_id, "platform_account", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "platform_one_time_link",
            t => new
            {
                hash = t.Column<string>(nullable: false),
                account_id = t.Column<Guid>(nullable: true),
                expires_at = t.Column<DateTimeOffset>(type: Instant, nullable: false),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_platform_one_time_link", x => x.hash);
                t.ForeignKey("fk_platform_one_time_link_account", x => x.account_id, "platform_account", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_platform_one_time_link_account_id", "platform_one_time_link", "account_id");
        migrationBuilder.CreateTable(
            "platform_attempt",
            t => new
            {
                key = t.Column<string>(nullable: false),
                count = t.Column<int>(nullable: false),
                until = t.Column<DateTimeOffset>(type: Instant, nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_platform_attempt", x => x.key));
        migrationBuilder.CreateTable(
            "platform_audit",
            t => new
            {
                id = t.Column<Guid>(nullable: false),
                at = t.Column<DateTimeOffset>(type: Instant, nullable: false),
                actor_id = t.Column<Guid>(nullable: false),
                actor = t.Column<string>(nullable: false),
                action = t.Column<string>(nullable: false),
                subject = t.Column<string>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_platform_audit", x => x.id));
        migrationBuilder.CreateIndex("ix_platform_audit_at", "platform_audit", "at");
    }
}
