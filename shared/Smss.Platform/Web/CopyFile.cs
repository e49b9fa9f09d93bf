using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Smss.Platform.Privacy;

namespace Smss.Platform.Web;

/// <summary>The copy of a resident's data as a file, for the token on the page that shows it.</summary>
internal static class CopyFile
{
    // No antiforgery: it would need a cookie, and the token itself is the secret.
    public static void MapCopyFile(this IEndpointRouteBuilder routes) =>
        routes.MapPost(CopyLinks.Path + "plik", HandleAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(
        HttpContext context, [FromForm] string? token, CopyLinks links, PersonalCopies copies, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await links.UseAsync(token, cancellation) is { } resident
            ? TypedResults.File(PersonalCopies.ToJson(await copies.MakeAsync(resident, cancellation)), "application/json; charset=utf-8", "moje-dane.json")
            : TypedResults.StatusCode(StatusCodes.Status410Gone);
    }
}
