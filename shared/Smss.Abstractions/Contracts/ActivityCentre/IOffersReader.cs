namespace Smss.Abstractions.Contracts.ActivityCentre;

/// <summary>Live job offers for topics of other modules and of plugins. Optional: inject <c>IEnumerable&lt;IOffersReader&gt;</c>.</summary>
public interface IOffersReader
{
    /// <summary>The best live offers; expired, withdrawn or filled ones are never among them.</summary>
    /// <param name="wanted">What is looked for.</param>
    /// <param name="most">At most so many, up to 10.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<IReadOnlyList<OfferFound>> FindAsync(OffersWanted wanted, int most, CancellationToken cancellation);
}

/// <summary>What offers are looked for; what is null or false does not matter.</summary>
public sealed record OffersWanted
{
    /// <summary>Name of the occupation, Polish nominative singular, as in the slot of a message.</summary>
    public string? Occupation { get; init; }

    /// <summary>Six-digit KZiS code of <see cref="Occupation"/>.</summary>
    public string? OccupationCode { get; init; }

    /// <summary>Estate or town, Polish nominative.</summary>
    public string? Place { get; init; }

    /// <summary>Only offers that keep places for people with disabilities.</summary>
    public bool ForPeopleWithDisabilities { get; init; }

    /// <summary>Only offers that ask for no experience.</summary>
    public bool NoExperience { get; init; }
}

/// <summary>One offer as a list tells it.</summary>
/// <param name="Title">Title, Polish, as the employer wrote it.</param>
/// <param name="Place">Estate or town; null when not said.</param>
/// <param name="Employer">Name of the employer; null when it is kept back.</param>
/// <param name="Path">Page of the offer, without language (<c>/praca/…</c>).</param>
/// <param name="IsSample">Marked "dane przykładowe" wherever it is shown.</param>
public sealed record OfferFound(string Title, string? Place, string? Employer, string Path, bool IsSample);
