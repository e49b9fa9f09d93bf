using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Smss.Abstractions.Data;

namespace Smss.Modules.Initiatives.Migrations;

/// <summary>Who looks after an initiative, and which one it was joined to.</summary>
[DbContext(typeof(InitiativesDbContext))]
[Migration("20261128000400_Triage")]
internal sealed class M0003Triage : PortableMigration
{
    private const string Initiatives = "initiatives_initiative";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("assignee_id", Initiatives, nullable: true);
        migrationBuilder.AddColumn<long>("merged_into", Initiatives, nullable: true);
        migrationBuilder.CreateIndex($"ix_{Initiatives}_assignee_id_number", Initiatives, ["assignee_id", "number"]);
        migrationBuilder.CreateIndex($"ix_{Initiatives}_merged_into", Initiatives, "merged_into");
    }
}
