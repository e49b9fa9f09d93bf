using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Modules;
using Smss.Platform.Plugins;

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
        {
            Segment[] own = [.. segments.Where(s => s.ModuleId == module.Id)];
            if (module.Plugin is null) ModuleRegistration.Instance(module).Map(new Routes(app, module, own));
            else app.MapPlugin(module.Plugin, aside => ModuleRegistration.Instance(module).Map(new Routes(aside, module, own)), ["/api/" + module.Id, .. own.Select(s => "/" + s.Name)]);
        }
    }

    private sealed class Routes(IEndpointRouteBuilder app, ModuleEntry module, IEnumerable<Segment> segments) : IModuleRoutes
    {
        public IEndpointRouteBuilder Api { get; } = Group(app, module, "/api/" + module.Id);

        public IEndpointRouteBuilder Segment(string segment) => segments.Any(s => s.Name == segment)
            ? Group(app, module, "/" + segment).ExcludeFromDescription()
            : throw new InvalidOperationException($"Module {module.Id} did not declare the segment \"{segment}\".");

        private static RouteGroupBuilder Group(IEndpointRouteBuilder app, ModuleEntry module, string path)
        {
            RouteGroupBuilder group = app.MapGroup(path).WithTags(module.Id);
            return module.Plugin is { } plugin ? group.Owned(plugin) : group;
        }
    }
}
