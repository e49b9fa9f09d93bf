using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Smss.Platform.Modules;

namespace Smss.Platform.Plugins;

/// <summary>Endpoints of a plugin: mapped aside, looked at, then put on its own ground; its requests are called with care.</summary>
internal static class PluginRoutes
{
    private sealed record OwnedBy(Plugin Plugin);

    /// <param name="app">Where the endpoints go once all is well.</param>
    /// <param name="plugin">Whose they are.</param>
    /// <param name="map">Maps them on the builder that it is given.</param>
    /// <param name="ground">Beginnings of the paths it may answer.</param>
    public static void MapPlugin(this IEndpointRouteBuilder app, Plugin plugin, Action<IEndpointRouteBuilder> map, IReadOnlyList<string> ground)
    {
        var aside = new Aside(app);
        // Endpoints are made when they are first asked for: asked here, a handler that cannot be bound shows now.
        if (!plugin.Begin("map", () =>
            {
                map(aside);
                foreach (Endpoint endpoint in aside.DataSources.SelectMany(s => s.Endpoints)) Check(endpoint, ground);
            })) return;
        foreach (EndpointDataSource source in aside.DataSources) app.DataSources.Add(source);
    }

    /// <summary>Marks the pages of plugins, whose routes are made by the framework.</summary>
    public static void MarkPages(this IEndpointConventionBuilder pages, InstalledPlugins plugins) => pages.Add(endpoint =>
    {
        if (endpoint.Metadata.OfType<CompiledPageActionDescriptor>().FirstOrDefault() is not { } page) return;
        if (plugins.Active.FirstOrDefault(p => p.Module!.Assembly == page.PageTypeInfo.Assembly) is { } plugin) endpoint.Metadata.Add(new OwnedBy(plugin));
    });

    /// <summary>Answers 503 for a plugin's request that failed, and counts it.</summary>
    public static void UsePlugins(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<OwnedBy>() is not { } owner)
        {
            await next(context);
            return;
        }
        string route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        Exception? fault = await owner.Plugin.CallAsync(route, () => next(context), PluginLimits.Turn);
        if (fault is null) return;
        // What is still running may write to this connection: nobody else may get it.
        if (context.Response.HasStarted || fault is TimeoutException)
        {
            context.Abort();
            return;
        }
        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    });

    private static void Check(Endpoint endpoint, IReadOnlyList<string> ground)
    {
        string path = "/" + ((endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "").Trim('/');
        if (!ground.Any(g => path == g || path.StartsWith(g + "/", StringComparison.Ordinal))) throw new PluginFault("platform.plugin.route-outside", path);
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetMetadata<IAuthorizeData>() is null)
            throw new PluginFault("platform.plugin.route-open", path);
    }

    /// <summary>Keeps what is mapped on it to itself.</summary>
    private sealed class Aside(IEndpointRouteBuilder app) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => app.ServiceProvider;
        public ICollection<EndpointDataSource> DataSources { get; } = [];
        public IApplicationBuilder CreateApplicationBuilder() => app.CreateApplicationBuilder();
    }

    /// <summary>Says whose endpoints they are.</summary>
    public static TBuilder Owned<TBuilder>(this TBuilder endpoints, Plugin plugin) where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new OwnedBy(plugin));
}
