using Smss.Abstractions.Data;
using Smss.Understanding;

namespace Smss.Modules.ActivityCentre.Model;

/// <summary>A firm or institution that offers work or takes interns.</summary>
internal sealed class Employer : IVersioned
{
    public Guid Id { get; init; }
    public required string Name
    {
        get;
        set => (field, Folded) = (value, Folding.Fold(value));
    }

    /// <summary>The name as it is looked for: "zaklad" finds "Zakład" on both databases.</summary>
    public string Folded { get; private set; } = "";

    /// <summary>Of the firm, for the staff; residents see what each offer says.</summary>
    public string? Phone { get; set; }
    public string? Email { get; set; }
    public bool TakesInterns { get; set; }
    public bool IsSample { get; init; }
    public int Version { get; private set; }
}
