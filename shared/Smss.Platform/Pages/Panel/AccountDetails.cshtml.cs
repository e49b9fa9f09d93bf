using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions.Web;
using Smss.Platform.Accounts;

namespace Smss.Platform.Pages.Panel;

/// <summary>One account of somebody else. Nobody changes their own rights, so somebody always administers.</summary>
[Authorize(Administration.Accounts)]
internal sealed class AccountDetailsModel(StaffAccounts accounts, Roles roles) : PanelPage
{
    [BindProperty(SupportsGet = true, Name = "zapisano")]
    public bool Done { get; set; }

    public Account Account { get; private set; } = new();
    public string? Link { get; private set; }
    public IReadOnlyList<Role> AllRoles { get; private set; } = [];
    public bool IsMe => Account.Id == Me.Id;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await FindAsync(id, cancellation) ? Page() : NotFound();

    public Task<IActionResult> OnPostRolesAsync(Guid id, string? stamp, [Bind(Prefix = "roles")] string[] chosen, CancellationToken cancellation) =>
        ChangeAsync(id, stamp, () => accounts.SetRolesAsync(Me, Account, chosen, cancellation), cancellation);

    public Task<IActionResult> OnPostEnabledAsync(Guid id, string? stamp, bool enabled, CancellationToken cancellation) =>
        ChangeAsync(id, stamp, () => accounts.SetEnabledAsync(Me, Account, enabled, cancellation), cancellation);

    public Task<IActionResult> OnPostSecondFactorAsync(Guid id, string? stamp, CancellationToken cancellation) =>
        ChangeAsync(id, stamp, () => accounts.ForgetSecondFactorAsync(Me, Account, cancellation), cancellation);

    public async Task<IActionResult> OnPostLinkAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation)) return NotFound();
        if (IsMe || !Account.IsEnabled) return Forbid();
        Link = await accounts.LinkAsync(Me, Account, cancellation);
        return Page();
    }

    private async Task<IActionResult> ChangeAsync(Guid id, string? stamp, Func<Task> change, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation)) return NotFound();
        if (IsMe) return Forbid();
        try
        {
            if (stamp != Account.ConcurrencyStamp) throw new DbUpdateConcurrencyException();
            await change();
            return Redirect($"/panel/platform/konta/{id}?zapisano=true");
        }
        catch (DbUpdateConcurrencyException)
        {
            await FindAsync(id, cancellation);
            Refuse("", "platform.changed-meanwhile");
            return Page();
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(id, cancellation) is not { } found) return false;
        Account = found;
        AllRoles = await roles.ListAsync(cancellation);
        Title = found.Name;
        return true;
    }
}
