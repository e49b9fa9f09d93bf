using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Smss.Platform.Data;

namespace Smss.Platform.HandOvers;

/// <summary>Puts hand-over together: services, and the streams of its pages.</summary>
internal static class HandOverSetup
{
    public const string Permission = "platform.handover";

    public static void AddHandOvers(this IServiceCollection services)
    {
        services.AddSingleton<HandOverSql>();
        services.AddSingleton<StaffTalks>();
        services.AddSingleton<PanelNews>();
        services.AddSingleton<PanelStream>();
        services.AddSingleton<TalkLog>();
        services.AddScoped<OnDuty>();
    }

    public static void MapHandOvers(this IEndpointRouteBuilder app)
    {
        var streams = app.MapGroup("/panel/platform/rozmowy").RequireAuthorization(Permission).ExcludeFromDescription();
        streams.MapGet("/strumien", (HttpContext http, PanelStream stream, CancellationToken cancellation) =>
            TypedResults.ServerSentEvents(stream.OpenAsync(http, null, cancellation)));
        streams.MapGet("/{id:guid}/strumien", OpenAsync);
    }

    private static async Task<Results<NotFound, ServerSentEventsResult<string>>> OpenAsync(
        Guid id, HttpContext http, PlatformDbContext db, PanelStream stream, CancellationToken cancellation)
    {
        Guid me = Guid.Parse(http.User.FindFirstValue(ClaimTypes.NameIdentifier)!);
        HandOver? talk = await db.Set<HandOver>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == id && h.TakenBy == me, cancellation);
        return talk is null ? TypedResults.NotFound() : TypedResults.ServerSentEvents(stream.OpenAsync(http, talk, cancellation));
    }
}
