namespace Smss.Plugin.Tests;

/// <summary>Where the sources and the host lie, seen from the test program.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string HostProject { get; } = Path.Combine(Root, "host", "Smss.Host");

    public static string HostDll { get; } = Path.Combine(AppContext.BaseDirectory, "Smss.Host.dll");

    public static string Samples { get; } = Path.Combine(Root, "plugins-sample");

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Smss.Modular.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
