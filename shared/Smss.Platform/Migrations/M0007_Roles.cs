using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Smss.Abstractions.Data;
using Smss.Platform.Data;

namespace Smss.Platform.Migrations;

/// <summary>Roles become rows that the city can change; who had one keeps it.</summary>
[DbContext(typeof(PlatformDbContext))]
[Migration("20261128000007_Roles")]
internal sealed class M0007_Roles : PortableMigration
{
    private static readonly string[] Shipped = ["Administrator", "Coordinator", "CentreStaff", "SocialLeader", "Auditor", "ForumModerator", "GroupCaretaker"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "platform_role",
            t => new
            {
                id = t.Column<string>(nullable: false),
                name = t.Column<string>(nullable: true),
                granted = t.Column<string>(nullable: false),
                refused = t.Column<string>(nullable: false),
                stamp = t.Column<string>(nullable: false),
            },
            constraints: t => t.PrimaryKey("pk_platform_role", x => x.id));
        migrationBuilder.CreateIndex("ix_platform_role_name", "platform_role", "name", unique: true);
        migrationBuilder.CreateTable(
            "platform_account_role",
            t => new { account_id = t.Column<Guid>(nullable: false), role_id = t.Column<string>(nullable: false) },
            constraints: t =>
            {
                t.PrimaryKey("pk_platform_account_role", x => new { x.account_id, x.role_id });
                t.ForeignKey("fk_platform_account_role_account", x => x.account_id, "platform_account", "id", onDelete: ReferentialAction.Cascade);
                t.ForeignKey("fk_platform_account_role_role", x => x.role_id, "platform_role", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("ix_platform_account_role_role_id", "platform_account_role", "role_id");
        foreach (string role in Shipped)
        {
            string id = role.ToLowerInvariant();
            migrationBuilder.Sql($"INSERT INTO platform_role (id, granted, refused, stamp) VALUES ('{id}', '', '', '{id}');");
            migrationBuilder.Sql($"INSERT INTO platform_account_role SELECT id, '{id}' FROM platform_account WHERE ', ' || roles || ',' LIKE '%, {role},%';");
        }
        migrationBuilder.Sql("ALTER TABLE platform_account DROP COLUMN roles;");
        migrationBuilder.AddColumn<bool>("large_text", "platform_account", nullable: false, defaultValue: false);
    }
}
