using System.Globalization;
using Smss.Modules.ActivityCentre.Model;
using Smss.Understanding;

namespace Smss.Modules.ActivityCentre.Search;

/// <summary>
/// Filters as words of the index, so that the index alone intersects them. Each begins with "q" and a digit, which no
/// stem of a language does.
/// </summary>
internal static class Facets
{
    public const string Any = "q0";
    public const string NoExperience = "q1";
    public const string Nights = "q2";
    public const string Free = "q3";
    public const string ForDisabled = "q4";

    private static readonly string[] NightWords = ["nocn", "nocy", "nocki", "trzyzmian", "3 zmian", "calodobow"];

    public static string Place(string place) => "q5" + Plain(place);

    public static string Kind(Contract contract) => "q6" + contract.ToString().ToLowerInvariant();

    public static string Occupation(string code) => "q7" + code;

    /// <summary>The four digits that KZiS shares with ISCO-08.</summary>
    public static string Group(string code) => "q8" + code[..4];

    public static string Of(JobOffer offer)
    {
        var facets = new List<string> { Any, Kind(offer.Contract) };
        if (offer.Place is { Length: > 0 } place) facets.Add(Place(place));
        if (offer.OccupationCode is { Length: 6 } code) facets.AddRange([Occupation(code), Group(code)]);
        if (offer.NoExperience) facets.Add(NoExperience);
        if (offer.PlacesForDisabled > 0) facets.Add(ForDisabled);
        string when = Folding.Fold(string.Create(CultureInfo.InvariantCulture, $"{offer.Title} {offer.Hours} {offer.Description}"));
        if (NightWords.Any(w => when.Contains(w, StringComparison.Ordinal))) facets.Add(Nights);
        return string.Join(' ', facets);
    }

    public static string Of(Training training)
    {
        var facets = new List<string> { Any };
        if (training.Place is { Length: > 0 } place) facets.Add(Place(place));
        if (training.Price == 0) facets.Add(Free);
        return string.Join(' ', facets);
    }

    private static string Plain(string text) => string.Concat(Folding.Fold(text).Where(char.IsLetterOrDigit));
}
