using Microsoft.AspNetCore.Authorization;
using Smss.Abstractions.Web;
using Smss.Platform.Accounts;

namespace Smss.Platform.Pages.Panel;

/// <summary>The panel's first page: what somebody may do.</summary>
[Authorize(RolePermissions.Own)]
internal sealed class HomeModel(StaffAccounts accounts, RolePermissions roles) : PanelPage
{
    public bool NeedsSecondFactor { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Title = T("platform.panel");
        NeedsSecondFactor = roles.MustSetSecondFactor((await accounts.FindAsync(Me.Id, cancellation))!);
    }
}
