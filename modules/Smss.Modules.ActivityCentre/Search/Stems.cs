using Smss.Understanding;

namespace Smss.Modules.ActivityCentre.Search;

/// <summary>Words as they are indexed and asked for: stems of letters and digits only, so that no text can be read as query syntax.</summary>
internal static class Stems
{
    public static IEnumerable<string> Of(string text) =>
        SearchWords.Of(text).Select(w => w.All(char.IsLetterOrDigit) ? w : string.Concat(w.Where(char.IsLetterOrDigit))).Where(w => w.Length > 0);

    public static string Join(params ReadOnlySpan<string?> texts)
    {
        var words = new List<string>();
        foreach (string? text in texts)
            if (!string.IsNullOrEmpty(text)) words.AddRange(Of(text));
        return string.Join(' ', words.Distinct());
    }
}
