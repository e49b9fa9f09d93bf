namespace Smss.Modules.Leaders.Model;

/// <summary>A trained person of the estate who runs a point.</summary>
internal sealed class SocialLeader
{
    public required Guid Id { get; init; }
    public required Guid PointId { get; init; }
    /// <summary>As they wish to be called; null shows the role only.</summary>
    public string? Name { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }
    public bool IsSample { get; init; }
}
