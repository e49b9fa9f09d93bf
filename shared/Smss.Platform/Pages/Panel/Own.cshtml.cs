using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions.Texts;
using Smss.Abstractions.Web;
using Smss.Platform.Accounts;
using Smss.Platform.HandOvers;
using Smss.Understanding;

namespace Smss.Platform.Pages.Panel;

/// <summary>One's own account: password and language. A new password ends every other session.</summary>
[Authorize(RolePermissions.Own)]
internal sealed class OwnModel(StaffAccounts accounts, OwnPassword own, Passwords passwords, Sessions sessions) : PanelPage
{
    [BindProperty(SupportsGet = true, Name = "zapisano")]
    public bool Done { get; set; }

    public bool LargeText { get; private set; }
    public bool HasSecondFactor { get; private set; }
    public string? ShownName { get; private set; }
    public string Roles { get; private set; } = "";

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostReadingAsync(string? jezyk, bool duze, CancellationToken cancellation)
    {
        Account account = await LoadAsync(cancellation);
        if (Languages.Of(jezyk) is var language && Languages.Spoken.Contains(language)) await accounts.SetReadingAsync(account, language, duze, cancellation);
        return Redirect("/panel/platform/moje?zapisano=true");
    }

    public async Task<IActionResult> OnPostShownNameAsync(string? shownName, CancellationToken cancellation)
    {
        Account account = await LoadAsync(cancellation);
        ShownName = PlainText.Line(shownName) is { Length: > 0 } name ? name : null;
        if (ShownName?.Length > PersonName.Longest)
        {
            Refuse("shownName", "platform.account.shown-name.long", ("longest", PersonName.Longest));
            return Page();
        }
        await accounts.SetShownNameAsync(account, ShownName, cancellation);
        return Redirect("/panel/platform/moje?zapisano=true");
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? current, string? password, string? again, CancellationToken cancellation)
    {
        Account account = await LoadAsync(cancellation);
        if (await own.RefusalAsync(account, current, cancellation) is { } wrong) Refuse("current", wrong, ("minutes", (int)SignInBrake.Window.TotalMinutes));
        else if (passwords.Refusal(password, account.Name) is { } refusal) Refuse("password", refusal);
        else if (password != again) Refuse("again", "platform.password.differs");
        if (!ModelState.IsValid) return Page();
        await accounts.ChangePasswordAsync(account, password!, cancellation);
        await sessions.BeginAsync(account);
        return Redirect("/panel/platform/moje?zapisano=true");
    }

    private async Task<Account> LoadAsync(CancellationToken cancellation)
    {
        Title = T("platform.own");
        Account account = (await accounts.FindAsync(Me.Id, cancellation))!;
        ShownName = account.ShownName;
        LargeText = account.LargeText;
        HasSecondFactor = account.SecondFactor is not null;
        Roles = Role.NamesFor(this, account.Roles);
        return account;
    }
}
