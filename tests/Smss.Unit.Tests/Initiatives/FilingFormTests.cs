using Smss.Abstractions.Texts;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions.Conversation;
using Smss.Conversation.Forms;
using Smss.Modules.Initiatives;
using Smss.Modules.Initiatives.Model;
using Smss.Understanding;

namespace Smss.Unit.Tests.Initiatives;

public sealed class FilingFormTests : IClassFixture<InitiativesFixture>
{
    private const string Title = "Ławki przy pętli", Description = "Starsi czekają na autobus na stojąco.";
    private readonly InitiativesFixture _city;
    private readonly FileInitiativeForm _form;
    private readonly Corrections _corrections;

    public FilingFormTests(InitiativesFixture city)
    {
        _city = city;
        _form = city.Form(city.Db());
        _corrections = new Corrections(city.Texts);
    }

    [Fact]
    public void It_asks_four_things_and_reads_them_back()
    {
        FormStep end = Say(Title, Description, "Zakrzów, przy pętli", "600 000 000");
        Assert.Equal(FormState.Confirm, end.State.Asking);
        Assert.Equal([Title, Description, "Zakrzów, przy pętli", "+48600000000"], Answers(end));
    }

    [Theory]
    [InlineData("pomiń")]
    [InlineData("nie chcę podawać")]
    [InlineData("пропустити")]
    [InlineData("skip")]
    public void Place_and_contact_can_be_skipped(string skip)
    {
        FormStep end = Say(Title, Description, skip, skip);
        Assert.Equal(FormState.Confirm, end.State.Asking);
        Assert.Equal([Title, Description, "", ""], Answers(end));
    }

    [Theory]
    [InlineData("zmień tytuł na Ławki i kosz", "title", "Ławki i kosz")]
    [InlineData("tytuł: Ławki i kosz", "title", "Ławki i kosz")]
    [InlineData("popraw opis na Brakuje dwóch ławek i kosza", "description", "Brakuje dwóch ławek i kosza")]
    [InlineData("зміни назву на Лавки і смітник", "title", "Лавки і смітник")]
    [InlineData("change the title to Benches and a bin", "title", "Benches and a bin")]
    [InlineData("zmień miejsce na Pawłowice", "place", "Pawłowice")]
    [InlineData("zmień telefon na 600 000 001", "contact", "+48600000001")]
    public void Any_answer_can_be_corrected_before_the_end(string correction, string field, string value)
    {
        FormStep corrected = Step(Say(Title, Description, "Zakrzów").State, correction);
        Assert.Equal(value, corrected.State.Answers[field]);
        Assert.Equal(field == "contact" ? FormState.Confirm : "contact", corrected.State.Asking);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("description")]
    [InlineData("place")]
    [InlineData("contact")]
    public void No_at_the_read_back_asks_what_to_change(string field)
    {
        FormStep which = Say(Title, Description, "Zakrzów", "pomiń", "nie");
        Assert.Equal(FormState.Which, which.State.Asking);
        FormStep asked = Step(which.State, _city.Texts.Get(Language.Pl, $"initiatives.file.{field}.label"));
        Assert.Equal(field, asked.State.Asking);
    }

    [Fact]
    public void No_twice_leaves_it() => Assert.Equal(FormOutcome.Cancel, Say(Title, Description, "pomiń", "pomiń", "nie", "nie").Outcome);

    [Fact]
    public void Yes_hands_it_over() => Assert.Equal(FormOutcome.Submit, Say(Title, Description, "pomiń", "pomiń", "tak").Outcome);

    [Theory]
    [InlineData("", "initiatives.file.title.short")]
    [InlineData("abc", "initiatives.file.title.short")]
    [InlineData("\u200b\u202e \0 \u2066", "initiatives.file.title.short")]
    public void A_title_that_says_nothing_is_refused(string title, string why)
    {
        FormStep refused = Say(title);
        Assert.Equal(why, refused.ErrorKey);
        Assert.Equal("title", refused.State.Asking);
    }

    [Fact]
    public void Ten_thousand_characters_are_refused_kindly()
    {
        string endless = new('a', 10_000);
        Assert.Equal("initiatives.file.title.long", Say(endless).ErrorKey);
        Assert.Equal("initiatives.file.description.long", Say(Title, endless).ErrorKey);
        Assert.Equal("initiatives.file.place.long", Say(Title, Description, endless).ErrorKey);
    }

    [Fact]
    public void Three_wrong_answers_do_not_lose_the_form()
    {
        FormStep stuck = Say(Title, "a", "b", "c");
        Assert.Equal(FormOutcome.Stuck, stuck.Outcome);
        Assert.Equal(Title, stuck.State.Answers["title"]);
    }

    [Theory]
    [InlineData("na Zakrzowie", "Zakrzów")]
    [InlineData("Zakrzów", "Zakrzów")]
    [InlineData("na Psim Polu", "Psie Pole")]
    [InlineData("Zakrzów, koło szkoły", "Zakrzów, koło szkoły")]
    [InlineData("przy ulicy Przykładowej 1", "przy ulicy Przykładowej 1")]
    public void A_place_keeps_what_it_says_beyond_the_estate(string said, string kept) =>
        Assert.Equal(kept, Say(Title, Description, said).State.Answers["place"]);

    [Theory]
    [InlineData("600 000 000", "+48600000000")]
    [InlineData("+48 600-000-000", "+48600000000")]
    [InlineData("mój numer to 71 000 00 01", "+48710000001")]
    [InlineData("Ktos@Example.pl", "ktos@example.pl")]
    [InlineData("proszę pisać na ktos@example.pl", "ktos@example.pl")]
    public void A_contact_is_kept_in_one_form(string said, string kept) =>
        Assert.Equal(kept, Say(Title, Description, "pomiń", said).State.Answers["contact"]);

    [Theory]
    [InlineData("12345")]
    [InlineData("ktos@")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("zadzwońcie do sąsiada")]
    public void What_is_no_contact_is_asked_again(string said) =>
        Assert.Equal("initiatives.file.contact.wrong", Say(Title, Description, "pomiń", said).ErrorKey);

    [Fact]
    public void Support_for_another_is_not_taken_for_a_title()
    {
        var support = new Meaning(Language.Pl, "initiative.support", 0.95, new Slots { Number = "IN-2026-0004" }, []);
        Assert.True(_form.YieldsTo(support));
        Assert.False(_form.YieldsTo(support with { Slots = Slots.None }));
    }

    [Theory]
    [InlineData("<b>Ławka</b><script>alert(1)</script>", "<img src=x onerror=alert(1)> proszę o ławkę")]
    [InlineData("'; DROP TABLE initiatives_initiative; --", "x' OR '1'='1 ławka {title} {0} \" * NEAR(")]
    [InlineData("Ławka\0 nowa\u202E", "Opis\u2066 sprawy\0 z ukrytymi znakami")]
    public async Task Hostile_words_are_kept_as_words(string title, string description)
    {
        using var city = new InitiativesFixture();
        Turn turn = city.Turn("tak", "confirm", resident: "author");
        FormStep end = Say(title, description, "pomiń", "pomiń");
        city.Form(city.Db()).Submit(end.State.Answers, turn);
        Turn after = await city.WriteAsync(turn);
        Assert.Contains("IN-2026-0001", Assert.Single(after.Replies).Text, StringComparison.Ordinal);
        Initiative kept = await city.Db().Initiatives.SingleAsync();
        Assert.Equal(PlainText.Line(title), kept.Title);
        Assert.DoesNotContain(kept.Title + kept.Description, c => char.IsControl(c) || c is '\u202E' or '\u2066');
        Assert.Equal(("author", null), (kept.AuthorId, kept.Contact));
    }

    [Fact]
    public async Task What_was_confirmed_is_filed_with_its_place_contact_and_a_fact()
    {
        using var city = new InitiativesFixture();
        Turn turn = city.Turn("tak", "confirm", resident: "author");
        city.Form(city.Db()).Submit(Say(Title, Description, "Zakrzów, przy pętli", "600 000 000").State.Answers, turn);
        await city.WriteAsync(turn);
        await using InitiativesDbContext db = city.Db();
        Initiative kept = await db.Initiatives.Include(i => i.Steps).SingleAsync();
        Assert.Equal(("Zakrzów", "Zakrzów, przy pętli", "+48600000000"), (kept.Place, kept.Spot, kept.Contact));
        Assert.False(kept.IsPublic);
        Assert.Equal(InitiativeStatus.Filed, Assert.Single(kept.Steps).Status);
        var told = await db.Set<Abstractions.Facts.OutboxRow>().SingleAsync();
        Assert.Contains("IN-2026-0001", told.Payload, StringComparison.Ordinal);
        Assert.DoesNotContain("600000000", told.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_title_others_about_the_same_are_shown()
    {
        using var city = new InitiativesFixture();
        await city.AddAsync("Ławki przy pętli autobusowej", "Zakrzów");
        await city.AddAsync("Ławki przy pętli tramwajowej", release: false);
        await city.AddAsync("Wybieg dla psów");
        Turn turn = city.Turn(Title, "initiative.file");
        FileInitiativeForm form = city.Form(city.Db());
        await form.AnsweredAsync(form.Fields[0], new Dictionary<string, string> { ["title"] = Title }, turn, CancellationToken.None);
        string said = Assert.Single(turn.Replies).Text;
        Assert.Contains("IN-2026-0001", said, StringComparison.Ordinal);
        Assert.DoesNotContain("IN-2026-0002", said, StringComparison.Ordinal);
        Assert.DoesNotContain("IN-2026-0003", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Pl)]
    [InlineData(Language.Uk)]
    [InlineData(Language.En)]
    public void Every_question_has_its_words(Language language)
    {
        foreach (Field field in _form.Fields)
            foreach (string part in (string[])["ask", "label", "names"])
                Assert.NotEmpty(_city.Texts.Get(language, $"initiatives.file.{field.Id}.{part}"));
    }

    private FormStep Say(params string[] messages)
    {
        var step = new FormStep(FormEngine.Open(_form, null), FormOutcome.Ask);
        foreach (string message in messages) step = Step(step.State, message);
        return step;
    }

    private FormStep Step(FormState state, string message)
    {
        Slots slots = SlotReader.Default.Read(message, _city.Clock.Today, Language.Pl);
        return FormEngine.Step(_form, state, new FieldInput(message.Trim(), new Meaning(Language.Pl, "out_of_scope", 0, slots, []), _city.Clock.Today), _corrections);
    }

    private static string[] Answers(FormStep step) =>
        [.. new[] { "title", "description", "place", "contact" }.Select(f => step.State.Answers[f])];
}
