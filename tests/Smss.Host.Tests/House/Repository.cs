namespace Smss.Host.Tests.House;

/// <summary>Where the sources lie, seen from the test program.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string HostProject { get; } = Path.Combine(Root, "host", "Smss.Host");

    public static string Transcripts { get; } = Path.Combine(Root, "tests", "transcripts");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Smss.Modular.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
