using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions.Texts;
using Smss.Abstractions.Web;
using Smss.Platform.Accounts;
using Smss.Platform.Modules;

namespace Smss.Platform.Pages.Panel;

/// <summary>What one role may do. Nobody changes a role they have themselves.</summary>
[Authorize(Administration.Roles)]
internal sealed class RoleDetailsModel(Roles roles, RolePermissions permissions) : PanelPage
{
    [BindProperty(SupportsGet = true, Name = "zapisano")]
    public bool Done { get; set; }

    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    [BindProperty(Name = "permissions")]
    public string[]? Chosen { get; set; }

    [BindProperty(Name = "stamp")]
    public string? Stamp { get; set; }

    public Role Role { get; private set; } = new() { Id = "" };
    public bool IsMine { get; private set; }
    public int Holders { get; private set; }
    public IReadOnlyList<Permission> Permissions => permissions.ToGive;

    public bool IsChosen(Permission permission) => Stamp is null ? Role.Holds(permission) : Chosen?.Contains(permission.Id) == true;

    /// <summary>Somebody decided otherwise since the form was shown, or it was changed in the form.</summary>
    public bool DiffersNow(Permission permission) => Stamp is not null && IsChosen(permission) != Role.Holds(permission);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation) => await FindAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSaveAsync(string id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation)) return NotFound();
        if (IsMine) return Forbid();
        Name = PlainText.Line(Name);
        if (Role.IsOwn && Refusal(Name) is { } refusal) Refuse("name", refusal, ("most", Role.LongestName));
        if (!ModelState.IsValid) return Page();
        switch (await roles.ChangeAsync(Me, id, Stamp, Name, Chosen ?? [], cancellation))
        {
            case RoleChange.Done: return Redirect($"/panel/platform/role/{id}?zapisano=true");
            case RoleChange.NameTaken: Refuse("name", "platform.role.name.taken"); break;
            default:
                Refuse("", "platform.role.stale");
                Stamp = Role.Stamp;
                break;
        }
        return Page();
    }

    public async Task<IActionResult> OnPostDeleteAsync(string id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation)) return NotFound();
        if (IsMine || !Role.IsOwn) return Forbid();
        if (await roles.DeleteAsync(Me, id, cancellation)) return Redirect("/panel/platform/role");
        Refuse("", "platform.role.in-use", ("count", Holders));
        return Page();
    }

    internal static string? Refusal(string name) => name.Length is < 3 or > Role.LongestName ? "platform.role.name.wrong" : null;

    private async Task<bool> FindAsync(string id, CancellationToken cancellation)
    {
        if (await roles.FindAsync(id, cancellation) is not { } found) return false;
        Role = found;
        Title = found.NameFor(this);
        IsMine = await roles.HasAsync(Me, found, cancellation);
        Holders = (await roles.HoldersAsync(cancellation)).GetValueOrDefault(found.Id);
        return true;
    }
}
