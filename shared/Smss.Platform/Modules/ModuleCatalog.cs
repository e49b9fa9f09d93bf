using System.Reflection;
using Microsoft.Extensions.DependencyModel;
using Smss.Abstractions.Modules;
using Smss.Platform.Plugins;

namespace Smss.Platform.Modules;

/// <summary>A module found beside the host.</summary>
internal sealed record ModuleEntry(string Id, Assembly Assembly, Type EntryType, IReadOnlyList<string> Requires)
{
    /// <summary>The plugin it is; null when it is built in.</summary>
    public Plugin? Plugin { get; init; }
}

/// <summary>A configuration that cannot be started with; the message is one line for the administrator.</summary>
public sealed class ConfigurationException(string message) : Exception(message);

/// <summary>Which modules there are and which are enabled. An instance, never a static: two hosts can live in one process.</summary>
internal sealed class ModuleCatalog
{
    private ModuleCatalog(IReadOnlyList<ModuleEntry> found, IReadOnlyList<ModuleEntry> enabled)
    {
        Found = found;
        Enabled = enabled;
    }

    /// <summary>All built-in modules found, by id.</summary>
    public IReadOnlyList<ModuleEntry> Found { get; }

    /// <summary>Ids of all modules and plugins, whatever became of these.</summary>
    public required IReadOnlyList<string> Known { get; init; }

    /// <summary>The platform and the enabled modules, what is required before what requires it; plugins come last.</summary>
    public IReadOnlyList<ModuleEntry> Enabled { get; }

    /// <summary>Reads attributes only: no code of a module that stays disabled ever runs.</summary>
    public static ModuleCatalog Make(string wanted, IEnumerable<Assembly> assemblies, InstalledPlugins? plugins = null)
    {
        ModuleEntry platform = Describe(typeof(ModuleCatalog).Assembly)!;
        ModuleEntry[] found = [.. assemblies.Select(Describe).OfType<ModuleEntry>().OrderBy(m => m.Id, StringComparer.Ordinal)];
        string[] here = [.. found.Select(m => m.Id).Concat(plugins?.All.Select(p => p.Id) ?? []).Distinct()];
        HashSet<string> ids = wanted.Trim() == "*"
            ? [.. here]
            : [.. wanted.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        string known = string.Join(", ", here);
        foreach (string id in ids)
            if (!here.Contains(id)) throw new ConfigurationException($"Smss:Modules names \"{id}\", which is not here. Known modules: {known}.");
        foreach (ModuleEntry module in found.Where(m => ids.Contains(m.Id)))
            foreach (string required in module.Requires.Where(r => !ids.Contains(r)))
                throw new ConfigurationException($"Smss:Modules enables \"{module.Id}\", which requires \"{required}\". Enable it too, or neither.");
        ModuleEntry[] enabled = [.. found.Where(m => ids.Contains(m.Id))];
        return new ModuleCatalog(found, [platform, .. InOrder([.. enabled]), .. plugins?.Fitting(ids, found, enabled) ?? []]) { Known = here };
    }

    /// <summary>Assemblies of the host's own dependency list whose name says that they are modules.</summary>
    public static IEnumerable<Assembly> BesideTheHost() =>
        from library in (DependencyContext.Default ?? DependencyContext.Load(Assembly.GetEntryAssembly()!))?.RuntimeLibraries ?? []
        where library.Name.StartsWith("Smss.Modules.", StringComparison.Ordinal)
        select Assembly.Load(library.Name);

    /// <summary>What an assembly says it is; null when it is no module.</summary>
    public static ModuleEntry? Describe(Assembly assembly) =>
        assembly.GetCustomAttribute<SmssModuleAttribute>() is { } module ? new ModuleEntry(module.Id, assembly, module.Entry, module.Requires) : null;

    private static List<ModuleEntry> InOrder(List<ModuleEntry> modules)
    {
        var ordered = new List<ModuleEntry>();
        while (modules.Find(m => m.Requires.All(r => ordered.Exists(o => o.Id == r))) is { } next)
        {
            ordered.Add(next);
            modules.Remove(next);
        }
        return modules.Count == 0
            ? ordered
            : throw new ConfigurationException($"Modules require each other in a circle: {string.Join(", ", modules.Select(m => m.Id))}.");
    }
}
