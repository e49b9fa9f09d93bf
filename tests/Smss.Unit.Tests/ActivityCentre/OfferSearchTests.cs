using Microsoft.EntityFrameworkCore;
using Smss.Modules.ActivityCentre;
using Smss.Modules.ActivityCentre.Model;
using Smss.Modules.ActivityCentre.Search;

namespace Smss.Unit.Tests.ActivityCentre;

public sealed class OfferSearchTests : IDisposable
{
    private readonly CentreFixture _centre = new();

    public void Dispose() => _centre.Dispose();

    [Theory]
    [InlineData("spawacz")]
    [InlineData("SPAWACZA")]
    [InlineData("spaw")]
    [InlineData("spwaacz")]
    public async Task A_word_is_found_inflected_begun_or_mistyped(string word)
    {
        await _centre.AddAsync(_centre.Offer("Spawacz MIG/MAG"), _centre.Offer("Kucharz"));
        Assert.Equal(["Spawacz MIG/MAG"], await TitlesAsync(Query(word)));
    }

    [Fact]
    public async Task Letters_without_their_marks_are_the_same_letters()
    {
        await _centre.AddAsync(_centre.Offer("Ślusarz żeliwny"));
        Assert.Single(await TitlesAsync(Query("slusarz zeliwny")));
    }

    [Fact]
    public async Task Drafts_and_expired_withdrawn_or_filled_offers_are_never_found()
    {
        JobOffer withdrawn = _centre.Offer("Spawacz wycofany"), filled = _centre.Offer("Spawacz obsadzony");
        await _centre.AddAsync(withdrawn, filled, _centre.Offer("Spawacz szkic", change: o => o.Place = null), _centre.Offer("Spawacz do dziś", change: o => o.ValidUntil = CentreFixture.Today));
        Assert.Equal(3, (await TitlesAsync(Query("spawacz"))).Count);
        await using (ActivityCentreDbContext db = _centre.Db())
        {
            (await db.Offers.SingleAsync(o => o.Id == withdrawn.Id)).Withdraw();
            (await db.Offers.SingleAsync(o => o.Id == filled.Id)).Fill();
            await db.SaveChangesAsync();
        }
        Assert.Equal(["Spawacz do dziś"], await TitlesAsync(Query("spawacz")));
        _centre.Time.Now = _centre.Time.Now.AddDays(1);
        Assert.Empty(await TitlesAsync(Query("spawacz")));
    }

    [Fact]
    public async Task The_index_follows_changes_and_deletions()
    {
        JobOffer offer = _centre.Offer("Spawacz");
        await _centre.AddAsync(offer);
        await using (ActivityCentreDbContext db = _centre.Db())
        {
            (await db.Offers.SingleAsync()).Title = "Kucharz";
            await db.SaveChangesAsync();
        }
        Assert.Empty(await TitlesAsync(Query("spawacz")));
        Assert.Single(await TitlesAsync(Query("kucharz")));
        await using (ActivityCentreDbContext db = _centre.Db())
        {
            db.Remove(await db.Offers.SingleAsync());
            await db.SaveChangesAsync();
        }
        Assert.Empty(await TitlesAsync(Query("kucharz")));
    }

    [Fact]
    public async Task The_occupation_itself_comes_before_its_group_and_both_before_mere_words()
    {
        await _centre.AddAsync(
            _centre.Offer("Kierownik", change: o => o.Description = "nadzoruje pracę, spawacz"),
            _centre.Offer("Lutowacz", change: o => o.OccupationCode = "721209"),
            _centre.Offer("Spawacz", change: o => o.OccupationCode = "721204"));
        Assert.Equal(["Spawacz", "Lutowacz", "Kierownik"], await TitlesAsync(Query("spawacz") with { OccupationCode = "721204" }));
    }

    [Fact]
    public async Task Filters_narrow_the_search()
    {
        await _centre.AddAsync(
            _centre.Offer("Magazynier", change: o => o.Contract = Contract.Weekend),
            _centre.Offer("Magazynier nocny", change: o => o.Hours = "zmiany nocne"),
            _centre.Offer("Magazynier bez doświadczenia", "Pawłowice", o => o.NoExperience = true));
        Assert.Equal(["Magazynier"], await TitlesAsync(Query("magazynier") with { Contract = Contract.Weekend }));
        Assert.Equal(["Magazynier bez doświadczenia"], await TitlesAsync(Query("magazynier") with { NoExperience = true }));
        Assert.Equal(["Magazynier bez doświadczenia"], await TitlesAsync(Query("magazynier") with { Place = "Pawłowice" }));
        Assert.DoesNotContain("Magazynier nocny", await TitlesAsync(Query("magazynier") with { NoNights = true }));
    }

    [Fact]
    public async Task Without_an_offer_in_the_place_those_elsewhere_are_found_and_said_to_be_so()
    {
        await _centre.AddAsync(_centre.Offer("Spawacz", "Pawłowice"));
        await using ActivityCentreDbContext db = _centre.Db();
        OfferHits hits = await _centre.Search(db).FindAsync(Query("spawacz") with { Place = "Zakrzów" }, default);
        Assert.True(hits.InOtherPlaces);
        Assert.Single(hits.Ids);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("* OR 1")]
    [InlineData("'; DROP TABLE x; --")]
    [InlineData("q0")]
    public async Task No_text_of_a_resident_breaks_or_widens_the_query(string text)
    {
        await _centre.AddAsync(_centre.Offer("Spawacz"));
        Assert.Empty(await TitlesAsync(Query(text + " kosmonauta")));
    }

    private static OfferQuery Query(string text) => new() { Words = [.. Stems.Of(text)] };

    private async Task<IReadOnlyList<string>> TitlesAsync(OfferQuery query)
    {
        await using ActivityCentreDbContext db = _centre.Db();
        OfferSearch search = _centre.Search(db);
        OfferHits hits = await search.FindAsync(query, default);
        return [.. (await search.LoadAsync(hits.Ids, default)).Select(o => o.Title)];
    }
}
