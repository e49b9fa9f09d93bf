namespace Smss.Understanding;

/// <summary>Example files as modules embed them: <c>jobs.search.pl.txt</c>, one sentence a line, <c>#</c> begins a comment.</summary>
public static class UtteranceFile
{
    /// <summary>Reads one file.</summary>
    /// <param name="name">Its name, with or without folders or the dotted prefix of an embedded resource up to <c>Utterances.</c>.</param>
    /// <param name="content">Its text; left open.</param>
    /// <exception cref="FormatException">The name does not end in an intent and a language.</exception>
    public static Utterances Read(string name, TextReader content)
    {
        ArgumentNullException.ThrowIfNull(content);
        (string intent, Language language) = NameOf(name);
        var lines = new List<string>();
        while (content.ReadLine() is { } line)
            if (line.Trim() is { Length: > 0 } sentence && sentence[0] != '#')
                lines.Add(sentence);
        return new Utterances(intent, language, lines);
    }

    /// <summary>Whether a file of this name holds examples.</summary>
    public static bool IsNamed(string name) => TryName(name, out _, out _);

    private static (string, Language) NameOf(string name) => TryName(name, out string intent, out Language language)
        ? (intent, language)
        : throw new FormatException($"{name} is not <intent>.<pl|uk|en>.txt");

    private static bool TryName(string name, out string intent, out Language language)
    {
        ArgumentNullException.ThrowIfNull(name);
        (intent, language) = ("", Language.Other);
        const string folder = "Utterances.";
        string file = Path.GetFileName(name);
        int after = file.LastIndexOf(folder, StringComparison.Ordinal);
        if (after >= 0) file = file[(after + folder.Length)..];
        string[] parts = file.Split('.');
        if (parts.Length < 3 || parts[^1] != "txt" || parts[^2].Length != 2) return false;
        language = Languages.Of(parts[^2]);
        intent = string.Join('.', parts[..^2]);
        return language != Language.Other && intent.Length > 0;
    }
}
