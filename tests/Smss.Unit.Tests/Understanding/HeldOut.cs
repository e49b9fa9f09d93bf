using Smss.Understanding;

namespace Smss.Unit.Tests.Engine;

/// <summary>The examples of every module, those to come among them, and the messages held out of them, written by another hand.</summary>
internal static class HeldOut
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<Utterances> Taught { get; } =
        [.. Files("modules").Concat(Files("shared/Smss.Platform/Utterances")).Concat(Files("docs/utterances-to-come")).Select(Utterances)];

    public static IReadOnlyList<Labelled> Messages { get; } = Labelled("tests/understanding");

    /// <summary>Messages that were held out once and whose mistakes have been looked at since: they keep what was reached from falling and prove nothing more.</summary>
    public static IReadOnlyList<Labelled> Seen { get; } = Labelled("tests/understanding/seen");

    /// <summary>Indirect cries for help and what looks like them, harder than what residents mostly write; only crisis or not is judged.</summary>
    public static IReadOnlyList<Labelled> Cries { get; } = Labelled("tests/understanding/crisis");

    private static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*.txt", SearchOption.AllDirectories)
        .Where(f => f.Contains("tterances", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static Utterances Utterances(string path)
    {
        using var content = new StreamReader(path);
        return UtteranceFile.Read(path, content);
    }

    private static IReadOnlyList<Labelled> Labelled(string folder) =>
        [.. Directory.GetFiles(Path.Combine(Root, folder), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(LabelledIn)];

    private static IReadOnlyList<Labelled> LabelledIn(string path)
    {
        using var content = new StreamReader(path);
        return LabelledFile.Read(path, content);
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Smss.Modular.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("The repository is not above the tests.");
    }
}
