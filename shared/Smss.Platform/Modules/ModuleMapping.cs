using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Modules;

namespace Smss.Platform.Modules;

/// <summary>Gives each module its own ground: <c>/api/&lt;id&gt;</c> and its declared segments.</summary>
internal static class ModuleMapping
{
    public static void MapModules(this IEndpointRouteBuilder app, ModuleCatalog catalog)
    {
        Segment[] segments = [.. app.ServiceProvider.GetServices<Segment>()];
        if (segments.GroupBy(s => s.Name).FirstOrDefault(g => g.Count() > 1) is { } claimed)
            throw new InvalidOperationException($"/{claimed.Key} is claimed by {string.Join(" and ", claimed.Select(s => s.ModuleId))}.");
        foreach (ModuleEntry module in catalog.Enabled)
            ModuleRegistration.Instance(module).Map(new Routes(app, module.Id, segments.Where(s => s.ModuleId == module.Id)));
    }

    private sealed class Routes(IEndpointRouteBuilder app, string id, IEnumerable<Segment> segments) : IModuleRoutes
    {
        public IEndpointRouteBuilder Api { get; } = app.MapGroup("/api/" + id).WithTags(id);

        public IEndpointRouteBuilder Segment(string segment) => segments.Any(s => s.Name == segment)
            ? app.MapGroup("/" + segment).WithTags(id).ExcludeFromDescription()
            : throw new InvalidOperationException($"Module {id} did not declare the segment \"{segment}\".");
    }
}
