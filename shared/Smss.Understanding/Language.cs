namespace Smss.Understanding;

/// <summary>The languages a resident may write in. Russian counts as <see cref="Uk"/>, the language it is answered in.</summary>
public enum Language
{
    /// <summary>Polish.</summary>
    Pl,
    /// <summary>Ukrainian, in Cyrillic or in Latin letters.</summary>
    Uk,
    /// <summary>English.</summary>
    En,
    /// <summary>Recognised as none of the three.</summary>
    Other,
}

/// <summary>Codes of <see cref="Language"/> as they stand in files, URLs and the database.</summary>
public static class Languages
{
    /// <summary>The three languages in which every text exists, in the order in which they are offered.</summary>
    public static IReadOnlyList<Language> Spoken { get; } = [Language.Pl, Language.Uk, Language.En];

    /// <summary>ISO 639-1 code: <c>pl</c>, <c>uk</c>, <c>en</c>; <c>other</c> otherwise.</summary>
    public static string Code(this Language language) => language switch
    {
        Language.Pl => "pl",
        Language.Uk => "uk",
        Language.En => "en",
        _ => "other",
    };

    /// <summary>The language of a BCP 47 tag ("uk-UA", "pl"), or <see cref="Language.Other"/>.</summary>
    public static Language Of(string? tag) => (tag is { Length: >= 2 } ? tag[..2].ToLowerInvariant() : "") switch
    {
        "pl" => Language.Pl,
        "uk" => Language.Uk,
        "en" => Language.En,
        _ => Language.Other,
    };
}
