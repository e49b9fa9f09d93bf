using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Smss.Abstractions.Data;

namespace Smss.Host.Tests.Probe.Migrations;

[DbContext(typeof(ProbeDbContext))]
[Migration("20261121000900_Initial")]
internal sealed class M0001_Initial : PortableMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "probe_note",
            t => new { id = t.Column<Guid>(nullable: false), resident_id = t.Column<string>(nullable: false), text = t.Column<string>(nullable: false) },
            constraints: t => t.PrimaryKey("pk_probe_note", x => x.id));
        migrationBuilder.CreateTable(
            "probe_copy",
            t => new { note_id = t.Column<Guid>(nullable: false), by = t.Column<string>(nullable: false) },
            constraints: t => t.PrimaryKey("pk_probe_copy", x => new { x.note_id, x.by }));
    }
}
