using Smss.Abstractions.Contracts.ActivityCentre;

namespace Smss.Modules.ActivityCentre.Search;

/// <summary>Offers for other modules and plugins.</summary>
internal sealed class OffersReader(OfferSearch search) : IOffersReader
{
    private const int Most = 10;

    public async ValueTask<IReadOnlyList<OfferFound>> FindAsync(OffersWanted wanted, int most, CancellationToken cancellation)
    {
        OfferHits hits = await search.FindAsync(new OfferQuery
        {
            Words = wanted.Occupation is { } occupation ? [.. Stems.Of(occupation)] : [],
            OccupationCode = wanted.OccupationCode, Place = wanted.Place, NoExperience = wanted.NoExperience, ForDisabled = wanted.ForPeopleWithDisabilities,
        }, cancellation);
        return [.. (await search.LoadAsync(hits.Ids.Take(Math.Min(most, Most)), cancellation)).Select(o => new OfferFound(o.Title, o.Place, o.Employer, $"/praca/{o.Id}", o.IsSample))];
    }
}
