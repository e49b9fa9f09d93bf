using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Web;
using Smss.Modules.Leaders;
using Smss.Platform.Data;

namespace Smss.Host.Tests.House;

/// <summary>All routes of a host, and a path for each that names something real where it can.</summary>
internal static class RouteWalk
{
    public static RouteEndpoint[] Of(TestHost host) => [.. host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()];

    public static bool IsPanel(this RouteEndpoint route) => route.Pattern().StartsWith("panel", StringComparison.Ordinal);

    /// <summary>The pattern without the slash that only some begin with.</summary>
    public static string Pattern(this RouteEndpoint route) => route.RoutePattern.RawText!.TrimStart('/');

    /// <summary>Said in so many words, or a public page, which no panel page can be.</summary>
    public static bool IsOpen(this RouteEndpoint route) => route.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || (route.Metadata.GetMetadata<CompiledPageActionDescriptor>()?.ModelTypeInfo is { } model && model.IsAssignableTo(typeof(PublicPage)) && !model.IsAssignableTo(typeof(PanelPage)));

    public static string PathIn(this RouteEndpoint route, TestHost host) => "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { Name: "number" } => NumberIn(host),
            RoutePatternParameterPart { Name: "what" } => "dni",
            _ => RowIn(host, route.Pattern()),
        }))));

    private static string NumberIn(TestHost host) =>
        host.Get<Database>().Strings("SELECT number FROM initiatives_initiative ORDER BY number LIMIT 1").Select(n => $"IN-{n[..4]}-{long.Parse(n[4..]):0000}").Single();

    /// <summary>A row that the page of a route shows.</summary>
    private static string RowIn(TestHost host, string pattern) => pattern.Split('/') switch
    {
        ["panel", "leaders", "osoby", ..] => LeadersSample.IdOf("leader:pis-zakrzow").ToString(),
        ["panel", "leaders", ..] => LeadersSample.IdOf("point:pis-zakrzow").ToString(),
        ["panel", "activitycentre", var list, ..] => IdIn(host, "activitycentre_" + list switch { "oferty" => "job_offer", "pracodawcy" => "employer", "staze" => "internship", "szkolenia" => "training", _ => "estate_event" }),
        ["panel", "platform", "role", ..] => "auditor",
        ["panel", ..] => IdIn(host, "platform_account"),
        _ => Guid.Empty.ToString(),
    };

    private static string IdIn(TestHost host, string table) =>
        host.Get<Database>().Strings($"SELECT lower(CAST(id AS text)) FROM {table} ORDER BY id LIMIT 1") is [var id] ? id : Guid.Empty.ToString();
}
