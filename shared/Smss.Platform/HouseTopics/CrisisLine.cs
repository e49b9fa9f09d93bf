using Smss.Abstractions.Conversation;
using Smss.Understanding;

namespace Smss.Platform.HouseTopics;

/// <summary>A number to call, and who answers it (text <c>platform.crisis.&lt;id&gt;</c>).</summary>
internal sealed record CrisisLine(string Id, string Number)
{
    private static readonly CrisisLine
        Emergency = new("emergency", "112"), Adults = new("adults", "116 123"), Support = new("support", "800 70 2222"),
        Children = new("children", "116 111"), Violence = new("violence", "800 120 002"), Tonight = new("tonight", "112");

    // By the beginnings of words, folded, in the three languages.
    private static readonly string[] OfViolence = Folded("bije|pobi|uderz|przemoc|znęca|maltret|gwałc|zgwałc|szarpie|dusi |kopie|boję się męża|boję się ojca|grozi mi|б'є|бє |побив|вдарив|насил|знуща|ґвалт|зґвалт|душить|погрожу|beat|hits me|hit me|hitting|violen|abus|rape|chok|threaten");
    private static readonly string[] OfChildren = Folded("mój tata|moj tata|moja mama|ojczym|w szkole|w klasie|mam 9 lat|mam 10 lat|mam 11 lat|mam 12 lat|mam 13 lat|mam 14 lat|mam 15 lat|mam 16 lat|mam 17 lat|rodzice mnie|tata mnie|mama mnie|мій тато|моя мама|вітчим|у школі|в школі|тато мене|мама мене|my dad|my mum|my mom|stepfather|at school|i am 12|i am 13|i am 14|i am 15|i am 16|i'm 12|i'm 13|i'm 14|i'm 15|i'm 16");
    private static readonly string[] OfTonight = Folded("spać|nocleg|nocow|przenocow|dach nad glow|bezdomn|głod|jeść|do jedzenia|na chleb|wyrzuc|eksmi|spania|ночува|нічліг|спати|дах над|їсти|голод|їж|на вулиці|бездом|sleep|shelter|homeless|on the street|hungry|starv|to eat|food|evict");

    public string TextKey => "platform.crisis." + Id;

    public Link ToLink() => new(Number, "tel:" + Number.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>The lines to name, the one that fits best first: violence, a child, a night without shelter, despair.</summary>
    public static IReadOnlyList<CrisisLine> For(string text)
    {
        string said = " " + Folding.Fold(text) + " ";
        bool violence = Says(said, OfViolence), child = Says(said, OfChildren);
        if (child) return violence ? [Emergency, Children, Violence] : [Emergency, Children, Adults];
        if (violence) return [Emergency, Violence, Adults];
        return Says(said, OfTonight) ? [Tonight, Adults, Children] : [Adults, Emergency, Support, Children];
    }

    private static bool Says(string said, string[] beginnings) => beginnings.Any(b => said.Contains(" " + b, StringComparison.Ordinal));

    private static string[] Folded(string words) => [.. words.Split('|').Select(Folding.Fold)];
}
