using Smss.Understanding;

namespace Smss.Modules.Initiatives.Topics;

/// <summary>Tells what a message says from the words that only ask for something to be done with it.</summary>
internal static class Wording
{
    private const int EnoughToFile = 2;

    // Beginnings of folded words; those of up to three letters are whole words.
    private static readonly string[] Filing = Words("""
        chc chce chcial zglos zglas inicjatyw pomysl problem propon propoz zapropon dodaj zloz sklad napis spraw nowa nowy nowe nowego obywatelsk gdzie jak ktos cos osiedl
        dzielnic miast mieszkan zmian wnios formularz prosz moge mozna mam byc jest dla prze inn
        report submit idea ideas initiativ propos suggest want would like please something estate neighbo community citizen how can where new file the have are
        хочу хочем хотіл хотів пода зголос повідом ініціатив иде іде пропоз пропон проблем будь ласка район громадян нов як де маю для сусід
        hoch khoch podat zgol initsiat ideia
        """);

    private static readonly string[] Asking = Words("""
        pokaz lista liste list jaki jaka jakie przejrz zobacz sprawdz najnowsz ostatni popular najpopul poparc popar najwiec glos zglosz zglosil zglasz zglasi zglasz zglos
        inicjatyw pomysl pomysly mieszkanc sasiad sasiedz ktos inni inne innych ludz juz taka byla byly chce chcial sprawie istniej wszystk problem propon prosz aktualn
        show list what which others other people neighbo initiativ idea ideas report latest newest popular support most vote votes all anybody someone already there any propos see have did
        покаж показ список які яка який інші сусід ініціатив ідеї іде новин нов останні популярн підтрим найбільш люди мешкан усі всі хтось вже чи зголош пропон
        pokaz initsiat
        popier glosuj oddaj oddac dolicz dopisz dodaj podpis jestem dolacz wycof cofam cofnij moj moje numer zagloso
        back add count sign join mine number withdraw підтримую голосу додай приєдн номер мій моя
        """);

    private static readonly string[] Withdrawing = ["wycof", "cofam", "cofnij", "rezygn", "odwolu", "zabieram glos", "відклик", "відкличте", "скасу", "забираю", "знімаю", "withdraw", "take back", "remove my", "unsupport", "no longer"];

    private static readonly string[] TopSupport = ["popular", "poparc", "glos", "najwiec", "support", "vote", "популярн", "підтрим", "найбільш", "голос"];

    private static readonly string[] Prepositions = ["na", "w", "we", "z", "ze", "in", "at", "from", "на", "в", "у", "з", "із"];

    /// <summary>Whether the message itself holds an initiative ("na Zatorskiej nie świecą lampy"), not only the wish to file one.</summary>
    public static bool HoldsInitiative(string text) => Left(text, Filing).Take(EnoughToFile).Count() == EnoughToFile;

    /// <summary>What a list was asked about, without the place.</summary>
    public static string Subject(string text, string? place) =>
        string.Join(' ', Left(string.Join(' ', WithoutPlace(Split(text), place)), Asking));

    public static bool TakesBack(string text) => ContainsAny(text, Withdrawing);

    public static bool AsksForTop(string text) => ContainsAny(text, TopSupport);

    private static IEnumerable<string> Left(string text, string[] asking) => Split(text).Where(word =>
        word.Length > 2 && !char.IsAsciiDigit(word[0]) && !asking.Any(a => a.Length <= 3 ? word == a : word.StartsWith(a, StringComparison.Ordinal)));

    /// <summary>"na Psim Polu": the words after the preposition, as many as the place's name has.</summary>
    private static string[] WithoutPlace(string[] words, string? place)
    {
        if (place is null) return words;
        string[] name = Split(place);
        for (int i = 0; i < words.Length; i++)
        {
            bool after = i > 0 && Prepositions.Contains(words[i - 1]);
            if ((after || words[i] == name[0]) && words[i].Length >= 3 && words[i][..3] == name[0][..3])
                return [.. words[..i], .. words[Math.Min(words.Length, i + name.Length)..]];
        }
        return words;
    }

    private static string[] Split(string text) =>
        [.. new string([.. Folding.Fold(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static bool ContainsAny(string text, string[] beginnings)
    {
        string folded = Folding.Fold(text);
        return beginnings.Any(b => folded.Contains(b, StringComparison.Ordinal));
    }

    private static string[] Words(string words) =>
        [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Folding.Fold).Distinct()];
}
