namespace Smss.Modules.Initiatives.Search;

/// <summary>Which released initiatives, in what order.</summary>
internal sealed record InitiativeQuery
{
    /// <summary>Stems, all of which must occur.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Estate, Polish nominative.</summary>
    public string? Place { get; init; }

    /// <summary>Most supported first; otherwise the newest.</summary>
    public bool ByTopSupport { get; init; }
}
