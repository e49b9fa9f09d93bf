using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions;
using Smss.Abstractions.Texts;
using Smss.Abstractions.Web;
using Smss.Modules.ActivityCentre.Model;
using Smss.Modules.ActivityCentre.Search;
using Smss.Modules.ActivityCentre.Topics;

namespace Smss.Modules.ActivityCentre.Pages.ActivityCentre.Panel;

/// <summary>All job offers, for the staff; the last changed first.</summary>
[Authorize("activitycentre.read")]
internal sealed class OfferListModel(StaffOffers offers, OfferSearch search, CityClock clock)
    : CentreList<StaffOfferLine>(clock, "oferty", "offer", "activitycentre.offers.edit")
{
    private IReadOnlyList<string> _places = [];

    [BindProperty(SupportsGet = true, Name = "miejsce")]
    public string? InPlace { get; set; }

    [BindProperty(SupportsGet = true, Name = "umowa")]
    public string? ContractName { get; set; }

    public override IEnumerable<FieldView> Filters =>
    [
        .. base.Filters,
        Select("miejsce", "activitycentre.page.place", InPlace, _places.Select(p => (p, p))),
        Select("umowa", "activitycentre.page.contract", ContractName, Enum.GetValues<Contract>().Select(c => (c.ToString(), T(OfferWords.ContractKey(c))))),
    ];

    protected override IReadOnlyList<Standing> Possible => [Standing.Draft, Standing.Live, Standing.Ended, Standing.Withdrawn, Standing.Filled];

    protected override IReadOnlyList<(string, Func<StaffOfferLine, string?>)> Columns =>
    [
        ("activitycentre.field.title", o => o.Title), ("activitycentre.field.employer", o => o.Employer), ("activitycentre.field.place", o => o.Place),
        ("activitycentre.field.contract", o => T(OfferWords.ContractKey(o.Contract))), ("activitycentre.panel.standing", o => Said(StandingOf(o))),
        ("activitycentre.panel.published", o => Iso(o.PublishedOn)), ("activitycentre.field.until", o => Iso(o.ValidUntil)),
        ("activitycentre.field.vacancies", o => o.Vacancies.ToString(CultureInfo.InvariantCulture)), ("activitycentre.panel.source", o => o.Source.ToString()),
    ];

    public override async Task OnGetAsync(CancellationToken cancellation)
    {
        _places = await search.PlacesAsync(cancellation);
        await base.OnGetAsync(cancellation);
    }

    protected override Task<int> CountAsync(int most, CancellationToken cancellation) => offers.CountAsync(Query(), most, cancellation);

    protected override Task<IReadOnlyList<StaffOfferLine>> RowsAsync(int skip, int take, CancellationToken cancellation) =>
        offers.PageAsync(Query(), skip, take, cancellation);

    protected override CentreLine LineOf(StaffOfferLine offer) => new(
        offer.Id, offer.Title, StandingOf(offer),
        [offer.Employer, offer.Place, T(OfferWords.ContractKey(offer.Contract)), offer.ValidUntil is { } until ? T("activitycentre.until", ("day", until)) : null],
        offer.Source == Source.Sample)
    {
        Missing = offer.Status != OfferStatus.Draft ? [] : new[]
        {
            offer.Place is null ? T("activitycentre.panel.no-place") : null, offer.ValidUntil is null ? T("activitycentre.panel.no-expiry") : null,
        }.OfType<string>(),
    };

    private StaffOfferQuery Query() => new(
        [.. Stems.Of(Asked).Take(8)], string.IsNullOrWhiteSpace(InPlace) ? null : InPlace,
        Enum.TryParse(ContractName, out Contract contract) && Enum.IsDefined(contract) ? contract : null,
        AskedStanding switch
        {
            Standing.Draft => OfferStatus.Draft,
            Standing.Live => OfferStatus.Published,
            Standing.Ended => OfferStatus.Expired,
            Standing.Withdrawn => OfferStatus.Withdrawn,
            Standing.Filled => OfferStatus.Filled,
            _ => null,
        });

    private Standing StandingOf(StaffOfferLine offer) => JobOffer.StandingOf(offer.Status, offer.ValidUntil, Clock.Today);
}
