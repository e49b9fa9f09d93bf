using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions.Web;
using Smss.Platform.Accounts;

namespace Smss.Platform.Pages.Panel;

/// <summary>Sets the password behind a one-time link. Looking at the page does not use the link up.</summary>
[AllowAnonymous]
internal sealed partial class InvitationModel(OneTimeLinks links, StaffAccounts accounts, Passwords passwords) : PanelPage
{
    [FromRoute(Name = "token")]
    public string Token { get; set; } = "";

    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    [BindProperty(Name = "again")]
    public string? Again { get; set; }

    public bool Works { get; private set; }
    public bool IsFirst { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is not { } link) return Page();
        if (!Form().IsMatch(Name ?? "")) Refuse("name", "platform.account.name.wrong");
        if (passwords.Refusal(Password, Name ?? "") is { } refusal) Refuse("password", refusal);
        else if (Password != Again) Refuse("again", "platform.password.differs");
        if (!ModelState.IsValid) return Page();
        if (await accounts.AcceptAsync(link, Name!, Password!, Language, cancellation) is not null) return Redirect(Href(AccountSetup.SignInPath) + "?haslo=true");
        Works = false;
        return Page();
    }

    /// <summary>What a sign-in name looks like.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9](?:[A-Za-z0-9._-]{1,62})[A-Za-z0-9]\z", RegexOptions.CultureInvariant)]
    internal static partial Regex Form();

    private async Task<OneTimeLink?> LoadAsync(CancellationToken cancellation)
    {
        OneTimeLink? link = await links.FindAsync(Token, cancellation);
        Account? account = link?.AccountId is { } id ? await accounts.FindAsync(id, cancellation) : null;
        Works = link is not null && (link.AccountId is null || account is { IsEnabled: true });
        IsFirst = Works && account is null;
        if (account is not null) Name = account.Name;
        Title = T(Works ? "platform.invitation" : "platform.invitation.gone.title");
        if (!Works) Response.StatusCode = StatusCodes.Status404NotFound;
        return Works ? link : null;
    }
}
