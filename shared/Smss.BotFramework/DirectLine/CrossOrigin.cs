using Microsoft.AspNetCore.Http;

namespace Smss.BotFramework.DirectLine;

/// <summary>
/// Any page may call: the token is the key, and no cookie is ever used. Header names are listed because
/// <c>*</c> does not cover Authorization; X-Requested-With comes from the copy of directlinejs inside Web Chat.
/// </summary>
internal static class CrossOrigin
{
    public static void Allow(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.Vary = "Origin";
        if (http.Request.Headers.Origin is not [{ Length: > 0 } origin])
            return;
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = "Retry-After";
    }

    public static Task AnswerPreflight(HttpContext http)
    {
        Allow(http);
        var headers = http.Response.Headers;
        headers.AccessControlAllowMethods = "GET, POST, OPTIONS";
        headers.AccessControlAllowHeaders = "Authorization, Content-Type, x-ms-bot-agent, Accept, X-Requested-With";
        headers.AccessControlMaxAge = "86400";
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
