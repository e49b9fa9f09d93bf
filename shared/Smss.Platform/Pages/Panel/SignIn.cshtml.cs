using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;
using Smss.Abstractions.Web;
using Smss.Platform.Accounts;

namespace Smss.Platform.Pages.Panel;

/// <summary>Name and password. A name that nobody has, a wrong password and a disabled account are answered alike.</summary>
[AllowAnonymous]
internal sealed class SignInModel(
    UserManager<Account> users, Passwords passwords, SignInBrake brake, Sessions sessions, StaffAccounts accounts, RolePermissions roles, Carried carried, ILogger<SignInModel> log)
    : PanelPage
{
    private const int LongestName = 100;

    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true, Name = AccountSetup.ReturnTo)]
    public string? ReturnTo { get; set; }

    [BindProperty(SupportsGet = true, Name = "haslo")]
    public bool Done { get; set; }

    /// <summary>A form whose session ended, sealed: it comes back after sign-in.</summary>
    [BindProperty(Name = Accounts.Carried.Field)]
    public string? Carried { get; set; }

    public void OnGet()
    {
        Title = T("platform.sign-in");
        Carried = Accounts.Carried.Of(HttpContext);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Title = T("platform.sign-in");
        Done = false;
        string name = (Name ?? "").Trim();
        Account? account = name.Length is > 0 and <= LongestName ? await users.FindByNameAsync(name) : null;
        var attempt = new Try("password", name.ToUpperInvariant(), ClientOf.Request(HttpContext), sessions.KnownBrowser(account?.Id));
        if (!await brake.EnterAsync(attempt, cancellation)) return Again("platform.sign-in.slow");
        if (!passwords.Matches(account, Password))
        {
            log.LogWarning("A sign-in was refused");
            return Again("platform.sign-in.wrong");
        }
        await brake.ForgiveAsync(attempt, cancellation);
        if (account!.SecondFactor is not null)
        {
            await sessions.BeginSecondStepAsync(account);
            return carried.PathOf(Carried) is null ? Redirect(Href("/panel/kod") + Query()) : RedirectPreserveMethod(Href("/panel/kod"));
        }
        await sessions.BeginAsync(account);
        await accounts.NoteSignInAsync(account, cancellation);
        if (roles.MustSetSecondFactor(account)) return Redirect("/panel/platform/moje/drugi-skladnik");
        return carried.PathOf(Carried) is { } form ? RedirectPreserveMethod(form) : Redirect(Destination(ReturnTo));
    }

    /// <summary>A page of the panel, or its first: an address from outside leads nowhere else.</summary>
    internal static string Destination(string? asked) =>
        asked is not null && (asked == "/panel" || asked.StartsWith("/panel/", StringComparison.Ordinal)) && !asked.Contains('\\', StringComparison.Ordinal) && !asked.Any(char.IsControl)
            ? asked
            : "/panel";

    private string Query() => Destination(ReturnTo) is var to and not "/panel" ? $"?{AccountSetup.ReturnTo}={Uri.EscapeDataString(to)}" : "";

    private PageResult Again(string key)
    {
        Refuse("", key, ("minutes", (int)SignInBrake.Window.TotalMinutes));
        return Page();
    }
}
