using System.Text;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions.Modules;
using Smss.Modules.ActivityCentre;
using Smss.Modules.ActivityCentre.Import;
using Smss.Modules.ActivityCentre.Model;
using Smss.Platform.Data;

namespace Smss.Unit.Tests.ActivityCentre;

public sealed class ImportTests : IDisposable
{
    private const string Head = "id;stanowisko;pracodawca;miejsce;wazna_do;placa_od;opis\n";
    private const string Welder = Head + "a1;Spawacz;Zakład;Zakrzów;31.12.2026;5 200,50;\"Pierwsza linia\ndruga; z średnikiem\"\n";
    private readonly CentreFixture _centre = new();

    public void Dispose() => _centre.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("\ufeff")]
    public async Task A_complete_row_is_published_with_a_BOM_or_without(string begins)
    {
        ImportReport report = await OffersAsync(begins + Welder);
        Assert.Equal((1, 0, 0, 0), Counts(report));
        JobOffer offer = await OnlyAsync();
        Assert.Equal(("Spawacz", "Zakrzów", new DateOnly(2026, 12, 31), 520050), (offer.Title, offer.Place, offer.ValidUntil, offer.PayFrom));
        Assert.Equal("Pierwsza linia\ndruga; z średnikiem", offer.Description);
        Assert.True(offer.IsLive(CentreFixture.Today));
    }

    [Fact]
    public async Task Commas_separate_as_well_as_semicolons() =>
        Assert.Equal((1, 0, 0, 1), Counts(await OffersAsync("id,stanowisko,opis\na1,Spawacz,\"a, b; c\"\n")));

    [Fact]
    public async Task Imported_again_nothing_changes_and_a_change_is_seen()
    {
        await OffersAsync(Welder);
        Assert.Equal((0, 0, 1, 0), Counts(await OffersAsync(Welder)));
        Assert.Equal((0, 1, 0, 0), Counts(await OffersAsync(Welder.Replace("5 200,50", "5300", StringComparison.Ordinal))));
        Assert.Equal(530000, (await OnlyAsync()).PayFrom);
    }

    [Fact]
    public async Task A_row_that_staff_edited_is_left_alone_and_named()
    {
        await OffersAsync(Welder);
        await using (ActivityCentreDbContext db = _centre.Db())
        {
            JobOffer offer = await db.Offers.SingleAsync();
            offer.Title = "Spawacz, zmieniony";
            offer.TakeOver();
            await db.SaveChangesAsync();
        }
        ImportReport report = await OffersAsync(Welder);
        Assert.Equal((0, 0, 1, 0), Counts(report));
        Assert.Contains("Spawacz, zmieniony", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
        Assert.Equal("Spawacz, zmieniony", (await OnlyAsync()).Title);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_and_writes_nothing()
    {
        ImportReport report = await OffersAsync(Welder, dryRun: true);
        Assert.Equal((1, 0, 0, 0), Counts(report));
        Assert.Equal("+ a1 Spawacz", Assert.Single(report.Changes));
        await using ActivityCentreDbContext db = _centre.Db();
        Assert.False(await db.Offers.AnyAsync());
    }

    [Theory]
    [InlineData("id;opis\n1;x\n", 1, "stanowisko")]
    [InlineData(Head + "a1;Spawacz;;Zakrzów;31/12/26;;\n", 2, "wazna_do")]
    [InlineData(Head + "a1;Spawacz;;Zakrzów;2026-02-30;;\n", 2, "2026-02-30")]
    [InlineData(Head + "a1;Spawacz;;Zakrzów;;dużo;\n", 2, "placa_od")]
    [InlineData(Head + "a1;;;Zakrzów;;;\n", 2, "stanowisko")]
    [InlineData(Head + "a1;Spawacz\n", 2, "2 pól")]
    [InlineData(Head + "a1;Spawacz;;;;;\"x\ny\"\na1;Kucharz;;;;;\n", 4, "powtarza się")]
    [InlineData(Head, 0, "żadnego wiersza")]
    [InlineData("", 1, "stanowisko")]
    [InlineData(Head + "a1;Spawacz;;;;;\"bez końca\n", 2, "cudzysłów")]
    public async Task A_mistake_is_named_with_its_line_and_stops_the_whole_file(string file, int line, string says)
    {
        ImportReport report = await OffersAsync(file.Replace(Head, Head + "ok;Kucharz;;Zakrzów;2026-12-31;;\n", StringComparison.Ordinal) is var mixed && line > 1 ? mixed : file);
        Assert.Contains(report.Problems, p => p.IsError && p.Line == (line > 1 ? line + 1 : line) && p.Message.Contains(says, StringComparison.Ordinal));
        await using ActivityCentreDbContext db = _centre.Db();
        Assert.False(await db.Offers.AnyAsync());
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_refused_with_the_remedy()
    {
        byte[] windows1250 = [.. Encoding.UTF8.GetBytes("id;stanowisko\na1;"), 0xA6, 0x6C, 0x75, 0x73, 0x61, 0x72, 0x7A, 0x0A];
        ImportReport report = await new ImportOffers(_centre.Db(), _centre.Clock).RunAsync(new MemoryStream(windows1250), "csv", false, default);
        Assert.Contains("UTF-8", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adverts_of_the_national_base_become_drafts()
    {
        ImportReport report = await OffersAsync("id_ogl,stanowisko,opis\n109286,\"MASAŻYSTA/ MASAŻYSTKA\n(NR 2471)\",Mile widziane doświadczenie\n", "cbop");
        Assert.Equal((1, 0, 0, 1), Counts(report));
        JobOffer offer = await OnlyAsync();
        Assert.Equal(("MASAŻYSTA/ MASAŻYSTKA (NR 2471)", OfferStatus.Draft, "109286"), (offer.Title, offer.Status, offer.ExternalId));
    }

    [Fact]
    public async Task Publishing_is_told_once()
    {
        await OffersAsync(Welder);
        await OffersAsync(Welder);
        await using PlatformDbContext platform = _centre.Platform();
        string told = Assert.Single(await platform.Set<Smss.Abstractions.Facts.OutboxRow>().Select(r => r.Payload).ToListAsync());
        Assert.Contains("\"place\":\"Zakrz\\u00F3w\"", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_dry_run_would_tell_is_forgotten()
    {
        await using ActivityCentreDbContext db = _centre.Db();
        foreach (bool dryRun in (bool[])[true, false])
            await new ImportOffers(db, _centre.Clock).RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(Welder)), "csv", dryRun, default);
        await using PlatformDbContext platform = _centre.Platform();
        string told = Assert.Single(await platform.Set<Smss.Abstractions.Facts.OutboxRow>().Select(r => r.Payload).ToListAsync());
        Assert.Contains((await OnlyAsync()).Id.ToString(), told, StringComparison.Ordinal);
    }

    private async Task<ImportReport> OffersAsync(string file, string format = "csv", bool dryRun = false)
    {
        await using ActivityCentreDbContext db = _centre.Db();
        return await new ImportOffers(db, _centre.Clock).RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(file)), format, dryRun, default);
    }

    private async Task<JobOffer> OnlyAsync()
    {
        await using ActivityCentreDbContext db = _centre.Db();
        return await db.Offers.SingleAsync();
    }

    private static (int Added, int Changed, int Unchanged, int Drafts) Counts(ImportReport report) =>
        (report.Added, report.Changed, report.Unchanged, report.Drafts);
}
