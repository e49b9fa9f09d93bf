using Microsoft.AspNetCore.Authorization;
using Smss.Abstractions.Modules;
using Smss.Abstractions.Web;
using Smss.Platform.Accounts;
using Smss.Platform.Web;

namespace Smss.Platform.Pages.Panel;

/// <summary>The panel's first page: what needs doing today.</summary>
[Authorize(RolePermissions.Own)]
internal sealed class HomeModel(StaffAccounts accounts, RolePermissions roles, MyDay day) : PanelPage
{
    public bool NeedsSecondFactor { get; private set; }
    public IReadOnlyList<DayEntry> Entries { get; private set; } = [];

    /// <summary>Whether something may be missing from the list.</summary>
    public bool Incomplete { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Title = T("platform.day");
        NeedsSecondFactor = roles.MustSetSecondFactor((await accounts.FindAsync(Me.Id, cancellation))!);
        (Entries, Incomplete) = await day.OfAsync(this, cancellation);
    }

    public static string Heading(DayGroup group) => "platform.day." + group.ToString().ToLowerInvariant();
}
