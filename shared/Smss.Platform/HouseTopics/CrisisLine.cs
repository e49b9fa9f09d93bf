using System.Globalization;
using System.Text.RegularExpressions;
using Smss.Abstractions.Conversation;
using Smss.Understanding;

namespace Smss.Platform.HouseTopics;

/// <summary>A number to call, and who answers it (text <c>platform.crisis.&lt;id&gt;</c>).</summary>
internal sealed partial record CrisisLine(string Id, string Number)
{
    private const int GrownUp = 18;

    private static readonly CrisisLine
        Emergency = new("emergency", "112"), Adults = new("adults", "116 123"), Support = new("support", "800 70 2222"),
        Children = new("children", "116 111"), Violence = new("violence", "800 120 002"), Tonight = new("tonight", "112");

    // By the beginnings of words, folded, in the three languages.
    private static readonly string[] OfThisMoment = Folded("nóż|nożem|siekier|maczet|pistolet|broń|bronią|krwaw|krew |nie oddycha|nieprzytom|połkn|łykn|nałyk|wzięłam |wziąłem |na dachu|na moście|na torach|z okna|odkręc|ratunku|zabije mnie|mnie zabije|mnie dusi|z nożem|nie rusza|ніж|ножем|нож|сокир|пістолет|зброя|рушниц|кров|не дихає|непритом|наковта|наглота|випила все|випив все|на даху|на мосту|на рейках|з вікна|газ |рятуйте|мене вб|вб'є мене|мене душить|не рухається|knife|axe |gun |pistol|shotgun|bleed|isnt breathing|not breathing|unconscious|swallowed|overdos|took all|took every|on the roof|on the bridge|on the tracks|out of the window|gas on|kill me now|he will kill|hell kill|going to kill me|strangl|choking me|not moving");
    private static readonly string[] OfViolence = Folded("bije|biją|pobi|zbił|uderz|bita |przemoc|znęca|maltret|katuj|gwałc|zgwałc|gwałt|molest|obmac|dotyka|szarpi|dusi |kopie|kopn|tłucze|boję się męża|boję się ojca|boję się partnera|grozi|niebiesk|siniak|б'є|бє |бьє|бьет|бьют|б'ють|побив|побил|вдарив|вдарил|ударил|насил|изнас|знуща|ґвалт|зґвалт|згвалт|душить|лупить|лупцю|штовха|погрож|угрож|избив|избил|боюсь чоловіка|боюся чоловіка|синці|beat|hits|hit me|hit her|hitting|violen|abus|rape|raping|molest|grope|chok|punch|kicks me|kicked me|slap|threaten|scared of my|afraid of my|bruise");
    private static readonly string[] OfAChildItself = Folded("mój tata|moja mama|ojczym|w szkole|w klasie|z klasy|rodzice mnie|tata mnie|mama mnie|mnie mama|mnie tata|tato mnie|мій тато|моя мама|вітчим|у школі|в школі|з класу|тато мене|мама мене|мене тато|мене мама|батьки мене|отчим|my dad|my mum|my mom|dad hits|mum hits|stepfather|stepdad|at school|in my class|my teacher");
    private static readonly string[] OfAYoungOne = Folded("córk|syn |syna |synek|wnucz|uczeń|uczenn|uczni|nastol|дочк|доньк|син |сина |онук|учен|учн|підліт|сын|дочь|daughter|my son |pupil|teen|granddaughter|grandson");
    private static readonly string[] OfTonight = Folded("spać|spac |śpię|śpimy|śpi |nocleg|nocow|nocuj|przenocow|dach nad|bezdomn|na ulicy|głod|jeść|jadł|jedli|do jedzenia|na chleb|jedzenia|wyrzuc|wygon|eksmi|spania|zamarz|marzn|ночу|ночів|нічліг|спати|сплю|переноч|дах над|їсти|їла |їли |їв |голод|їж|хліб|на вулиці|бездом|замерз|мерзн|вигнав|вигнал|висел|спать|ночев|есть |кушать|выгнал|на улице|sleep|slept|shelter|homeless|on the street|hungry|starv|to eat|eaten|food|evict|freez|kicked out|threw me out");

    public string TextKey => "platform.crisis." + Id;

    public Link ToLink() => new(Number, "tel:" + Number.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>The lines to name, the one that fits best first; 112 before all when it happens now.</summary>
    public static IReadOnlyList<CrisisLine> For(string text)
    {
        string said = " " + Folding.Fold(text) + " ";
        CrisisLine[] lines = Kind(said);
        return Says(said, OfThisMoment) && lines[0] != Tonight ? [Emergency, .. lines.Where(l => l != Emergency)] : lines;
    }

    private static CrisisLine[] Kind(string said)
    {
        bool violence = Says(said, OfViolence), child = Says(said, OfAChildItself) || IsUnderAge(said);
        if (child) return violence ? [Children, Violence, Emergency] : [Children, Emergency, Adults];
        if (violence) return [Violence, Emergency, Adults];
        if (Says(said, OfTonight)) return [Tonight, Adults, Children];
        return Says(said, OfAYoungOne) ? [Children, Emergency, Adults] : [Adults, Emergency, Support, Children];
    }

    private static bool IsUnderAge(string said) => Age().Match(said) is { Success: true } m && int.Parse(m.Groups.Values.Skip(1).First(g => g.Success).Value, CultureInfo.InvariantCulture) < GrownUp;

    private static bool Says(string said, string[] beginnings) => beginnings.Any(b => said.Contains(" " + b, StringComparison.Ordinal));

    private static string[] Folded(string words) => [.. words.Split('|').Select(Folding.Fold)];

    /// <summary>"mam 13 lat", "мені 12", "i'm 14", on folded text.</summary>
    [GeneratedRegex(@"\bmam? (\d{1,2}) lat|\b(?:мені|мне) (\d{1,2})\b|\b(?:i'?m|i am) (\d{1,2})\b(?! (?:week|month))")]
    private static partial Regex Age();
}
