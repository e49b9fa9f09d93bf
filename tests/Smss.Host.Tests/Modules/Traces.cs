using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Facts;
using Smss.Abstractions.Texts;
using Smss.Conversation;
using Smss.Platform.Data;
using Smss.Platform.Hosting;
using Smss.Platform.Jobs;
using Smss.Platform.Modules;
using Smss.Platform.Texts;
using Smss.Understanding;

namespace Smss.Host.Tests.Modules;

/// <summary>Where a module can be seen in a running host.</summary>
internal sealed record Traces(IReadOnlyDictionary<string, IReadOnlyCollection<string>> Named, IReadOnlyList<string> Routes, IReadOnlyList<string> Segments)
{
    public static async Task<Traces> OfAsync(TestHost host, string id)
    {
        IServiceProvider services = host.Services;
        ModuleEntry module = AllModules.Found.Single(m => m.Id == id);
        string[] segments = [.. (await SegmentsOfAsync(id))];
        string[] routes = [.. services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))];
        var scheduler = host.Get<JobScheduler>();
        await Eventually.IsAsync("the jobs are scheduled", async () => (await scheduler.KeysAsync(default)).Count == services.GetServices<JobRegistration>().Count());
        JsonElement openApi = await host.Http.GetFromJsonAsync<JsonElement>("/api/openapi.json");
        string help = (await (await Resident.ComeAsync(host)).SayAsync("pomoc"))[^1].Text;
        IReadOnlySet<string> intents = IntentsIn(module);
        var named = new Dictionary<string, IReadOnlyCollection<string>>
        {
            ["routes"] = [.. routes.Where(r => Under(r, "/api/" + id) || Under(r, "/panel/" + id) || segments.Any(s => Under(r, "/" + s)))],
            ["descriptions"] = [.. openApi.GetProperty("paths").EnumerateObject().Select(p => p.Name).Where(p => Under(p, "/api/" + id))],
            ["topics"] = [.. host.Get<TopicCatalog>().All.Where(t => t.ModuleId == id || t.Id.StartsWith(id + ".", StringComparison.Ordinal)).Select(t => t.Id)],
            ["intents"] = [.. UtteranceCatalog.Of(host.Get<ModuleCatalog>()).Select(u => u.Intent).Where(intents.Contains).Distinct()],
            ["menu buttons"] = [.. services.GetServices<MenuButton>().Where(m => m.ModuleId == id).Select(m => m.TextKey)],
            ["help lines"] = [.. SayingsOf(module).Where(s => help.Contains("– " + s, StringComparison.Ordinal))],
            ["navigation"] = [.. services.GetServices<Segment>().Where(s => s.ModuleId == id).Select(s => s.Name)],
            ["panel links"] = [.. services.GetServices<PanelLink>().Where(l => l.ModuleId == id).Select(l => l.Path)],
            ["permissions"] = [.. services.GetServices<Permission>().Where(p => p.ModuleId == id).Select(p => p.Id)],
            ["jobs"] = [.. (await scheduler.KeysAsync(default)).Where(k => k.StartsWith(id + ".", StringComparison.Ordinal))],
            ["tables"] = [.. host.Get<Database>().Names().Where(t => t.StartsWith(id + "_", StringComparison.Ordinal) || t == "__migrations_" + id)],
            ["texts"] = [.. ((TextCatalog)host.Get<ITexts>()).Keys(Language.Pl).Where(k => k.StartsWith(id + ".", StringComparison.Ordinal))],
            ["services"] = [.. host.ServiceTypes.Where(t => t.Assembly == module.Assembly).Select(t => t.Name)],
        };
        return new Traces(named, routes, segments);
    }

    private static bool Under(string path, string root) => path == root || path.StartsWith(root + "/", StringComparison.Ordinal);

    private static async Task<IEnumerable<string>> SegmentsOfAsync(string id) =>
        (await SharedHost.OfAsync(Db.Sqlite)).Services.GetServices<Segment>().Where(s => s.ModuleId == id).Select(s => s.Name);

    private static HashSet<string> IntentsIn(ModuleEntry module) =>
        [.. UtteranceCatalog.Of(ModuleCatalog.Make("*", [module.Assembly])).Select(u => u.Intent).Except(UtteranceCatalog.Of(ModuleCatalog.Make("", [])).Select(u => u.Intent))];

    private static IEnumerable<string> SayingsOf(ModuleEntry module)
    {
        using Stream texts = module.Assembly.GetManifestResourceStream($"{module.Assembly.GetName().Name}.Texts.pl.json")!;
        using JsonDocument json = JsonDocument.Parse(texts);
        return [.. json.RootElement.EnumerateObject().Where(p => p.Name.StartsWith(module.Id + ".say.", StringComparison.Ordinal)).Select(p => p.Value.GetString()!)];
    }
}
