using Smss.Modules.ActivityCentre.Model;

namespace Smss.Unit.Tests.ActivityCentre;

public class JobOfferTests
{
    private static readonly DateOnly Today = CentreFixture.Today;

    [Theory]
    [InlineData("Draft", 10, false)]
    [InlineData("Published", 10, true)]
    [InlineData("Published", 0, true)]
    [InlineData("Published", -1, false)]
    [InlineData("Withdrawn", 10, false)]
    [InlineData("Filled", 10, false)]
    public void Only_a_published_offer_is_live_and_only_to_its_last_day(string status, int lastsDays, bool live)
    {
        JobOffer offer = Offer("Spawacz", "Zakrzów", Today.AddDays(lastsDays));
        if (status != "Draft") Assert.True(offer.Publish(Today.AddDays(Math.Min(0, lastsDays))));
        if (status == "Withdrawn") offer.Withdraw();
        if (status == "Filled") offer.Fill();
        Assert.Equal(status, offer.Status.ToString());
        Assert.Equal(live, offer.IsLive(Today));
    }

    [Theory]
    [InlineData("", "Zakrzów", 1, "title")]
    [InlineData("Spawacz", null, 1, "place")]
    [InlineData("Spawacz", " ", 1, "place")]
    [InlineData("Spawacz", "Zakrzów", null, "expiry")]
    [InlineData("Spawacz", "Zakrzów", -1, "expiry")]
    [InlineData("Spawacz", "Zakrzów", 0, null)]
    public void Publishing_needs_a_title_a_place_and_an_expiry_to_come(string title, string? place, int? lastsDays, string? missing)
    {
        JobOffer offer = Offer(title, place, lastsDays is { } days ? Today.AddDays(days) : null);
        Assert.Equal(missing, offer.WhyNotPublishable(Today));
        Assert.Equal(missing is null, offer.Publish(Today));
        Assert.Equal(missing is null ? OfferStatus.Published : OfferStatus.Draft, offer.Status);
    }

    [Fact]
    public void A_withdrawn_offer_can_be_published_again_but_not_twice_at_once()
    {
        JobOffer offer = Offer("Spawacz", "Zakrzów", Today);
        Assert.True(offer.Publish(Today));
        Assert.False(offer.Publish(Today));
        offer.Withdraw();
        Assert.True(offer.Publish(Today));
    }

    [Fact]
    public void A_draft_is_neither_withdrawn_nor_filled()
    {
        JobOffer offer = Offer("Spawacz", null, null);
        offer.Withdraw();
        offer.Fill();
        Assert.Equal(OfferStatus.Draft, offer.Status);
    }

    private static JobOffer Offer(string title, string? place, DateOnly? until) =>
        new() { Title = title, Place = place, ValidUntil = until };
}
