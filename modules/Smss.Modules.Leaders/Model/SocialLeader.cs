using Smss.Abstractions.Data;

namespace Smss.Modules.Leaders.Model;

/// <summary>A trained person of the estate who runs a point.</summary>
internal sealed class SocialLeader : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid PointId { get; set; }
    /// <summary>As they wish to be called; null shows the role only.</summary>
    public string? Name { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }
    /// <summary>Their account in the panel: it makes this point "my point". Null for who has none.</summary>
    public Guid? AccountId { get; set; }
    public int Version { get; private set; }
    public bool IsSample { get; init; }
}
