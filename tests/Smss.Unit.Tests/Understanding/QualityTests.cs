using Smss.Understanding;

namespace Smss.Unit.Tests.Engine;

/// <summary>How well messages are understood that nobody trained on. The floors lie about a point under what was reached: it must not get worse unseen.</summary>
public class QualityTests
{
    private static readonly Lazy<Understander> Full = new(() => Understander.Create(HeldOut.Taught));
    private static readonly Lazy<Evaluation> Fresh = new(() => Evaluation.Of(Full.Value, HeldOut.Messages, new DateOnly(2026, 11, 21)));
    private static readonly Lazy<Evaluation> Seen = new(() => Evaluation.Of(Full.Value, HeldOut.Seen, new DateOnly(2026, 11, 21)));
    private static readonly Lazy<Evaluation> Indirect = new(() => Evaluation.Of(Full.Value, HeldOut.Cries, new DateOnly(2026, 11, 21)));

    public enum Set { Fresh, Seen }

    [Theory]
    [InlineData(Set.Fresh, Language.Pl, 0.960, 0.935, 0.019)]
    [InlineData(Set.Fresh, Language.Uk, 0.947, 0.980, 0.024)]
    [InlineData(Set.Fresh, Language.En, 0.949, 0.950, 0.031)]
    [InlineData(Set.Seen, Language.Pl, 0.965, 0.917, 0.018)]
    [InlineData(Set.Seen, Language.Uk, 0.950, 0.905, 0.024)]
    [InlineData(Set.Seen, Language.En, 0.955, 0.909, 0.019)]
    public void Intents_are_found_and_the_rest_is_refused(Set set, Language language, double accuracy, double outOfScope, double refused)
    {
        Score score = In(set, language);
        Assert.True(score.Messages > 650, "The messages are there.");
        Assert.InRange(score.Accuracy, accuracy, 1);
        Assert.InRange(score.OutOfScopeRecall, outOfScope, 1);
        Assert.InRange(score.Refused, 0, refused);
    }

    [Theory]
    [InlineData(Set.Fresh, Language.Pl, 0.95, 0.009)]
    [InlineData(Set.Fresh, Language.Uk, 0.95, 0.007)]
    [InlineData(Set.Fresh, Language.En, 0.94, 0.011)]
    [InlineData(Set.Seen, Language.Pl, 0.987, 0.013)]
    [InlineData(Set.Seen, Language.Uk, 0.980, 0.013)]
    [InlineData(Set.Seen, Language.En, 0.970, 0.012)]
    public void Cries_for_help_are_heard(Set set, Language language, double recall, double falseAlarms)
    {
        Score score = In(set, language);
        Assert.InRange(score.CrisisRecall, recall, 1);
        Assert.InRange(score.FalseAlarms, 0, falseAlarms);
    }

    [Theory]
    [InlineData(Language.Pl, 0.87, 0.165)]
    [InlineData(Language.Uk, 0.86, 0.145)]
    [InlineData(Language.En, 0.86, 0.145)]
    public void Indirect_cries_are_heard_mostly_and_their_look_alikes_seldom(Language language, double recall, double falseAlarms)
    {
        Score score = Indirect.Value.ByLanguage[language];
        Assert.InRange(score.CrisisRecall, recall, 1);
        Assert.InRange(score.FalseAlarms, 0, falseAlarms);
    }

    [Theory]
    [InlineData(Set.Fresh, Language.Pl, 0.92)]
    [InlineData(Set.Fresh, Language.Uk, 0.91)]
    [InlineData(Set.Fresh, Language.En, 0.913)]
    [InlineData(Set.Seen, Language.Pl, 0.913)]
    [InlineData(Set.Seen, Language.Uk, 0.901)]
    [InlineData(Set.Seen, Language.En, 0.924)]
    public void Slots_are_read(Set set, Language language, double f1) => Assert.InRange(In(set, language).AllSlots.F1, f1, 1);

    [Theory]
    [InlineData("no nights")]
    [InlineData("no przecież mówię")]
    [InlineData("bez nocek")]
    public void A_few_words_that_only_resemble_a_cry_are_none(string text) =>
        Assert.NotEqual(Meaning.Crisis, Full.Value.Understand(text, new DateOnly(2026, 11, 21)).Intent);

    [Theory]
    [InlineData("jestem smutna i sama")]
    [InlineData("мені сумно і самотньо")]
    [InlineData("I am so sad and alone")]
    public void Who_is_sad_and_alone_is_heard(string text) =>
        Assert.Equal(Meaning.Crisis, Full.Value.Understand(text, new DateOnly(2026, 11, 21)).Intent);

    [Fact]
    public void Ukrainian_spelt_the_Polish_way_is_Ukrainian() =>
        Assert.Equal(Language.Uk, Full.Value.Understand("szukaju robotu na skladi", new DateOnly(2026, 11, 21)).Language);

    [Theory]
    [InlineData("проше о запіс на курс барманскі", "trainings.enrol", "topic", "kurs barmański")]
    [InlineData("який єст чинш шредньо за мєшканє на вроцлаві", "indicator.ask", "indicator", "czynsze")]
    [InlineData("єст якась праца на магазинє? Клокочице", "jobs.search", "occupation", "magazynier")]
    [InlineData("до ктурей отварте в пйонтек", "point.hours", "date", "2026-11-27/2026-11-27")]
    public void Polish_in_Cyrillic_letters_is_read_as_Polish_and_answered_in_Ukrainian(string text, string intent, string slot, string value)
    {
        Meaning meaning = Full.Value.Understand(text, new DateOnly(2026, 11, 21));
        Assert.Equal((Language.Uk, intent, value), (meaning.Language, meaning.Intent, meaning.Asked.Named().GetValueOrDefault(slot)));
    }

    [Fact]
    public void Languages_are_told_apart() => Assert.InRange(Fresh.Value.All.LanguageAccuracy, 0.98, 1);

    [Fact]
    public void No_held_out_message_is_taught()
    {
        HashSet<string> taught = [.. HeldOut.Taught.SelectMany(u => u.Lines).Select(Bare)];
        Assert.Empty(HeldOut.Messages.Concat(HeldOut.Seen).Concat(HeldOut.Cries).Where(m => taught.Contains(Bare(m.Text))).Select(m => m.Text));
    }

    [Fact]
    public void Held_out_messages_do_not_follow_a_template()
    {
        var alike = HeldOut.Messages.GroupBy(m => (m.Language, m.Intent))
            .SelectMany(g => g.Where(m => Words(m.Text).Length >= 4).GroupBy(m => string.Join(' ', Words(m.Text)[..4])).Where(same => same.Count() > Math.Max(1, g.Count() * 0.05)));
        Assert.Empty(alike.Select(g => g.Key));
    }

    public static TheoryData<string> Nonsense =>
    [
        "", "   ", "🙂🙃😀", "🙂", "12345678901234567890", "0", new string('a', 50_000), new string('ї', 2_000), "\u200b\u200d\ufeff", "a\u0301\u0302\u0303\u0304", "?!?!?!", "\ud800",
        "Wo kann ich hier parken", "où est la gare", "dónde está la playa", "dov'è il bagno", "onde fica a praia", "kde je nádraží", "kje je postaja", "hol van a vasútállomás", "unde este gara",
        "missä on rautatieasema", "hvor er banegården", "nerede istasyon var", "kur yra stotis", "kus on jaam", "πού είναι ο σταθμός", "איפה התחנה", "أين المحطة", "स्टेशन कहाँ है", "駅はどこですか", "火车站在哪里", "สถานีอยู่ที่ไหน", "ga ở đâu",
    ];

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void What_nobody_can_understand_is_not_understood_with_confidence(string text)
    {
        Meaning meaning = Full.Value.Understand(text, new DateOnly(2026, 11, 21));
        Assert.True(meaning.Intent == Meaning.OutOfScope || meaning.Confidence < 0.7, $"{meaning.Intent} {meaning.Confidence:F2}");
    }

    private static Score In(Set set, Language language) => (set == Set.Fresh ? Fresh : Seen).Value.ByLanguage[language];

    private static string Bare(string text) => string.Join(' ', Words(text));

    private static string[] Words(string text) => Folding.Fold(text).Split([' ', ',', '.', '?', '!', ';', ':', '-', '"', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
