namespace Smss.Modules.ActivityCentre.Model;

/// <summary>A firm or institution that offers work or takes interns.</summary>
internal sealed class Employer
{
    public Guid Id { get; init; }
    public required string Name { get; init; }
    public bool IsSample { get; init; }
}
