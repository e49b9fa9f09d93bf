using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Search;

/// <summary>What offers are looked for.</summary>
internal sealed record OfferQuery
{
    /// <summary>Stems; every one must be found, unless the occupation's code is.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
    public string? OccupationCode { get; init; }
    public string? Place { get; init; }
    public Contract? Contract { get; init; }
    public bool NoExperience { get; init; }
    public bool NoNights { get; init; }
    public bool ForDisabled { get; init; }

    public Match ToMatch()
    {
        List<string> with = [];
        if (Place is { } place) with.Add(Facets.Place(place));
        if (Contract is { } contract) with.Add(Facets.Kind(contract));
        if (NoExperience) with.Add(Facets.NoExperience);
        if (ForDisabled) with.Add(Facets.ForDisabled);
        string[] codes = OccupationCode is { Length: 6 } code ? [Facets.Occupation(code), Facets.Group(code)] : [];
        return new Match(Words, codes, with, NoNights ? [Facets.Nights] : []);
    }
}

/// <summary>What was found, best first, and what had to be given up to find it.</summary>
internal sealed record OfferHits(IReadOnlyList<Guid> Ids, bool InOtherPlaces, bool IsCorrected)
{
    /// <summary>More match than are ranked.</summary>
    public bool IsCut => Ids.Count == OfferSearch.Ranked;
}
