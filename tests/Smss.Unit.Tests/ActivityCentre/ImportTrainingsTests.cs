using System.Text;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions.Modules;
using Smss.Modules.ActivityCentre;
using Smss.Modules.ActivityCentre.Import;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Unit.Tests.ActivityCentre;

public sealed class ImportTrainingsTests : IDisposable
{
    private readonly CentreFixture _centre = new();

    public void Dispose() => _centre.Dispose();

    [Fact]
    public async Task A_day_stays_the_day_it_is_where_it_was_written()
    {
        Training training = await BurAsync(Service("OPUBLIKOWANA"));
        Assert.Equal((new DateOnly(2027, 1, 23), new DateOnly(2027, 7, 1)), (training.StartsOn, training.EndsOn));
    }

    [Fact]
    public async Task Prices_are_grosze_and_a_missing_address_is_no_place()
    {
        Training training = await BurAsync(Service("OPUBLIKOWANA"));
        Assert.Equal((204600, (string?)null), (training.Price, training.Place));
    }

    [Theory]
    [InlineData("OPUBLIKOWANA", 3, "Published")]
    [InlineData("OPUBLIKOWANA", 1, "Draft")]
    [InlineData("ZREALIZOWANA", 3, "Past")]
    [InlineData("ODWOLANA", 3, "Withdrawn")]
    public async Task What_is_over_or_called_off_is_never_live_and_one_on_site_needs_a_place(string status, int form, string becomes)
    {
        Training training = await BurAsync(Service(status, form));
        Assert.Equal(becomes, training.Status.ToString());
        Assert.Equal(becomes == "Published", training.IsLive(CentreFixture.Today));
    }

    [Fact]
    public async Task Foreign_markup_becomes_plain_text()
    {
        Training training = await BurAsync(Service("OPUBLIKOWANA", program: "<p>Plan&nbsp;dnia</p><ul><li>a</li><li>b</li></ul><script>alert(1)</script><img src=x onerror=alert(1)>"));
        Assert.Equal("Plan dnia\na\nb", training.Description);
    }

    [Theory]
    [InlineData("{", "JSON")]
    [InlineData("[]", "żadnej usługi")]
    [InlineData("{\"x\":1}", "tablicą")]
    [InlineData("[{\"id\":1,\"tytul\":\"Kurs\",\"dataRozpoczeciaUslugi\":\"jutro\"}]", "dat")]
    public async Task A_broken_file_is_refused(string json, string says)
    {
        await using ActivityCentreDbContext db = _centre.Db();
        ImportReport report = await RunAsync(db, json, "bur");
        Assert.Contains(report.Problems, p => p.IsError && p.Message.Contains(says, StringComparison.Ordinal));
        Assert.False(await db.Trainings.AnyAsync());
    }

    [Fact]
    public async Task The_own_table_is_read_and_read_again_without_change()
    {
        const string table = "id;tytul;od;do;tryb;cena;miejsce\ns1;Kurs spawania;2026-12-01;2026-12-10;na miejscu;0;Zakrzów\n";
        await using (ActivityCentreDbContext db = _centre.Db()) Assert.Equal(1, (await RunAsync(db, table, "csv")).Added);
        await using (ActivityCentreDbContext db = _centre.Db()) Assert.Equal(1, (await RunAsync(db, table, "csv")).Unchanged);
        await using ActivityCentreDbContext read = _centre.Db();
        Assert.Single(await _centre.Trainings.FindAsync([.. Smss.Modules.ActivityCentre.Search.Stems.Of("spawanie")], "Zakrzów", true, null, 10, default));
    }

    private async Task<Training> BurAsync(string json)
    {
        await using ActivityCentreDbContext db = _centre.Db();
        Assert.Empty((await RunAsync(db, json, "bur")).Problems);
        return await db.Trainings.AsNoTracking().SingleAsync();
    }

    private Task<ImportReport> RunAsync(ActivityCentreDbContext db, string text, string format) =>
        new ImportTrainings(db, _centre.Clock).RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), format, false, default);

    private static string Service(string status, int form = 3, string program = "<p>Plan</p>") => $$"""
        [{"id":22634,"tytul":"Kurs","status":"{{status}}","adres":null,"idFormySwiadczenia":{{form}},"cenaBruttoZaUczestnika":204600,
          "dataRozpoczeciaUslugi":"2027-01-23T00:00:00+01:00","dataZakonczeniaUslugi":"2027-07-01T00:00:00+02:00",
          "programUslugi":{{System.Text.Json.JsonSerializer.Serialize(program)}},"dostawcaUslug":{"nazwa":"Ośrodek"} }]
        """;
}
