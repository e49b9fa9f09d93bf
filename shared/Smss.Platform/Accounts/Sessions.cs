using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Web;
using Smss.Platform.Data;

namespace Smss.Platform.Accounts;

/// <summary>Who is signed in: the cookie says which account, the database says at every request whether it still may.</summary>
internal sealed class Sessions(IHttpContextAccessor http, Settings settings, IDataProtectionProvider protection)
{
    public const string Scheme = "staff", SecondStep = "staff-second-step";
    private static readonly TimeSpan KnownFor = TimeSpan.FromDays(90);
    private readonly ITimeLimitedDataProtector _known = protection.CreateProtector("known-browser").ToTimeLimitedDataProtector();

    private HttpContext Http => http.HttpContext!;

    /// <summary>Begins a session; a fresh cookie, whatever the browser had before.</summary>
    public async Task BeginAsync(Account account)
    {
        await Http.SignOutAsync(SecondStep);
        await Http.SignInAsync(Scheme, Ticket(account, Scheme));
        Http.Response.Cookies.Append(
            CookieName(settings, "smss-browser"), _known.Protect($"{account.Id} {Secrets.Token()}", KnownFor),
            new CookieOptions { HttpOnly = true, Secure = IsSecure(settings), SameSite = SameSiteMode.Lax, MaxAge = KnownFor, IsEssential = true });
    }

    /// <summary>The password was right; the second factor is asked next.</summary>
    public Task BeginSecondStepAsync(Account account) => Http.SignInAsync(SecondStep, Ticket(account, SecondStep));

    /// <summary>Mark of this browser, when the account signed in from it before.</summary>
    public string? KnownBrowser(Guid? accountId) => Mark() is { } mark && accountId is not null && mark.StartsWith(accountId + " ", StringComparison.Ordinal) ? mark : null;

    /// <summary>Who signed in last from this browser. A form that another site sends brings no cookie, so nobody.</summary>
    public Guid? LastAccount() => Guid.TryParse(Mark()?.Split(' ')[0], out Guid id) ? id : null;

    private string? Mark()
    {
        if (!Http.Request.Cookies.TryGetValue(CookieName(settings, "smss-browser"), out string? cookie)) return null;
        try
        {
            return _known.Unprotect(cookie);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The account of a ticket, while it is enabled and nothing about it changed since.</summary>
    public static async Task<Account?> AccountOfAsync(ClaimsPrincipal? user, PlatformDbContext db, CancellationToken cancellation)
    {
        if (!Guid.TryParse(user?.FindFirstValue(ClaimTypes.NameIdentifier), out Guid id)) return null;
        Account? account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.DisabledAt == null, cancellation);
        string stamp = user.FindFirstValue(RolePermissions.StampClaim) ?? "";
        return account is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(stamp), Encoding.UTF8.GetBytes(account.SecurityStamp ?? ""))
            ? account
            : null;
    }

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        IServiceProvider services = context.HttpContext.RequestServices;
        Account? account = await AccountOfAsync(context.Principal, services.GetRequiredService<PlatformDbContext>(), context.HttpContext.RequestAborted);
        if (account is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }
        context.ReplacePrincipal(services.GetRequiredService<RolePermissions>().PrincipalOf(account));
        if (context.HttpContext.Request.Path.StartsWithSegments("/panel")) context.HttpContext.SetLanguage(account.Language);
    }

    public static bool IsSecure(Settings settings) => settings.PublicUrl.Scheme == Uri.UriSchemeHttps;

    public static string CookieName(Settings settings, string name) => IsSecure(settings) ? "__Host-" + name : name;

    private static ClaimsPrincipal Ticket(Account account, string scheme) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()), new Claim(ClaimTypes.Name, account.Name), new Claim(RolePermissions.StampClaim, account.SecurityStamp ?? "")],
        scheme));
}
