using Smss.Platform.Modules;

namespace Smss.Platform.Web;

/// <summary>One line of a form of the panel.</summary>
internal sealed record FieldView(string Name, string Label)
{
    public string Type { get; init; } = "text";
    public string? Value { get; init; }
    public string? Hint { get; init; }
    public string? Wrong { get; init; }
    public string Autocomplete { get; init; } = "off";

    /// <summary>Ids of what explains the field to a screen reader.</summary>
    public string? DescribedBy => (Hint, Wrong) switch
    {
        (null, null) => null,
        (_, null) => Name + "-hint",
        (null, _) => Name + "-wrong",
        _ => $"{Name}-wrong {Name}-hint",
    };
}

/// <summary>The panel's navigation, as far as somebody's permissions go.</summary>
internal sealed class PanelNavigation(IEnumerable<PanelLink> links)
{
    public IEnumerable<PanelLink> For(System.Security.Claims.ClaimsPrincipal user) =>
        links.Where(l => user.HasClaim(Abstractions.Web.PanelPage.PermissionClaim, l.Permission)).OrderBy(l => l.Order);
}
