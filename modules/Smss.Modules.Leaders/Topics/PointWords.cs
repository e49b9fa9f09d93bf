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
    private static readonly string[] Where = ["gdzie", "adres", "dojech", "dojazd", "dojd", "telefon", "де", "адрес", "дістат", "доїха", "телефон", "where", "address", "get there", "phone"];
    private static readonly string[] Hours = ["kiedy", "godzin", "ktorej", "otwart", "czynn", "коли", "годин", "котрі", "відкрит", "відчин", "працю", "when", "hours", "open", "close"];
    private static readonly string[] WhatFor = ["czym", "pomaga", "zalatw", "чим", "допомага", "help", "services"];

    public static PointKind? KindIn(string text)
    {
        string[] words = WordsOf(text);
        if (Begins(words, Civic)) return PointKind.CivicSupportPoint;
        if (Begins(words, Integration)) return PointKind.IntegrationPoint;
        return Begins(words, Centre) ? PointKind.Centre : null;
    }

    /// <summary>What the words ask about a point spoken of before; null when they do not say.</summary>
    public static string? IntentIn(string text)
    {
        string[] words = WordsOf(text);
        if (Begins(words, Where)) return PointsTopic.Location;
        return Begins(words, Hours) ? PointsTopic.Hours : Begins(words, WhatFor) ? PointsTopic.Services : null;
    }

    public static bool SaysNearest(string text) => Begins(WordsOf(text), Nearest);

    /// <summary>"Kiedy najbliżej?" asks for the time, "gdzie najbliżej?" for the place.</summary>
    public static bool AsksWhenNext(string text) => SaysNearest(text) && Begins(WordsOf(text), When);

    public static string[] WordsOf(string text) => Folding.Fold(text).Split(
        [.. " ,.;:!?\"'()/\n\t–"], StringSplitOptions.RemoveEmptyEntries);

    public static bool Begins(string[] words, string[] beginnings) =>
        Array.Exists(words, w => Array.Exists(beginnings, b => w.StartsWith(Folding.Fold(b), StringComparison.Ordinal)));
}
