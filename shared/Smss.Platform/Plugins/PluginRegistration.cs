using System.Reflection;
using System.Runtime.Loader;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Smss.Platform.Modules;

namespace Smss.Platform.Plugins;

/// <summary>Takes a plugin's contributions aside first: what breaks off in the middle or does not belong to it leaves no trace.</summary>
internal static class PluginRegistration
{
    /// <param name="services">The house's services so far.</param>
    /// <param name="plugin">Whose contributions.</param>
    /// <param name="register">Adds them to a collection.</param>
    public static void AddPlugin(this IServiceCollection services, Plugin plugin, Action<IServiceCollection> register)
    {
        var own = new ServiceCollection();
        if (!plugin.Begin("register", () => register(own))) return;
        if (!plugin.Begin("register", () => Check(plugin, own, services))) return;
        foreach (ServiceDescriptor one in own.Where(o => !services.Any(s => IsSame(s, o)))) services.Add(one);
    }

    private static void Check(Plugin plugin, ServiceCollection own, IServiceCollection house)
    {
        if (own.FirstOrDefault(s => s.ServiceType == typeof(IHostedService)) is not null) throw new PluginFault("platform.plugin.hosted-service");
        if (own.FirstOrDefault(s => !IsOf(plugin, s.ServiceType) && !IsContribution(s) && house.Any(h => h.ServiceType == s.ServiceType && !IsSame(h, s))) is { } foreign)
            throw new PluginFault("platform.plugin.foreign-service", foreign.ServiceType.Name);
        CheckSegments(plugin, own, house);
        CheckPages(plugin, [.. Segments(own).Where(s => s.ModuleId == plugin.Id).Select(s => "/" + s.Name), "/panel/" + plugin.Id]);
        PluginTexts.Check(plugin.Module!, TextKeys(own));
    }

    private static void CheckSegments(Plugin plugin, ServiceCollection own, IServiceCollection house)
    {
        foreach (Segment segment in Segments(own))
            if (segment.Name.Any(c => !char.IsAsciiLetterLower(c) && c != '-') || Reserved.Contains(segment.Name) || Segments(house).Any(s => s.Name == segment.Name))
                throw new PluginFault("platform.plugin.segment-taken", segment.Name);
    }

    private static readonly string[] Reserved = ["api", "panel", "chat", "v", "uk", "en", "pl", "healthz", "blad", "prywatnosc"];

    /// <summary>A page outside the plugin's ground would answer for somebody else's address, one with the house's name replace its layout.</summary>
    private static void CheckPages(Plugin plugin, string[] ground)
    {
        foreach (RazorCompiledItemAttribute item in plugin.Module!.Assembly.GetCustomAttributes<RazorCompiledItemAttribute>())
        {
            string[] path = item.Identifier.Split('/');
            if (path is not ["", "Pages", var folder, ..] || !folder.Equals(plugin.Name, StringComparison.OrdinalIgnoreCase) && !folder.Equals(plugin.Id, StringComparison.OrdinalIgnoreCase))
                throw new PluginFault("platform.plugin.page-outside", item.Identifier);
            if (item.Kind != "mvc.1.0.razor-page") continue;
            string? route = item.Type.GetCustomAttributes<RazorCompiledItemMetadataAttribute>().FirstOrDefault(m => m.Key == "RouteTemplate")?.Value;
            if (route is null || !ground.Any(g => route == g || route.StartsWith(g + "/", StringComparison.Ordinal)))
                throw new PluginFault("platform.plugin.route-outside", route ?? item.Identifier);
        }
    }

    private static IEnumerable<string> TextKeys(ServiceCollection own) => own.Select(s => s.ImplementationInstance).SelectMany(c => (string[])(c switch
    {
        Smss.Conversation.MenuButton button => [button.TextKey],
        Segment segment => [segment.TitleKey],
        Permission permission => [permission.Id],
        PanelLink link => [link.TitleKey],
        _ => [],
    }));

    private static IEnumerable<Segment> Segments(IServiceCollection services) => services.Select(s => s.ImplementationInstance).OfType<Segment>();

    /// <summary>Its own type, or a general one closed over one of its own (a request's handler).</summary>
    private static bool IsOf(Plugin plugin, Type type) =>
        AssemblyLoadContext.GetLoadContext(type.Assembly) == AssemblyLoadContext.GetLoadContext(plugin.Module!.Assembly) || type.GenericTypeArguments.Any(a => IsOf(plugin, a));

    private static bool IsContribution(ServiceDescriptor service) => service.ServiceType.Assembly == typeof(PluginRegistration).Assembly || service.ServiceType.Assembly == typeof(Smss.Conversation.MenuButton).Assembly
        || service.ServiceType == typeof(Smss.Abstractions.Facts.FactHandler);

    private static bool IsSame(ServiceDescriptor one, ServiceDescriptor other) =>
        one.ServiceType == other.ServiceType && !one.IsKeyedService && !other.IsKeyedService && one.ImplementationType is { } type && type == other.ImplementationType;
}
