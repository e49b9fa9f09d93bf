using System.Reflection;
using Smss.Platform.Modules;

namespace Smss.Host.Tests.House;

/// <summary>The modules that lie beside the host, found as the host finds them.</summary>
internal static class AllModules
{
    public static IReadOnlyList<ModuleEntry> Found { get; } = ModuleCatalog.Make("*", ModuleCatalog.BesideTheHost()).Found;

    public static IReadOnlyList<string> Ids { get; } = [.. Found.Select(m => m.Id)];

    /// <summary>The platform and all modules.</summary>
    public static IReadOnlyList<ModuleEntry> WithPlatform { get; } = ModuleCatalog.Make("*", ModuleCatalog.BesideTheHost()).Enabled;

    /// <summary>The list for <c>Smss:Modules</c> without one module and what cannot be without it.</summary>
    public static string Without(string id) => string.Join(',', Found.Where(m => m.Id != id && !m.Requires.Contains(id)).Select(m => m.Id));

    /// <summary>The list for <c>Smss:Modules</c> with one module and what it needs.</summary>
    public static string Only(string id) => string.Join(',', Found.Single(m => m.Id == id).Requires.Append(id));
}
