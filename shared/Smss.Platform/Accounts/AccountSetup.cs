using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Platform.Data;
using Smss.Platform.Modules;
using Smss.Platform.Web;

namespace Smss.Platform.Accounts;

/// <summary>Puts sign-in together: accounts over Identity, cookies that follow the public address, permissions as policies.</summary>
internal static class AccountSetup
{
    public const string SignInPath = "/panel/wejscie", ReturnTo = "dalej";
    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(10), ToFindThePhone = TimeSpan.FromMinutes(5);

    public static void AddAccounts(this IServiceCollection services, Settings settings)
    {
        services.AddIdentityCore<Account>(o => o.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_");
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = Passwords.Iterations);
        services.AddScoped<IUserStore<Account>, UserOnlyStore<Account, PlatformDbContext, Guid>>();
        services.AddHttpContextAccessor();
        services.AddSingleton(s => new Passwords(new PasswordHasher<Account>(s.GetRequiredService<Microsoft.Extensions.Options.IOptions<PasswordHasherOptions>>())));
        services.AddSingleton<RolePermissions>();
        services.AddSingleton<PanelNavigation>();
        services.AddScoped<MyDay>();
        services.AddSingleton<SignInBrake>();
        services.AddScoped<Sessions>();
        services.AddSingleton<Carried>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<OneTimeLinks>();
        services.AddScoped<OwnPassword>();
        services.AddScoped<Administration>();
        services.AddScoped<StaffAccounts>();
        services.AddScoped<Roles>();
        services.AddScoped<IStaff, StaffDirectory>();
        services.AddAuthentication(Sessions.Scheme)
            .AddCookie(Sessions.Scheme, o => Describe(o, settings, "smss-staff", WorkingDay))
            .AddCookie(Sessions.SecondStep, o => Describe(o, settings, "smss-second-step", ToFindThePhone));
        services.AddAuthorization();
        services.AddOptions<AuthorizationOptions>().Configure<IEnumerable<Permission>>((o, permissions) =>
        {
            foreach (Permission permission in permissions) o.AddPolicy(permission.Id, p => p.RequireClaim(PanelPage.PermissionClaim, permission.Id));
        });
        services.AddAntiforgery(o => Describe(o.Cookie, settings, "smss-form"));
    }

    /// <summary>Signed-in pages are kept by no cache and tell no other site where they are; without TLS they are served to this machine only.</summary>
    public static void UseAccounts(this IApplicationBuilder app, Settings settings)
    {
        app.Use((context, next) =>
        {
            if (!context.Request.Path.StartsWithSegments("/panel")) return next(context);
            context.Response.Headers.CacheControl = "no-cache, no-store";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            // Behind a proxy the request itself is plain; what the browser sees is the public address.
            if (Sessions.IsSecure(settings)) context.Request.Scheme = Uri.UriSchemeHttps;
            else if (context.Connection.RemoteIpAddress is { } from && !System.Net.IPAddress.IsLoopback(from))
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            }
            return next(context);
        });
        app.UseAuthentication();
        app.Use((context, next) =>
        {
            if (context.User.Identity?.IsAuthenticated == true) context.Response.Headers.CacheControl = "no-cache, no-store";
            return next(context);
        });
        Carried.UseComingBack(app);
        app.UseAuthorization();
    }

    private static void Describe(CookieAuthenticationOptions options, Settings settings, string name, TimeSpan life)
    {
        Describe(options.Cookie, settings, name);
        options.ExpireTimeSpan = life;
        options.SlidingExpiration = false;
        options.LoginPath = SignInPath;
        options.ReturnUrlParameter = ReturnTo;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
        if (name != "smss-staff") return;
        options.Events.OnValidatePrincipal = Sessions.ValidateAsync;
        options.Events.OnRedirectToLogin = Carried.ShowSignInAsync;
    }

    private static void Describe(CookieBuilder cookie, Settings settings, string name)
    {
        cookie.Name = Sessions.CookieName(settings, name);
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = Sessions.IsSecure(settings) ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
    }
}
