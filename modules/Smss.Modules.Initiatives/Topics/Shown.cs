using Smss.Modules.Initiatives.Search;

namespace Smss.Modules.Initiatives.Topics;

/// <summary>What the topic showed last; kept with the conversation.</summary>
internal sealed record Shown
{
    /// <summary>The list, for its next page; null when one initiative was shown.</summary>
    public InitiativeQuery? Query { get; init; }

    /// <summary>Where the next page begins.</summary>
    public int Next { get; init; }

    /// <summary>Numbers on the page, in its order.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>The one spoken of ("popieram ten pomysł").</summary>
    public string? Picked { get; init; }
}
