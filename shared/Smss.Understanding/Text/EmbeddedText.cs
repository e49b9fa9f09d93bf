using System.Reflection;

namespace Smss.Understanding;

/// <summary>The tables of this project that are data: one entry a line, <c>#</c> begins a comment.</summary>
internal static class EmbeddedText
{
    public static IEnumerable<string> Lines(string file)
    {
        Assembly assembly = typeof(EmbeddedText).Assembly;
        using Stream stream = assembly.GetManifestResourceStream("Smss.Understanding.Data." + file)
            ?? throw new InvalidOperationException($"{file} is not embedded");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Trim() is { Length: > 0 } text && text[0] != '#')
                yield return text;
    }
}
