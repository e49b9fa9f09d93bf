using Smss.Understanding;

namespace Smss.Modules.Initiatives.Search;

internal static class SearchWords
{
    public static IEnumerable<string> Of(string text) =>
        Folding.Fold(text).Split([.. Folding.Fold(text).Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2);
}
