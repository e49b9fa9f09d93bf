using Smss.Modules.Leaders.Model;
using Smss.Understanding;

namespace Smss.Modules.Leaders.Topics;

/// <summary>Words about points that are no slots, by the beginnings of folded words in the three languages.</summary>
internal static class PointWords
{
    private static readonly string[] Centre = ["centr", "центр"];
    private static readonly string[] Integration = ["integra", "інтегра", "интегра"];
    private static readonly string[] Civic = ["obywatelsk", "wsparci", "pwo", "громадянськ", "підтримк", "civic", "support"];
    private static readonly string[] Nearest = ["najblizsz", "najblizej", "найближч", "nearest", "closest", "next", "soonest"];

    private static readonly string[] When = ["kiedy", "коли", "when"];

    public static PointKind? KindIn(string text)
    {
        string[] words = WordsOf(text);
        if (Begins(words, Civic)) return PointKind.CivicSupportPoint;
        if (Begins(words, Integration)) return PointKind.IntegrationPoint;
        return Begins(words, Centre) ? PointKind.Centre : null;
    }

    public static bool SaysNearest(string text) => Begins(WordsOf(text), Nearest);

    /// <summary>"Kiedy najbliżej?" asks for the time, "gdzie najbliżej?" for the place.</summary>
    public static bool AsksWhenNext(string text) => SaysNearest(text) && Begins(WordsOf(text), When);

    public static string[] WordsOf(string text) => Folding.Fold(text).Split(
        [.. " ,.;:!?\"'()/\n\t–"], StringSplitOptions.RemoveEmptyEntries);

    public static bool Begins(string[] words, string[] beginnings) =>
        Array.Exists(words, w => Array.Exists(beginnings, b => w.StartsWith(Folding.Fold(b), StringComparison.Ordinal)));
}
