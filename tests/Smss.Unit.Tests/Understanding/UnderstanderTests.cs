using Smss.Understanding;

namespace Smss.Unit.Tests.Engine;

public class UnderstanderTests
{
    [Theory]
    [InlineData("szukam roboty", Language.Pl, "jobs.search")]
    [InlineData("szukm parcy na magazynie", Language.Pl, "jobs.search")]
    [InlineData("шукаю якусь роботу", Language.Uk, "jobs.search")]
    [InlineData("looking for warehouse work", Language.En, "jobs.search")]
    [InlineData("do ktorej czynne", Language.Pl, "point.hours")]
    [InlineData("jaka pogoda", Language.Pl, Meaning.OutOfScope)]
    public void Everyday_messages_are_understood(string text, Language language, string intent)
    {
        Meaning meaning = Examples.Understand(text);
        Assert.Equal((language, intent), (meaning.Language, meaning.Intent));
        Assert.InRange(meaning.Confidence, 0, 1);
    }

    [Theory]
    [InlineData("shukayu robotu")]
    [InlineData("potribna robota, shcho ye?")]
    public void Ukrainian_in_Latin_letters_is_Ukrainian(string text)
    {
        Meaning meaning = Examples.Understand(text);
        Assert.Equal((Language.Uk, "jobs.search", false), (meaning.Language, meaning.Intent, meaning.IsRussian));
    }

    [Theory]
    [InlineData("я ищу работу на складе")]
    [InlineData("где вы находитесь, мне нужна помощь")]
    [InlineData("есть ли у вас вакансии")]
    [InlineData("вы открыты сегодня?")]
    public void Russian_is_answered_in_Ukrainian(string text)
    {
        Meaning meaning = Examples.Understand(text);
        Assert.Equal((Language.Uk, true), (meaning.Language, meaning.IsRussian));
    }

    [Fact]
    public void Ukrainian_is_not_taken_for_Russian() => Assert.False(Examples.Understand("шукаю роботу, потрібна допомога").IsRussian);

    [Theory]
    [InlineData("ich suche arbeit und brauche hilfe")]
    [InlineData("bonjour je cherche un travail")]
    [InlineData("你好，我在找工作")]
    [InlineData("مرحبا أبحث عن عمل")]
    public void Other_languages_are_other(string text) => Assert.Equal(Language.Other, Examples.Understand(text).Language);

    [Theory]
    [InlineData("ok")]
    [InlineData("42")]
    [InlineData("IN-2026-0042")]
    [InlineData("🙂")]
    [InlineData("Nowakowa")]
    public void A_message_that_does_not_tell_has_the_language_of_the_conversation(string text)
    {
        foreach (Language hint in Languages.Spoken) Assert.Equal(hint, Examples.Understand(text, hint).Language);
    }

    [Fact]
    public void A_hint_does_not_outweigh_the_message() => Assert.Equal(Language.Pl, Examples.Understand("szukam pracy na magazynie", Language.En).Language);

    [Theory]
    [InlineData("stop", "cancel")]
    [InlineData("STOP!!!", "cancel")]
    [InlineData("Nieważne", "cancel")]
    [InlineData("відміна", "cancel")]
    [InlineData("never mind", "cancel")]
    [InlineData("pomoc", "help")]
    [InlineData("Допомога.", "help")]
    [InlineData("IN-2026-0042", "initiative.status")]
    [InlineData("in 2026 0042", "initiative.status")]
    [InlineData("inicjatywa 42", "initiative.status")]
    [InlineData("ініціатива 42", "initiative.status")]
    public void Bare_words_are_commands(string text, string intent)
    {
        Meaning meaning = Examples.Understand(text);
        Assert.Equal((intent, 1d), (meaning.Intent, meaning.Confidence));
    }

    [Theory]
    [InlineData("jobs.search")]
    [InlineData("cancel")]
    [InlineData("initiative.status")]
    [InlineData(Meaning.Crisis)]
    public void An_intent_that_is_off_never_comes_out(string off)
    {
        Understander without = Understander.Create([.. Examples.All.Where(u => u.Intent != off)]);
        IEnumerable<string> messages = Examples.All.SelectMany(u => u.Lines).Append("stop").Append("IN-2026-0042").Append("chcę się zabić");
        Assert.All(messages, m =>
        {
            Meaning meaning = without.Understand(m, Examples.Today);
            Assert.NotEqual(off, meaning.Intent);
            Assert.DoesNotContain(meaning.Alternatives, a => a.Intent == off);
        });
    }

    [Fact]
    public void Alternatives_are_few_ordered_and_not_the_answer()
    {
        Meaning meaning = Examples.Understand("czy jest kurs albo praca w sobotę");
        Assert.InRange(meaning.Alternatives.Count, 1, 3);
        Assert.Equal(meaning.Alternatives.OrderByDescending(a => a.Confidence), meaning.Alternatives);
        Assert.DoesNotContain(meaning.Alternatives, a => a.Intent == meaning.Intent);
    }

    public static TheoryData<string> Hostile =>
    [
        "", " ", "\0", "\0\0szukam\0pracy\0", "\ud800", "praca \udc00\ud83d", "🙂🙃😀", "?!.,;:---", "\u202e\u200f\ufeff", "\n\r\t",
        new string('a', 10_000), new string('ą', 50_000), string.Concat(Enumerable.Repeat("nie ", 5_000)), string.Concat(Enumerable.Repeat("a ", 20_000)),
        string.Concat(Enumerable.Repeat("nie mam co gdzie z ", 2_000)), string.Concat(Enumerable.Repeat("😀", 6_000)), "Z̴̛͔a̵l̷g̸o̶ p̷r̵a̶c̵a̷", "'; DROP TABLE jobs; --", "{\"text\":null}",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Hostile_input_is_answered_and_never_hangs(string text)
    {
        Meaning meaning = await Task.Run(() => Examples.Understand(text)).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.NotNull(meaning.Intent);
    }

    [Fact]
    public void All_threads_get_the_same_answers()
    {
        string[] messages = [.. Examples.All.SelectMany(u => u.Lines)];
        string[] alone = [.. messages.Select(m => Examples.Understand(m).Intent)];
        string[] together = [.. messages.AsParallel().AsOrdered().Select(m => Examples.Understand(m).Intent)];
        Assert.Equal(alone, together);
    }

    [Fact]
    public void No_examples_at_all_leave_only_out_of_scope() =>
        Assert.Equal(Meaning.OutOfScope, Understander.Create([]).Understand("szukam pracy", Examples.Today).Intent);
}
