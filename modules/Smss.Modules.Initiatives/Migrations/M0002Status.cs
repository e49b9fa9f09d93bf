using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Smss.Abstractions.Data;

namespace Smss.Modules.Initiatives.Migrations;

[DbContext(typeof(InitiativesDbContext))]
[Migration("20261122000400_Status")]
internal sealed class M0002Status : PortableMigration
{
    /// <summary>The staff's list asks for a status, the newest first.</summary>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateIndex("ix_initiatives_initiative_status_number", "initiatives_initiative", ["status", "number"]);
}
