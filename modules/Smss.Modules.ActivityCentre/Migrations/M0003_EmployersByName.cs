using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Smss.Abstractions.Data;

namespace Smss.Modules.ActivityCentre.Migrations;

/// <summary>Employers are looked for by their folded name: reading sixty thousand of them to compare took too long, and the first ten thousand were not all.</summary>
[DbContext(typeof(ActivityCentreDbContext))]
[Migration("20261129000300_EmployersByName")]
internal sealed class M0003EmployersByName : PortableMigration
{
    private const string Employers = "activitycentre_employer";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("folded", Employers, nullable: false, defaultValue: "");
        // lower() of SQLite knows ASCII only; letters beyond the Polish ones are folded when the employer is next saved.
        string folded = "ĄaĆcĘeŁlŃnÓoŚsŹzŻząaćcęełlńnóośsźzżz".Chunk(2).Aggregate("name", (sql, pair) => $"replace({sql}, '{pair[0]}', '{pair[1]}')");
        migrationBuilder.Sql($"UPDATE {Employers} SET folded = lower({folded});");
    }
}
