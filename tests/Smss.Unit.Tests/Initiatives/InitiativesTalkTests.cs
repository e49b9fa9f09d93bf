using Smss.Abstractions.Conversation;
using Smss.Modules.Initiatives;
using Smss.Modules.Initiatives.Model;
using Smss.Modules.Initiatives.Topics;
using Smss.Understanding;

namespace Smss.Unit.Tests.Initiatives;

public sealed class InitiativesTalkTests : IDisposable
{
    private readonly InitiativesFixture _city = new();

    [Theory]
    [InlineData("na Zatorskiej nie świecą lampy od tygodnia", true)]
    [InlineData("dziura w chodniku, babcia się przewróciła", true)]
    [InlineData("mam pomysł na ławki przy przychodni", true)]
    [InlineData("на нашій вулиці яма в асфальті", true)]
    [InlineData("graffiti on the school wall", true)]
    [InlineData("chcę zgłosić inicjatywę", false)]
    [InlineData("chciałabym zaproponować zmianę na osiedlu", false)]
    [InlineData("mam pomysł", false)]
    [InlineData("хочу подати ініціативу", false)]
    [InlineData("hochu podaty initsiatyvu", false)]
    [InlineData("I want to report a problem", false)]
    public void A_message_that_holds_the_matter_is_told_from_the_wish_to_file_one(string message, bool holds) =>
        Assert.Equal(holds, Wording.HoldsInitiative(message));

    [Fact]
    public async Task A_message_that_holds_the_matter_opens_the_form_with_it()
    {
        Turn turn = await SayAsync("na Zakrzowie nie świecą lampy od tygodnia", "initiative.file", new Slots { Place = "Zakrzów" });
        Assert.Equal("initiatives.file", turn.FormToOpen!.FormId);
        Assert.Equal("na Zakrzowie nie świecą lampy od tygodnia", turn.FormToOpen.Answered!["description"]);
        Assert.Equal("Zakrzów", turn.FormToOpen.Answered["place"]);
    }

    [Fact]
    public async Task A_bare_wish_opens_an_empty_form()
    {
        Turn turn = await SayAsync("chcę zgłosić inicjatywę", "initiative.file");
        Assert.Empty(turn.FormToOpen!.Answered!);
    }

    [Fact]
    public async Task A_list_shows_five_then_the_rest_then_says_that_was_all()
    {
        for (int i = 1; i <= 7; i++) await _city.AddAsync($"Sprawa osiedlowa {i}");
        await _city.AddAsync("Jeszcze nieprzeczytana", release: false);
        Turn first = await SayAsync("pokaż inicjatywy", "initiative.list");
        Assert.Contains("1. IN-2026-0007", Text(first), StringComparison.Ordinal);
        Assert.Contains("5. IN-2026-0003", Text(first), StringComparison.Ordinal);
        Assert.DoesNotContain("nieprzeczytana", Text(first), StringComparison.Ordinal);
        Turn second = await FollowAsync("pokaż więcej", new FollowUp(FollowUpKind.More), first);
        Assert.Contains("1. IN-2026-0002", Text(second), StringComparison.Ordinal);
        Assert.DoesNotContain(_city.Texts.Get(Language.Pl, "initiatives.list.more"), second.Replies[0].Choices);
        Turn third = await FollowAsync("pokaż więcej", new FollowUp(FollowUpKind.More), second);
        Assert.Equal(_city.Texts.Get(Language.Pl, "initiatives.list.end"), Text(third));
    }

    [Fact]
    public async Task A_list_keeps_to_the_place_and_says_when_it_has_nothing()
    {
        await _city.AddAsync("Ławki przy pętli", "Zakrzów");
        await _city.AddAsync("Stojaki na rowery", "Psie Pole");
        Turn list = await SayAsync("jakie pomysły są na Psim Polu", "initiative.list", new Slots { Place = "Psie Pole" });
        Assert.Contains("Stojaki", Text(list), StringComparison.Ordinal);
        Assert.DoesNotContain("Ławki", Text(list), StringComparison.Ordinal);
        Turn refined = await FollowAsync("a na Zakrzowie?", new FollowUp(FollowUpKind.Refine), list, new Slots { Place = "Zakrzów" });
        Assert.Contains("Ławki", Text(refined), StringComparison.Ordinal);
        Turn none = await SayAsync("inicjatywy na Pawłowicach", "initiative.list", new Slots { Place = "Pawłowice" });
        Assert.Contains("Pawłowice", Text(none), StringComparison.Ordinal);
        Assert.DoesNotContain("IN-2026", Text(none), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("czy ktoś już zgłaszał stojaki na rowery?")]
    [InlineData("czy była inicjatywa w sprawie stojaków rowerowych przy stacji")]
    public async Task Asked_whether_somebody_filed_it_already_the_list_is_about_that(string asked)
    {
        await _city.AddAsync("Stojaki na rowery");
        await _city.AddAsync("Wybieg dla psów");
        Turn list = await SayAsync(asked, "initiative.list");
        Assert.Contains("Stojaki", Text(list), StringComparison.Ordinal);
        Assert.DoesNotContain("Wybieg", Text(list), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_most_supported_come_first_when_asked_so()
    {
        Initiative bench = await _city.AddAsync("Ławki przy pętli");
        await _city.AddAsync("Wybieg dla psów");
        await _city.SupportAsync(bench.Number, "x");
        Assert.Contains("1. IN-2026-0001", Text(await SayAsync("najpopularniejsze inicjatywy", "initiative.list")), StringComparison.Ordinal);
        Assert.Contains("1. IN-2026-0002", Text(await SayAsync("najnowsze inicjatywy", "initiative.list")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_the_list_is_a_card_and_then_this_one_is_supported_and_left_again()
    {
        Initiative bench = await _city.AddAsync("Ławki przy pętli");
        await _city.AddAsync("Wybieg dla psów");
        Turn list = await SayAsync("pokaż inicjatywy", "initiative.list");
        Turn card = await FollowAsync("to drugie", new FollowUp(FollowUpKind.Pick, 2), list);
        Assert.Contains("Ławki przy pętli", card.Replies[0].Cards[0].Title, StringComparison.Ordinal);
        Assert.Equal("https://example.invalid/inicjatywy/IN-2026-0001", card.Replies[0].Cards[0].Links[0].Url);
        Turn support = await SayAsync("popieram ten pomysł", "initiative.support", after: card);
        Assert.Contains("1 poparcie", Text(await _city.WriteAsync(support)), StringComparison.Ordinal);
        Turn back = await SayAsync("wycofuję poparcie", "initiative.support", after: support);
        Assert.Contains(bench.Number.ToString(), Text(await _city.WriteAsync(back)), StringComparison.Ordinal);
        Assert.Equal(0, _city.Db().Initiatives.Single(i => i.Number == bench.Number).Supporters);
    }

    [Fact]
    public async Task Support_of_the_second_on_the_list_is_for_that_one()
    {
        await _city.AddAsync("Ławki przy pętli");
        await _city.AddAsync("Wybieg dla psów");
        Turn list = await SayAsync("pokaż inicjatywy", "initiative.list");
        Turn support = await FollowAsync("popieram drugie", new FollowUp(FollowUpKind.Pick, 2), list, new Slots { Ordinal = 2 }, "initiative.support");
        Assert.Contains("IN-2026-0001", Text(await _city.WriteAsync(support)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Support_for_nothing_named_asks_which()
    {
        await _city.AddAsync("Ławki przy pętli");
        Turn turn = await SayAsync("popieram", "initiative.support");
        Assert.Null(turn.PendingWrite);
        Assert.Contains("IN-2026-0001", turn.Replies[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_author_hears_of_their_own_and_nobody_else_does_before_its_release()
    {
        await _city.AddAsync("Sprawa tylko moja", author: "a", release: false);
        Turn own = await SayAsync("co z moją inicjatywą", "initiative.status", resident: "a");
        Assert.Contains("Sprawa tylko moja", Text(own), StringComparison.Ordinal);
        Turn other = await SayAsync("status IN-2026-0001", "initiative.status", new Slots { Number = "IN-2026-0001" }, resident: "b");
        Turn missing = await SayAsync("status IN-2026-0099", "initiative.status", new Slots { Number = "IN-2026-0099" }, resident: "b");
        Assert.Equal(Text(missing).Replace("0099", "0001", StringComparison.Ordinal), Text(other));
    }

    [Fact]
    public async Task The_eighth_with_no_list_in_sight_is_the_eighth_of_the_year()
    {
        Turn turn = await SayAsync("nr 8 jaki status", "initiative.status", new Slots { Ordinal = 8 });
        Assert.Contains("IN-2026-0008", Text(turn), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_who_filed_or_supported_is_shown()
    {
        Initiative bench = await _city.AddAsync("Ławki przy pętli", author: "author-secret");
        await _city.SupportAsync(bench.Number, "supporter-secret");
        Turn card = await SayAsync("status IN-2026-0001", "initiative.status", new Slots { Number = "IN-2026-0001" });
        string shown = Text(card) + card.Replies[0].Cards[0];
        Assert.DoesNotContain("secret", shown, StringComparison.Ordinal);
    }

    private async Task<Turn> SayAsync(string text, string intent, Slots? slots = null, Turn? after = null, string resident = "r")
    {
        Turn turn = _city.Turn(text, intent, slots, after: after, resident: resident);
        await using InitiativesDbContext db = _city.Db();
        await _city.Topic(db).HandleAsync(turn, CancellationToken.None);
        return turn;
    }

    private async Task<Turn> FollowAsync(string text, FollowUp followUp, Turn after, Slots? slots = null, string intent = "out_of_scope")
    {
        Turn turn = _city.Turn(text, intent, slots, after: after);
        await using InitiativesDbContext db = _city.Db();
        Assert.True(await _city.Topic(db).FollowUpAsync(turn, followUp, CancellationToken.None));
        return turn;
    }

    private static string Text(Turn turn) => string.Join('\n', turn.Replies.Select(r => r.Text));

    public void Dispose() => _city.Dispose();
}
