using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre;

/// <summary>Live offers as open data, the newest first.</summary>
internal static class OffersApi
{
    private const int PageSize = 100;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("offers", ListAsync).AllowAnonymous().WithName("activitycentre-offers");

    private static async Task<Ok<OfferPage>> ListAsync(ActivityCentreDbContext db, CityClock clock, int page = 1, CancellationToken cancellation = default)
    {
        page = Math.Clamp(page, 1, 10_000);
        DateOnly today = clock.Today;
        List<OfferEntry> offers = await db.Offers.AsNoTracking().Where(o => o.Status == OfferStatus.Published && o.ValidUntil >= today)
            .OrderByDescending(o => o.PublishedOn).ThenByDescending(o => o.Id).Skip((page - 1) * PageSize).Take(PageSize + 1)
            .Select(o => new OfferEntry(
                o.Id, o.Title, o.Employer == null ? null : o.Employer.Name, o.Occupation, o.OccupationCode, o.Place, o.Contract.ToString(), o.Hours,
                o.PayFrom, o.PayTo, o.PayPeriod.ToString(), o.PublishedOn!.Value, o.ValidUntil!.Value, o.Vacancies, o.PlacesForDisabled,
                o.NoExperience, o.Source == Source.Sample))
            .ToListAsync(cancellation);
        return TypedResults.Ok(new OfferPage(page, offers.Count > PageSize ? page + 1 : null, [.. offers.Take(PageSize)]));
    }
}

/// <param name="Page">From 1.</param>
/// <param name="Next">The next page; null when this is the last one.</param>
/// <param name="Offers">At most a hundred.</param>
internal sealed record OfferPage(int Page, int? Next, IReadOnlyList<OfferEntry> Offers);

/// <summary>An offer as open data; amounts are gross, in grosze.</summary>
internal sealed record OfferEntry(
    Guid Id, string Title, string? Employer, string? Occupation, string? OccupationCode, string? Place, string Contract, string? Hours,
    int? PayFrom, int? PayTo, string PayPeriod, DateOnly PublishedOn, DateOnly ValidUntil, int Vacancies, int PlacesForDisabled,
    bool NoExperience, bool IsSample);
