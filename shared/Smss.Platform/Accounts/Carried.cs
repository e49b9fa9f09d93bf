using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Web;

namespace Smss.Platform.Accounts;

/// <summary>
/// Nothing typed is lost when a session ends: what a form brought travels through the sign-in pages sealed, in a hidden field,
/// and comes back into its form, for the same person only. It is kept nowhere, and sent again by that person, not by us.
/// </summary>
internal sealed class Carried(IDataProtectionProvider protection)
{
    public const string Field = "niesione";
    private const int Most = 256 * 1024;
    private static readonly object Sealed = new();
    private static readonly TimeSpan Life = TimeSpan.FromHours(12);
    private static readonly string[] NeverCarried = ["__RequestVerificationToken", "password", "again", "current", "code", "secret", Field];

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("carried").ToTimeLimitedDataProtector();

    private sealed record Form(Guid AccountId, string Path, Dictionary<string, string[]> Fields);

    /// <summary>What the sign-in page has to carry on; null when there is nothing.</summary>
    public static string? Of(HttpContext http) => http.Items.TryGetValue(Sealed, out object? found) ? (string?)found : null;

    /// <summary>Where a form came from that is carried, as a way back with everything in it.</summary>
    public string? PathOf(string? carried) => Open(carried)?.Path;

    /// <summary>A form met a session that has ended: sign-in is shown in its place, and carries it.</summary>
    public static async Task ShowSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        HttpContext http = context.HttpContext;
        // A stream is opened by a script, which could follow a redirect but not sign in.
        if (http.GetEndpoint()?.Metadata.GetMetadata<IDisableCookieRedirectMetadata>() is not null) http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (await http.RequestServices.GetRequiredService<Carried>().SealAsync(http, http.RequestServices.GetRequiredService<Sessions>().LastAccount()) is { } carried)
        {
            http.Items[Sealed] = carried;
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else context.Response.Redirect(context.RedirectUri);
    }

    public static void UseSignInForEndedSessions(IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (Of(context) is null || context.Response.HasStarted) return;
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        Ask(context.Request, AccountSetup.SignInPath);
        await next(context);
    });

    /// <summary>A form that comes back from sign-in is shown again with what was typed, not sent.</summary>
    public static void UseComingBack(IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (HttpMethods.IsPost(context.Request.Method) && IsPlainForm(context.Request) && context.User.Identity?.IsAuthenticated == true
            && (await context.Request.ReadFormAsync(context.RequestAborted))[Field] is [{ } carried, ..]
            && context.RequestServices.GetRequiredService<Carried>().Open(carried) is { } form && form.Path == context.Request.GetEncodedPathAndQuery())
        {
            Ask(context.Request, context.Request.Path);
            if (form.AccountId.ToString() == context.User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)?.Value) TypedAgain.Put(context, form.Fields);
        }
        await next(context);
    });

    private static void Ask(HttpRequest request, PathString path)
    {
        request.Method = HttpMethods.Get;
        request.Path = path;
        request.Form = FormCollection.Empty;
    }

    private async Task<string?> SealAsync(HttpContext http, Guid? accountId)
    {
        HttpRequest request = http.Request;
        if (accountId is not { } id || !HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !request.Path.StartsWithSegments("/panel")) return null;
        try
        {
            IFormCollection form = await request.ReadFormAsync(http.RequestAborted);
            if (form.ContainsKey(Field)) return null;
            var fields = form.Where(f => !NeverCarried.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToArray());
            string json = JsonSerializer.Serialize(new Form(id, request.GetEncodedPathAndQuery(), fields));
            return json.Length <= Most ? _seal.Protect(json, Life) : null;
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException or IOException)
        {
            return null;
        }
    }

    private Form? Open(string? carried)
    {
        try
        {
            return carried is null ? null : JsonSerializer.Deserialize<Form>(_seal.Unprotect(carried));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static bool IsPlainForm(HttpRequest request) =>
        request.Path.StartsWithSegments("/panel") && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
}
