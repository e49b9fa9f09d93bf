using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

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
            headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/chat/embed") ? framed : strict;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            return next(context);
        });
    }

    private static string Policy(string ancestors) =>
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
        + $"form-action 'self'; base-uri 'none'; frame-src 'self'; frame-ancestors {ancestors}";
}
