using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using Smss.Platform.Accounts;
using Smss.Platform.Hosting;

namespace Smss.Platform.Web;

/// <summary>What every answer says to the browser. Nothing inline, nothing from a foreign host, no frame but the embedded chat's.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this IApplicationBuilder app, Settings settings)
    {
        string embed = settings.AllowedSites.Count == 0 ? "'none'" : string.Join(' ', settings.AllowedSites);
        string strict = Policy("'none'"), framed = Policy(embed);
        app.Use((context, next) =>
        {
            IHeaderDictionary headers = context.Response.Headers;
            // A page of trouble shown in the place of another keeps what was said for that one.
            headers.TryAdd(HeaderNames.ContentSecurityPolicy, context.Request.Path.StartsWithSegments("/chat/embed") ? framed : strict);
            headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
            headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
            headers.TryAdd("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
            // Behind a proxy the request itself is plain; what the browser sees is the public address.
            if (context.Request.IsHttps || Sessions.IsSecure(settings)) headers.TryAdd(HeaderNames.StrictTransportSecurity, "max-age=31536000; includeSubDomains");
            return next(context);
        });
    }

    /// <summary>Only a proxy that the city names is believed about the sender; to the brakes, anybody else is who sends.</summary>
    public static void UseTrustedProxies(this IApplicationBuilder app, Settings settings)
    {
        if (settings.TrustedProxies.Count == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (IPAddress proxy in settings.TrustedProxies) options.KnownProxies.Add(proxy);
        app.UseForwardedHeaders(options);
    }

    /// <summary>
    /// The page of trouble is asked for, whatever was sent: it reads nothing of that, because it may be just what could not be read.
    /// A form that cannot be read (a NUL in it) is the sender's mistake; read further in, it would be a fault of the house.
    /// </summary>
    public static void UseTroublePage(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/blad", SuppressDiagnosticsCallback = LogsWithoutPeople.LogFault });
        app.UseStatusCodePagesWithReExecute("/blad", "?kod={0}");
        app.Use((context, next) =>
        {
            if (!IsTrouble(context)) return ReadFormAsync(context, next);
            if (!HttpMethods.IsHead(context.Request.Method)) context.Request.Method = HttpMethods.Get;
            context.Request.Form = FormCollection.Empty;
            return next(context);
        });
    }

    /// <summary>A page that has no handler for a method would be shown without what it shows.</summary>
    public static void UsePageMethods(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        string method = context.Request.Method;
        if (context.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not { } page
            || HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || page.HandlerMethods.Any(h => HttpMethods.Equals(h.HttpMethod, method))) return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    });

    private static async Task ReadFormAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            if (context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
                await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException or InvalidOperationException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        await next(context);
    }

    private static bool IsTrouble(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static string Policy(string ancestors) =>
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; object-src 'none'; "
        + $"form-action 'self'; base-uri 'none'; frame-src 'self'; frame-ancestors {ancestors}";
}
