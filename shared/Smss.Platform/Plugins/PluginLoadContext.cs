using System.Reflection;
using System.Runtime.Loader;

namespace Smss.Platform.Plugins;

/// <summary>One per plugin: shared assemblies from the host whatever lies in the folder, all else from the folder and nowhere else.</summary>
internal sealed class PluginLoadContext(string mainFile, SharedAssemblies shared) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(mainFile))
{
    private readonly string _folder = Path.GetDirectoryName(mainFile)!;
    private readonly AssemblyDependencyResolver _resolver = new(mainFile);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (shared.Has(assemblyName.Name)) return null;
        string beside = Path.Combine(_folder, assemblyName.Name + ".dll");
        string? file = _resolver.ResolveAssemblyToPath(assemblyName) ?? (File.Exists(beside) ? beside : null);
        // The host may have one of that name; a plugin that leaned on it would break with the host's next version.
        return file is null ? throw new PluginFault("platform.plugin.missing-assembly", assemblyName.Name) : LoadFromAssemblyPath(file);
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } file ? LoadUnmanagedDllFromPath(file) : 0;
}
