using Smss.Platform.Modules;

namespace Smss.Platform.Web;

/// <summary>The panel's navigation, as far as somebody's permissions go.</summary>
internal sealed class PanelNavigation(IEnumerable<PanelLink> links)
{
    public IEnumerable<PanelLink> For(System.Security.Claims.ClaimsPrincipal user) =>
        links.Where(l => user.HasClaim(Abstractions.Web.PanelPage.PermissionClaim, l.Permission)).OrderBy(l => l.Order);
}
