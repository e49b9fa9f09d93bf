using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Smss.Abstractions.Modules;

namespace Smss.Platform.Plugins;

/// <summary>Looks into a plugin's files without running anything of them.</summary>
internal static class PluginFile
{
    /// <exception cref="PluginFault">A link, no .NET assembly, another framework, or nothing of ours in it.</exception>
    public static void Check(string folder, string mainFile)
    {
        FileSystemInfo? link = new DirectoryInfo(folder) is { LinkTarget: not null } itself
            ? itself
            : new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
                .FirstOrDefault(f => f.LinkTarget is not null);
        if (link is not null) throw new PluginFault("platform.plugin.link", link.Name);
        if (!File.Exists(mainFile)) throw new PluginFault("platform.plugin.no-dll", Path.GetFileName(mainFile));
        try
        {
            using var content = new PEReader(File.OpenRead(mainFile));
            if (!content.HasMetadata) throw new PluginFault("platform.plugin.no-assembly", Path.GetFileName(mainFile));
            CheckReferences(content.GetMetadataReader());
        }
        catch (BadImageFormatException e)
        {
            throw new PluginFault("platform.plugin.no-assembly", Path.GetFileName(mainFile), e.Message);
        }
    }

    private static void CheckReferences(MetadataReader metadata)
    {
        bool knowsUs = false;
        foreach (AssemblyReference reference in metadata.AssemblyReferences.Select(metadata.GetAssemblyReference))
        {
            string name = metadata.GetString(reference.Name);
            if (name == "mscorlib" || (name == "System.Runtime" && reference.Version.Major > Environment.Version.Major))
                throw new PluginFault("platform.plugin.framework", $"{name} {reference.Version}");
            knowsUs |= name == typeof(IModule).Assembly.GetName().Name;
        }
        if (!knowsUs) throw new PluginFault("platform.plugin.no-module");
    }
}
