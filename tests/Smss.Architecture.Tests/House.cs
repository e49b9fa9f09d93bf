using System.Reflection;
using System.Xml.Linq;

namespace Smss.Architecture.Tests;

/// <summary>The projects as they lie on disk, and the assemblies made of them.</summary>
internal static class House
{
    private static readonly string[] NotOurs = ["bin", "obj", "data", "node_modules"];

    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static IReadOnlyList<Project> Modules { get; } = In("modules");
    public static IReadOnlyList<Project> Shared { get; } = In("shared");
    public static Project Host { get; } = In("host").Single();
    public static IEnumerable<Project> All => [Host, .. Shared, .. Modules];

    /// <summary>Source files of a folder, what builds leave behind not counted.</summary>
    public static IEnumerable<string> Sources(string folder, string pattern = "*.cs") =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(folder, f).Split(Path.DirectorySeparatorChar).Any(NotOurs.Contains));

    private static IReadOnlyList<Project> In(string folder) =>
        [.. Directory.GetDirectories(Path.Combine(Root, folder)).Order(StringComparer.Ordinal)
            .SelectMany(d => Directory.GetFiles(d, "*.csproj")).Select(f => new Project(f))];

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Smss.Modular.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}

/// <summary>One project.</summary>
internal sealed class Project(string file)
{
    public string Name { get; } = Path.GetFileNameWithoutExtension(file);
    public string Folder { get; } = Path.GetDirectoryName(file)!;
    public Assembly Assembly => Assembly.Load(Name);

    /// <summary>Names of the projects it references, wildcards opened, what its folder's props add included.</summary>
    public IReadOnlyList<string> References { get; } =
        [.. Included(file).Concat(Inherited(file)).SelectMany(Opened).Distinct().Order(StringComparer.Ordinal)];

    public override string ToString() => Name;

    private static IEnumerable<(string Folder, string Path)> Included(string from) =>
        XDocument.Load(from).Descendants("ProjectReference").Select(r => (Path.GetDirectoryName(from)!, r.Attribute("Include")!.Value.Replace('\\', '/')));

    private static IEnumerable<(string Folder, string Path)> Inherited(string from) =>
        Path.Combine(Path.GetDirectoryName(from)!, "..", "Directory.Build.props") is var props && File.Exists(props)
            ? Included(Path.GetFullPath(props)).Select(r => (r.Folder, r.Path.Replace("$(MSBuildThisFileDirectory)", "", StringComparison.Ordinal)))
            : [];

    private static IEnumerable<string> Opened((string Folder, string Path) reference)
    {
        if (!reference.Path.Contains('*', StringComparison.Ordinal)) return [Path.GetFileNameWithoutExtension(reference.Path)];
        string root = Path.GetFullPath(Path.Combine(reference.Folder, reference.Path[..reference.Path.IndexOf('*', StringComparison.Ordinal)]));
        return Directory.GetDirectories(root).SelectMany(d => Directory.GetFiles(d, "*.csproj")).Select(f => Path.GetFileNameWithoutExtension(f)!);
    }
}
