using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Smss.Platform.Data;
using Smss.Platform.Modules;

namespace Smss.Platform.Web;

/// <summary>Whether the host can write; tells no version, no path, no table.</summary>
internal static class Health
{
    internal sealed record Healthy(string Status, IReadOnlyList<string> Modules);

    public static async Task<Results<Ok<Healthy>, StatusCodeHttpResult>> Check(Writer writer, ModuleCatalog modules, CancellationToken cancellation)
    {
        try
        {
            await writer.WriteAsync(
                scope => scope.Commands.Execute(scope.Transaction, "UPDATE platform_setting SET value = value WHERE name = 'direct-line-key'"), cancellation);
            return TypedResults.Ok(new Healthy("ok", [.. modules.Enabled.Select(m => m.Id)]));
        }
        catch (DbException)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
