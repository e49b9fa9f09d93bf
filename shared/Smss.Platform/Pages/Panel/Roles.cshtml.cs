using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions.Texts;
using Smss.Abstractions.Web;
using Smss.Platform.Accounts;

namespace Smss.Platform.Pages.Panel;

/// <summary>All roles, and a new one.</summary>
[Authorize(Administration.Roles)]
internal sealed class RolesModel(Roles roles, RolePermissions permissions) : PanelPage
{
    private Dictionary<string, int> _holders = [];

    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    public IReadOnlyList<Role> Found { get; private set; } = [];

    public int PermissionsOf(Role role) => permissions.ToGive.Count(role.Holds);

    public int HoldersOf(Role role) => _holders.GetValueOrDefault(role.Id);

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Name = PlainText.Line(Name);
        if (RoleDetailsModel.Refusal(Name) is { } refusal) Refuse("name", refusal, ("most", Role.LongestName));
        else if (await roles.MakeAsync(Me, Name, cancellation) is { } made) return Redirect("/panel/platform/role/" + made.Id);
        else Refuse("name", "platform.role.name.taken");
        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Title = T("platform.roles");
        Found = await roles.ListAsync(cancellation);
        _holders = await roles.HoldersAsync(cancellation);
    }
}
