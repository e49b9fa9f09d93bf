using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions.Web;
using Smss.Platform.Accounts;
using Smss.Platform.HandOvers;

namespace Smss.Platform.Pages.Panel;

/// <summary>Ends the session of this browser.</summary>
[Authorize(RolePermissions.Own)]
internal sealed class SignOutModel(OnDuty duty) : PanelPage
{
    public void OnGet() => Title = T("platform.sign-out");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (User.Identity?.IsAuthenticated == true) await duty.EndAsync(Me, cancellation);
        await HttpContext.SignOutAsync(Sessions.Scheme);
        return Redirect(Href(AccountSetup.SignInPath));
    }
}
