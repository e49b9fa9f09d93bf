using System.Collections.Frozen;
using Smss.Modules.ActivityCentre.Search;
using Smss.Understanding;

namespace Smss.Modules.ActivityCentre.Topics;

/// <summary>Words of a request for work that name no work.</summary>
internal static class JobWords
{
    private static readonly FrozenSet<string> General =
    [
        .. Stems.Of("""
            praca pracy pracę prace pracować robota roboty robotę oferta oferty ofert ofertę szukam szukać szuka poszukuję zatrudnienie zatrudnię
            zarobić zarobek zajęcie zajęcia fucha etat etatu umowa umowę zlecenie zlecenia weekend weekendy weekendowa zdalna zdalnie dorywcza
            doświadczenie doświadczenia chcę chciałbym chciałabym potrzebuję potrzebna znajdź znaleźć znajdę pokaż macie jest są wolne miejsce
            miejsca okolica okolicy blisko bliżej jakaś jakieś jakąś jakaś jakakolwiek jakiejś cokolwiek czegokolwiek coś ktoś proszę dzień dobry cześć
            робота роботу роботи робочий працювати праця вакансія вакансії вакансій шукаю знайти хочу потрібна потрібно досвід досвіду район
            близько поблизу будь якась якусь є добрий день
            job jobs work working looking look search find want need offer offers experience near nearby part full time remote any some hello please
            """),
    ];

    private static readonly string[] Nights = ["nocek", "nocn", "noc", "ноч", "ніч", "night"];
    private static readonly string[] Without = ["bez ", "nie ", "без ", "не ", "no ", "not ", "without "];
    private static readonly string[] Closer = ["blizej", "ближч", "closer", "nearer"];
    private static readonly string[] Elsewhere = ["gdzie indziej", "gdziekolwiek", "w innym miejscu", "inne miejsc", "деінде", "будь-де", "в іншому місці", "інші місця", "elsewhere", "somewhere else", "anywhere", "other places"];

    private static readonly string[] Anything = ["cokolwiek", "czegokolwiek", "byle co", "obojetnie co", "будь-що", "будь що", "що завгодно", "баидуже що", "anything you have", "anything at all", "show anything", "show me anything", "whatever you have"];

    /// <summary>Stems of the message that may name a work: not the general ones and not the place.</summary>
    public static IEnumerable<string> Telling(string text, string? place)
    {
        string[] places = place is null ? [] : [.. Stems.Of(place)];
        return Stems.Of(text).Where(w => !General.Contains(w) && !places.Any(p => Shares(w, p)));
    }

    public static bool RefusesNights(string text)
    {
        string said = Folding.Fold(text);
        int night = Nights.Select(n => said.IndexOf(n, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
        return night > 0 && Without.Any(w => said.IndexOf(w, StringComparison.Ordinal) is >= 0 and int at && at < night);
    }

    public static bool AsksCloser(string text) => Says(text, Closer);

    public static bool AsksElsewhere(string text) => Says(text, Elsewhere);

    /// <summary>"Dobra, pokaż cokolwiek" takes back the trade asked for before.</summary>
    public static bool AsksAnything(string text) => Says(text, Anything);

    private static bool Says(string text, string[] words)
    {
        string said = Folding.Fold(text);
        return Array.Exists(words, w => said.Contains(w, StringComparison.Ordinal));
    }

    // "Zakrzowie" and "zakrzow" share all but an ending.
    private static bool Shares(string word, string place) =>
        word.Length >= 4 && place.Length >= 4 && word.AsSpan().CommonPrefixLength(place) >= Math.Max(4, place.Length - 2);
}
