using System.Reflection;
using System.Runtime.Loader;
using Microsoft.Extensions.Logging;
using Smss.Abstractions.Texts;
using Smss.Platform.Modules;
using Smss.Understanding;

namespace Smss.Platform.Plugins;

/// <summary>The plugins found at this start: read, judged, loaded. Kept while the host is put together anew without those that fail.</summary>
internal sealed class InstalledPlugins : IDisposable
{
    private readonly List<Plugin> _all = [];
    private int _out;

    /// <param name="path">Where they lie, each in a folder of its own.</param>
    /// <param name="dataPath">Where what is known of them is kept.</param>
    /// <param name="safeMode">Read them, run none.</param>
    public InstalledPlugins(string path, string dataPath, bool safeMode)
    {
        Store = new PluginStore(dataPath);
        ReadAll(path, safeMode);
        LostOne();
    }

    public IReadOnlyList<Plugin> All => _all;
    public IEnumerable<Plugin> Active => _all.Where(p => p.IsActive);
    public PluginStore Store { get; }

    /// <summary>The plugin that a type comes from; null when it is of the house.</summary>
    public Plugin? Find(Type type) => _all.Find(p => p.Module is { } module && IsOf(type.Assembly, module.Assembly));

    /// <summary>The plugin that a type of one comes from.</summary>
    public Plugin Of(Type type) => Find(type) ?? throw new InvalidOperationException($"{type.Name} is of no plugin.");

    /// <summary>Those that fit beside the modules; one whose id a module has, which is not wanted or lacks a module, is put out.</summary>
    public IReadOnlyList<ModuleEntry> Fitting(IReadOnlySet<string> wanted, IReadOnlyList<ModuleEntry> found, IReadOnlyList<ModuleEntry> enabled)
    {
        foreach (Plugin plugin in Active.ToArray())
        {
            if (found.Any(m => m.Id == plugin.Id)) plugin.PutOut(PluginState.Malfunctioning, new PluginReason("platform.plugin.id-taken", plugin.Id));
            else if (!wanted.Contains(plugin.Id)) plugin.PutOut(PluginState.Disabled, new PluginReason("platform.plugin.not-wanted"));
            else if (plugin.Module!.Requires.FirstOrDefault(r => enabled.All(m => m.Id != r)) is { } missing)
                plugin.PutOut(PluginState.Disabled, new PluginReason("platform.plugin.requires", missing));
        }
        return [.. Active.Select(p => p.Module!)];
    }

    /// <summary>Puts out of work the plugin whose code an exception came through; false when none had a part in it.</summary>
    public bool PutOut(Exception fault, string what)
    {
        if (Culprit(fault) is not { IsActive: true } plugin) return false;
        plugin.PutOut(PluginState.Malfunctioning, PluginReason.Of(fault, what));
        return true;
    }

    /// <summary>Whether one went out of work since this was asked last: the host is then put together without it.</summary>
    public bool LostOne()
    {
        int now = _all.Count(p => !p.IsActive);
        return Interlocked.Exchange(ref _out, now) != now;
    }

    /// <summary>Says once what became of each.</summary>
    public void Report(ILogger log, ITexts texts)
    {
        foreach (Plugin plugin in _all)
        {
            plugin.Log = log;
            foreach (string copy in plugin.StrayCopies) log.LogWarning("Plugin {Plugin}: {Reason}", plugin.Id, texts.Get(Language.En, "platform.plugin.stray-copy", ("value", copy)));
            if (plugin.IsActive) log.LogInformation("Plugin {Plugin} {Version} works", plugin.Id, plugin.Manifest!.Version);
            else log.LogWarning("Plugin {Plugin} does not work: {Reason} {Details}", plugin.Id, texts.Get(Language.En, plugin.Reason!.Key, ("value", plugin.Reason.Value)), plugin.Reason.Details ?? "");
        }
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.UnhandledException -= BlameThread;
        foreach (Plugin plugin in _all) plugin.Dispose();
    }

    private void ReadAll(string path, bool safeMode)
    {
        if (!Directory.Exists(path)) return;
        foreach (string folder in Directory.EnumerateDirectories(path).Order(StringComparer.Ordinal)) _all.Add(new Plugin(folder));
        foreach (Plugin plugin in _all) Judge(plugin, safeMode);
        if (!_all.Exists(p => p.State == PluginState.Active)) return;
        var shared = new SharedAssemblies();
        foreach (Plugin plugin in _all) plugin.Begin("load", () => Load(plugin, shared));
        AppDomain.CurrentDomain.UnhandledException += BlameThread;
    }

    private void Judge(Plugin plugin, bool safeMode)
    {
        try
        {
            plugin.Manifest = PluginManifest.Read(plugin.Folder);
            if (_all.Exists(p => p != plugin && p.Manifest?.Id == plugin.Id)) throw new PluginFault("platform.plugin.id-taken", plugin.Id);
            if (!plugin.Manifest.Contract.Holds(PluginManifest.HostContract))
                throw new PluginFault("platform.plugin.contract", plugin.Manifest.Contract.ToString(), PluginManifest.HostContract.ToString(2));
            PluginFile.Check(plugin.Folder, MainFile(plugin));
        }
        catch (Exception e) when (e is PluginFault or IOException or UnauthorizedAccessException)
        {
            PluginReason reason = PluginReason.Of(e, "read");
            plugin.PutOut(reason.Key is "platform.plugin.framework" or "platform.plugin.contract" ? PluginState.NotSupported : PluginState.Malfunctioning, reason);
            return;
        }
        if (safeMode) plugin.PutOut(PluginState.Disabled, new PluginReason("platform.plugin.safe-mode"));
        else if (Store.IsOff(plugin.Id)) plugin.PutOut(PluginState.Disabled, new PluginReason("platform.plugin.off"));
        else Mark(plugin);
    }

    private void Mark(Plugin plugin)
    {
        try
        {
            plugin.Mark = Store.OpenMark(plugin.Id);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A data folder that cannot be written stops the start anyway, and is named there.
        }
        if (Store.IsQuarantined(plugin.Id)) plugin.PutOut(PluginState.Quarantined, new PluginReason("platform.plugin.quarantined"));
    }

    private static void Load(Plugin plugin, SharedAssemblies shared)
    {
        string file = MainFile(plugin);
        plugin.StrayCopies.AddRange(Directory.EnumerateFiles(plugin.Folder, "*.dll").Select(f => Path.GetFileNameWithoutExtension(f)!).Where(shared.Has).Order(StringComparer.Ordinal));
        Assembly assembly = new PluginLoadContext(file, shared).LoadFromAssemblyPath(file);
        // All types at once: what is missing shows now and not in a resident's chat.
        _ = assembly.GetTypes();
        ModuleEntry module = ModuleCatalog.Describe(assembly) ?? throw new PluginFault("platform.plugin.no-module");
        if (module.Id != plugin.Id) throw new PluginFault("platform.plugin.other-id", module.Id);
        _ = ModuleRegistration.Instance(module);
        plugin.Module = module with { Plugin = plugin };
    }

    private static string MainFile(Plugin plugin) => Path.Combine(plugin.Folder, plugin.Name + ".dll");

    private static bool IsOf(Assembly assembly, Assembly main) => assembly == main || AssemblyLoadContext.GetLoadContext(assembly) == AssemblyLoadContext.GetLoadContext(main);

    /// <summary>The process ends because of a thread that nobody here called.</summary>
    private void BlameThread(object sender, UnhandledExceptionEventArgs dying)
    {
        if (dying.ExceptionObject is Exception fault) Culprit(fault)?.Mark?.Blame();
    }

    /// <summary>The plugin whose code an exception came through, as its stack tells.</summary>
    private Plugin? Culprit(Exception fault)
    {
        var seen = new List<Assembly>();
        for (Exception? one = fault; one is not null; one = one.InnerException)
            seen.AddRange(new System.Diagnostics.StackTrace(one).GetFrames().Select(f => f.GetMethod()?.Module.Assembly).OfType<Assembly>());
        return _all.Find(p => p.Module is { } module && seen.Any(a => IsOf(a, module.Assembly)));
    }
}
