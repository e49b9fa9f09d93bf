using Smss.Abstractions.Facts;

namespace Smss.Abstractions.Contracts.ActivityCentre;

/// <summary>A job offer became visible.</summary>
/// <param name="OfferId">Its id.</param>
/// <param name="OccupationCode">Six-digit KZiS code; null when unknown.</param>
/// <param name="Place">Estate or town, Polish nominative; null when not said.</param>
[Fact("activitycentre.offer-published")]
public sealed record JobOfferPublished(Guid OfferId, string? OccupationCode, string? Place) : IFact;
