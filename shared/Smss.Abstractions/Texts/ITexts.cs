using Smss.Understanding;

namespace Smss.Abstractions.Texts;

/// <summary>Texts of the platform and of all enabled modules, in three languages, from <c>Texts/&lt;lang&gt;.json</c> of each.</summary>
/// <remarks>
/// A value is a string with <c>{name}</c> places, or an object of plural forms chosen by the value named <c>count</c>:
/// <c>one</c>, <c>few</c>, <c>many</c> for Polish and Ukrainian, <c>one</c>, <c>other</c> for English (CLDR rules for whole numbers).
/// Days (<see cref="DateOnly"/>) and times (<see cref="TimeOnly"/>) are written as people say them.
/// </remarks>
public interface ITexts
{
    /// <summary>The text with its places filled.</summary>
    /// <exception cref="KeyNotFoundException">No such key: a mistake of the module, never of the resident.</exception>
    string Get(Language language, string key, params ReadOnlySpan<(string Name, object? Value)> values);

    /// <summary>Whether there is such a key.</summary>
    bool Has(string key);
}
