using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions.Web;
using Smss.Platform.Accounts;
using Smss.Platform.Data;

namespace Smss.Platform.Pages.Panel;

/// <summary>The code of the second factor, within five minutes of the password.</summary>
[AllowAnonymous]
internal sealed class SecondStepModel(PlatformDbContext db, SecondFactor secondFactor, SignInBrake brake, Sessions sessions, StaffAccounts accounts, Carried carried) : PanelPage
{
    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true, Name = AccountSetup.ReturnTo)]
    public string? ReturnTo { get; set; }

    /// <summary>A form whose session ended, sealed: it comes back after sign-in.</summary>
    [BindProperty(Name = Accounts.Carried.Field)]
    public string? Carried { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Title = T("platform.code.title");
        return await AccountAsync(cancellation) is null ? Redirect(Href(AccountSetup.SignInPath)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Title = T("platform.code.title");
        if (await AccountAsync(cancellation) is not { } account) return Redirect(Href(AccountSetup.SignInPath));
        // The password was asked just now, and brought a form along.
        if (!Request.Form.ContainsKey("code")) return Page();
        var attempt = new Try("code", account.Id.ToString(), ClientOf.Request(HttpContext), sessions.KnownBrowser(account.Id));
        bool free = await brake.EnterAsync(attempt, cancellation);
        if (!free || !await secondFactor.TakeAsync(account, Code, cancellation))
        {
            Refuse("code", free ? "platform.code.wrong" : "platform.sign-in.slow", ("minutes", (int)SignInBrake.Window.TotalMinutes));
            return Page();
        }
        await brake.ForgiveAsync(attempt, cancellation);
        await sessions.BeginAsync(account);
        await accounts.NoteSignInAsync(account, cancellation);
        return carried.PathOf(Carried) is { } form ? RedirectPreserveMethod(form) : Redirect(SignInModel.Destination(ReturnTo));
    }

    private async Task<Account?> AccountAsync(CancellationToken cancellation) =>
        await Sessions.AccountOfAsync((await HttpContext.AuthenticateAsync(Sessions.SecondStep)).Principal, db, cancellation);
}
