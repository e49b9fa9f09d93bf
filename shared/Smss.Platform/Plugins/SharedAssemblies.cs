using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyModel;
using Smss.Abstractions.Modules;

namespace Smss.Platform.Plugins;

/// <summary>Assemblies that a plugin always gets from the host: the contract, all it depends on, and the frameworks.</summary>
internal sealed class SharedAssemblies
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public SharedAssemblies()
    {
        foreach (Type one in (Type[])[typeof(object), typeof(WebApplication)])
            foreach (string file in Directory.EnumerateFiles(Path.GetDirectoryName(one.Assembly.Location)!, "*.dll"))
                _names.Add(Path.GetFileNameWithoutExtension(file));
        // Read from the host's own list of dependencies: loading them all only to learn their names would slow the start.
        DependencyContext? host = DependencyContext.Default ?? DependencyContext.Load(Assembly.GetEntryAssembly()!);
        var libraries = (host?.RuntimeLibraries ?? []).ToDictionary(l => l.Name, StringComparer.OrdinalIgnoreCase);
        var waiting = new Queue<string>([typeof(IModule).Assembly.GetName().Name!]);
        var seen = new HashSet<string>(waiting, StringComparer.OrdinalIgnoreCase);
        while (waiting.TryDequeue(out string? name))
        {
            if (!libraries.TryGetValue(name, out RuntimeLibrary? library)) continue;
            foreach (string file in library.RuntimeAssemblyGroups.SelectMany(g => g.AssetPaths)) _names.Add(Path.GetFileNameWithoutExtension(file));
            foreach (Dependency dependency in library.Dependencies)
                if (seen.Add(dependency.Name)) waiting.Enqueue(dependency.Name);
        }
    }

    public bool Has(string? assembly) => assembly is not null && _names.Contains(assembly);
}
