using System.Text;

namespace Smss.Plugin.Testing;

/// <summary>
/// A conversation as a text file: a head <c>język: pl</c>, then <c>&gt;</c> what a resident writes and <c>&lt;</c> what the bot answers
/// (indented lines go on; "…" at the end of one stands for anything), <c>#</c> a remark.
/// </summary>
public static class Transcript
{
    private const string Head = "język:";

    /// <summary>Plays the resident's lines of a file and compares every line of the bot.</summary>
    /// <param name="host">A running host with the plugin.</param>
    /// <param name="file">The conversation. With <c>SMSS_TRANSCRIPTS_WRITE=1</c> what the bot really says is written into it, to be read with care.</param>
    /// <exception cref="PluginTestException">The bot said something else; the message shows the whole conversation as it is.</exception>
    public static async Task PlayAsync(PluginHost host, string file)
    {
        string wanted = await File.ReadAllTextAsync(file);
        string played = await PlayTextAsync(host, wanted);
        if (Environment.GetEnvironmentVariable("SMSS_TRANSCRIPTS_WRITE") == "1") await File.WriteAllTextAsync(file, played);
        else if (!Fits(wanted.TrimEnd('\n').Split('\n'), played.TrimEnd('\n').Split('\n'))) throw new PluginTestException($"{Path.GetFileName(file)} goes another way:\n\n{played}");
    }

    private static bool Fits(string[] wanted, string[] played) =>
        wanted.Length == played.Length && wanted.Zip(played).All(p => p.First == p.Second || (p.First.EndsWith('…') && p.Second.StartsWith(p.First[..^1], StringComparison.Ordinal)));

    private static async Task<string> PlayTextAsync(PluginHost host, string text)
    {
        string[] lines = text.TrimEnd('\n').Split('\n');
        string language = lines.FirstOrDefault(l => l.StartsWith(Head, StringComparison.Ordinal))?[Head.Length..].Trim() ?? throw new PluginTestException($"The head lacks \"{Head} pl\".");
        Visitor visitor = await host.VisitAsync(language);
        var played = new StringBuilder();
        foreach (string line in lines.Where(l => !l.StartsWith('<') && !l.StartsWith("  ", StringComparison.Ordinal)))
        {
            played.Append(line).Append('\n');
            if (!line.StartsWith("> ", StringComparison.Ordinal)) continue;
            foreach (string message in await visitor.SayAsync(line[2..])) played.Append("< ").Append(message.Replace("\n", "\n  ", StringComparison.Ordinal)).Append('\n');
        }
        return played.ToString();
    }
}
