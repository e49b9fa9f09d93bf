namespace Smss.Understanding;

/// <summary>Example files as modules embed them: <c>jobs.search.pl.txt</c>, one sentence a line, <c>#</c> begins a comment, <c># slots: place, date</c> says what the intent asks for.</summary>
public static class UtteranceFile
{
    private const string SlotsHeading = "# slots:";
    private const int LongestLine = 1_000;

    /// <summary>Reads one file.</summary>
    /// <param name="name">Its name, with or without folders or the dotted prefix of an embedded resource up to <c>Utterances.</c>.</param>
    /// <param name="content">Its text; left open.</param>
    /// <exception cref="FormatException">The name does not end in an intent and a language, or a line cannot be read; the message names the file and the line.</exception>
    public static Utterances Read(string name, TextReader content)
    {
        ArgumentNullException.ThrowIfNull(content);
        (string intent, Language language) = NameOf(name);
        var lines = new List<string>();
        SlotKinds? slots = null;
        for (int number = 1; content.ReadLine() is { } line; number++)
        {
            string sentence = line.Trim();
            if (sentence.Length > LongestLine || sentence.AsSpan().ContainsAny('\0', '\ufffd'))
                throw new FormatException($"{name}, line {number}: not a sentence in UTF-8 of at most {LongestLine} letters");
            if (sentence.StartsWith(SlotsHeading, StringComparison.Ordinal))
                slots = Slots(sentence[SlotsHeading.Length..]) ?? throw new FormatException($"{name}, line {number}: \"{sentence}\" names a slot that does not exist");
            else if (sentence.Length > 0 && sentence[0] != '#')
                lines.Add(sentence);
        }
        return new Utterances(intent, language, lines) { Slots = slots };
    }

    private static SlotKinds? Slots(string names)
    {
        var all = SlotKinds.None;
        foreach (string name in names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Enum.TryParse(name, ignoreCase: true, out SlotKinds kind)) return null;
            all |= kind;
        }
        return all;
    }

    /// <summary>Whether a file of this name holds examples.</summary>
    public static bool IsNamed(string name) => TryName(name, out _, out _);

    /// <summary>The intent of a file of examples.</summary>
    /// <exception cref="FormatException">The name does not end in an intent and a language.</exception>
    public static string IntentOf(string name) => NameOf(name).Intent;

    private static (string Intent, Language Language) NameOf(string name) => TryName(name, out string intent, out Language language)
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
