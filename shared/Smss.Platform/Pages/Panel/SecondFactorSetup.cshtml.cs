using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions.Web;
using Smss.Platform.Accounts;

namespace Smss.Platform.Pages.Panel;

/// <summary>Sets up the second factor, or a new one for a new phone; nothing is kept until its first code was right.</summary>
[Authorize(RolePermissions.Own)]
internal sealed class SecondFactorSetupModel(StaffAccounts accounts, SecondFactor secondFactor, OwnPassword own, Sessions sessions) : PanelPage
{
    [BindProperty(Name = "secret")]
    public string? Secret { get; set; }

    public string Readable { get; private set; } = "";
    public string Link { get; private set; } = "";
    public string Picture { get; private set; } = "";

    /// <summary>Recovery codes, shown this once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public void OnGet()
    {
        Secret = null;
        Show();
    }

    public async Task<IActionResult> OnPostAsync(string? code, string? current, CancellationToken cancellation)
    {
        Show();
        Account account = (await accounts.FindAsync(Me.Id, cancellation))!;
        if (secondFactor.StepOf(Secret!, code) is not { } step) Refuse("code", "platform.code.wrong");
        else if (await own.RefusalAsync(account, current, cancellation) is { } wrong) Refuse("current", wrong, ("minutes", (int)SignInBrake.Window.TotalMinutes));
        else
        {
            Codes = await accounts.SetSecondFactorAsync(account, Secret!, step, cancellation);
            await sessions.BeginAsync(account);
        }
        return Page();
    }

    private void Show()
    {
        Title = T("platform.second-factor");
        if (!secondFactor.IsOurs(Secret)) Secret = secondFactor.Propose();
        Readable = string.Join(' ', secondFactor.Readable(Secret!).Chunk(4).Select(c => new string(c)));
        Link = secondFactor.Link(Secret!, Me.Name);
        Picture = SecondFactor.Picture(Link);
    }
}
