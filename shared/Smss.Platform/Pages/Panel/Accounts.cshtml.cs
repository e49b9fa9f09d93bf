using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions.Web;
using Smss.Platform.Accounts;
using Smss.Platform.Data;

namespace Smss.Platform.Pages.Panel;

/// <summary>Who may come in, and invitations.</summary>
[Authorize(Administration.Accounts)]
internal sealed class AccountsModel(PlatformDbContext db, StaffAccounts accounts, Roles roles, RolePermissions permissions) : PanelPage
{
    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    [BindProperty(Name = "roles")]
    public string[] Chosen { get; set; } = [];

    public IReadOnlyList<Role> AllRoles { get; private set; } = [];
    public IReadOnlyList<Account> Found { get; private set; } = [];

    /// <summary>The link of a new invitation, shown this once.</summary>
    public string? Link { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Name = Name?.Trim();
        if (!InvitationModel.Form().IsMatch(Name ?? "")) Refuse("name", "platform.account.name.wrong");
        else if ((Link = await accounts.InviteAsync(Me, Name!, Chosen, Language, cancellation)) is null) Refuse("name", "platform.account.name.taken");
        await LoadAsync(cancellation);
        return Page();
    }

    public string StateOf(Account account) => account switch
    {
        { IsEnabled: false } => "platform.account.disabled",
        { PasswordHash: null } => "platform.account.invited",
        _ when permissions.MustSetSecondFactor(account) => "platform.account.without-second-factor",
        _ => "platform.account.enabled",
    };

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Title = T("platform.accounts");
        AllRoles = await roles.ListAsync(cancellation);
        Found = await db.Set<Account>().AsNoTracking().OrderBy(a => a.NormalizedUserName).ToListAsync(cancellation);
    }
}
