using System.Text.Json;

namespace Smss.Plugin.Testing;

/// <summary>What every plugin must pass, whatever it does.</summary>
public static class PluginCheck
{
    private const string Example = "– ";
    private static readonly string[] Languages = ["pl", "uk", "en"];

    /// <summary>The contract: the host takes the plugins without a warning, and each example that they put on the help list gets an answer that the host would not give without them.</summary>
    /// <param name="hostDll">Path of <c>Smss.Host.dll</c>.</param>
    /// <param name="plugins">Folders of built plugins.</param>
    /// <param name="contentRoot">As for <see cref="PluginHost.StartAsync"/>.</param>
    /// <exception cref="PluginTestException">Something is not so.</exception>
    public static async Task ContractAsync(string hostDll, IReadOnlyList<string> plugins, string? contentRoot = null)
    {
        ArgumentNullException.ThrowIfNull(plugins);
        await using PluginHost host = await PluginHost.StartAsync(hostDll, plugins, contentRoot);
        await using PluginHost without = await PluginHost.StartAsync(hostDll, [], contentRoot);
        foreach (string language in Languages)
        {
            Visitor visitor = await host.VisitAsync(language), stranger = await without.VisitAsync(language);
            IReadOnlyList<string> before = await HelpAsync(stranger, language);
            foreach (string example in (await HelpAsync(visitor, language)).Except(before).Where(l => l.StartsWith(Example, StringComparison.Ordinal)).Select(l => l[Example.Length..]))
                if ((await visitor.SayAsync(example)).SequenceEqual(await stranger.SayAsync(example))) throw new PluginTestException($"\"{example}\" gets the same answer as without the plugins.");
        }
        foreach (string id in plugins.Select(IdOf))
        {
            string[] about = [.. host.Log.Where(l => l.Contains($"Plugin {id}", StringComparison.Ordinal))];
            if (about is not [var only] || !only.Contains("works", StringComparison.Ordinal)) throw new PluginTestException($"The host says of {id}:\n{string.Join('\n', about)}");
        }
    }

    /// <summary>Off leaves no trace: help, addresses and the first page are those of a host that never knew the plugins.</summary>
    /// <param name="hostDll">Path of <c>Smss.Host.dll</c>.</param>
    /// <param name="plugins">Folders of built plugins.</param>
    /// <param name="contentRoot">As for <see cref="PluginHost.StartAsync"/>.</param>
    /// <exception cref="PluginTestException">A trace stayed, or there was nothing to leave one.</exception>
    public static async Task OnOffAsync(string hostDll, IReadOnlyList<string> plugins, string? contentRoot = null)
    {
        ArgumentNullException.ThrowIfNull(plugins);
        await using PluginHost host = await PluginHost.StartAsync(hostDll, [], contentRoot);
        string never = await SeenAsync(host);
        await host.DownAsync();
        foreach (string plugin in plugins) host.Drop(plugin);
        await host.UpAsync();
        if (await SeenAsync(host) == never) throw new PluginTestException("The plugins bring nothing that a resident could see: the check would prove nothing.");
        await host.DownAsync();
        foreach (string plugin in plugins) Switch(host, IdOf(plugin), off: true);
        await host.UpAsync();
        string off = await SeenAsync(host);
        if (off != never) throw new PluginTestException($"Switched off, it leaves a trace.\n\nWithout it:\n{never}\n\nSwitched off:\n{off}");
    }

    /// <summary>Switches a plugin on or off for the next start, as the panel does.</summary>
    /// <param name="host">A host that is down.</param>
    /// <param name="id">Id of the plugin.</param>
    /// <param name="off">Off or on.</param>
    public static void Switch(PluginHost host, string id, bool off)
    {
        ArgumentNullException.ThrowIfNull(host);
        string file = Path.Combine(Directory.CreateDirectory(Path.Combine(host.DataFolder, "plugins")).FullName, id + ".off");
        if (off) File.WriteAllText(file, "");
        else File.Delete(file);
    }

    /// <summary>What a resident and a program can see of a host.</summary>
    private static async Task<string> SeenAsync(PluginHost host)
    {
        var seen = new List<string>();
        foreach (string language in Languages) seen.AddRange(await HelpAsync(await host.VisitAsync(language), language));
        JsonElement description = JsonDocument.Parse(await host.Http.GetStringAsync("/api/openapi.json")).RootElement;
        seen.AddRange(description.GetProperty("paths").EnumerateObject().Select(p => p.Name));
        seen.Add(await host.Http.GetStringAsync("/"));
        return string.Join('\n', seen);
    }

    private static async Task<IReadOnlyList<string>> HelpAsync(Visitor visitor, string language) =>
        [.. (await visitor.SayAsync(language switch { "uk" => "допомога", "en" => "help", _ => "pomoc" })).SelectMany(m => m.Split('\n'))];

    private static string IdOf(string plugin) => JsonDocument.Parse(File.ReadAllText(Path.Combine(plugin, "plugin.json"))).RootElement.GetProperty("id").GetString()!;
}
