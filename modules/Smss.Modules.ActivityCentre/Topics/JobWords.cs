using Smss.Modules.ActivityCentre.Search;
using Smss.Understanding;

namespace Smss.Modules.ActivityCentre.Topics;

/// <summary>Words of a request for work that name no work.</summary>
internal static class JobWords
{
    private static readonly string[] General =
    [
        "prac", "robot", "ofert", "szuk", "zatrudn", "zarob", "zajec", "fuch", "etat", "umow", "zlec", "weekend", "zdaln", "dorywcz",
        "doswiadcz", "chc", "potrzeb", "znajd", "znalez", "pokaz", "wolne", "miejsc", "okolic", "blisk", "jakas", "jakies", "jakikolwiek",
        "робот", "прац", "вакан", "шука", "знай", "потріб", "хоч", "досв", "район", "близьк",
        "job", "work", "look", "search", "find", "want", "need", "offer", "experien", "near", "part", "full", "time", "remote",
    ];

    private static readonly string[] Nights = ["nocek", "nocn", "noc", "ноч", "ніч", "night"];
    private static readonly string[] Without = ["bez ", "nie ", "без ", "не ", "no ", "not ", "without "];
    private static readonly string[] Closer = ["blizej", "ближч", "closer", "nearer"];

    /// <summary>Stems of the message that may name a work: not the general ones and not the place.</summary>
    public static IEnumerable<string> Telling(string text, string? place)
    {
        string[] places = place is null ? [] : [.. Stems.Of(place)];
        return Stems.Of(text).Where(w => !General.Any(g => w.StartsWith(g, StringComparison.Ordinal)))
            .Where(w => !places.Any(p => Shares(w, p)));
    }

    public static bool RefusesNights(string text)
    {
        string said = Folding.Fold(text);
        int night = Nights.Select(n => said.IndexOf(n, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
        return night > 0 && Without.Any(w => said.IndexOf(w, StringComparison.Ordinal) is >= 0 and int at && at < night);
    }

    public static bool AsksCloser(string text)
    {
        string said = Folding.Fold(text);
        return Closer.Any(c => said.Contains(c, StringComparison.Ordinal));
    }

    // "Zakrzowie" and "zakrzow" share all but an ending.
    private static bool Shares(string word, string place) =>
        word.Length >= 4 && place.Length >= 4 && word.AsSpan().CommonPrefixLength(place) >= Math.Max(4, place.Length - 2);
}
