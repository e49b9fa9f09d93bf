using System.Text;

namespace Smss.Understanding;

/// <summary>Tab-separated tables of the lexicon, embedded in this assembly.</summary>
internal static class Tables
{
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>Gives every row of <c>Lexicon/{name}.tsv</c> to <paramref name="row"/>.</summary>
    public static void Read(string name, Action<string[]> row)
    {
        using var stream = typeof(Tables).Assembly.GetManifestResourceStream($"Smss.Understanding.Lexicon.{name}.tsv")
            ?? throw new InvalidOperationException($"The lexicon has no table {name}.");
        using var reader = new StreamReader(stream, Strict, false, 1 << 16);
        while (reader.ReadLine() is { } line) row(line.Split('\t'));
    }
}
