using Smss.Understanding;

namespace Smss.Modules.ActivityCentre.Search;

/// <summary>Words as they are indexed and asked for: folded stems, letters and digits only, separated by one space.</summary>
internal static class Stems
{
    private static readonly char[] Ends = ['a', 'e', 'i', 'o', 'u', 'y'];

    public static IEnumerable<string> Of(string text) =>
        Folding.Fold(text).Split([.. Folding.Fold(text).Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 1).Select(w => w.Length > 4 ? w.TrimEnd(Ends) : w);

    public static string Join(params ReadOnlySpan<string?> texts)
    {
        var words = new List<string>();
        foreach (string? text in texts)
            if (!string.IsNullOrEmpty(text)) words.AddRange(Of(text));
        return string.Join(' ', words.Distinct());
    }
}
