using Smss.Abstractions.Conversation;
using Smss.Modules.Leaders;
using Smss.Modules.Leaders.Topics;
using Smss.Understanding;

namespace Smss.Unit.Tests.Leaders;

public sealed class PointsTopicTests : IAsyncLifetime
{
    private static readonly Slots Zakrzow = new() { Place = "Zakrzów" }, Klokoczyce = new() { Place = "Kłokoczyce" };
    private readonly LeadersFixture _city = new();

    public async ValueTask InitializeAsync() => await _city.RollAsync();

    public ValueTask DisposeAsync()
    {
        _city.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Nobody_named_gives_the_Centre_now_and_the_count_of_others()
    {
        Reply reply = One(await Ask("Czy jest otwarte?", PointsTopic.Hours));
        Assert.Equal(
            "Centrum Aktywności – Centrum Zakrzów: otwarte teraz, do 14:00.\n(dane przykładowe)\nJest jeszcze 5 innych punktów.", reply.Text);
        Assert.Equal(["Godziny otwarcia: Kłokoczyce", "Godziny otwarcia: Psie Pole", "Godziny otwarcia: Zgorzelisko"], reply.Choices.Order());
        Card card = Assert.Single(reply.Cards);
        Assert.Equal(["tel:+48710000001", $"https://example.invalid/punkty/{LeadersSample.IdOf("point:centrum-zakrzow")}"], card.Links.Select(l => l.Url));
    }

    [Fact]
    public async Task A_follow_up_keeps_the_place_then_the_day()
    {
        Turn first = await Ask("kiedy otwarte na Kłokoczycach", PointsTopic.Hours, Klokoczyce);
        Assert.StartsWith("Punkt Integracji Społecznej Kłokoczyce: zamknięte; najbliżej we wtorek 24 listopada, 10:00–15:00.", One(first).Text);
        Turn thursday = (await Follow(first, "a w czwartek?", Day(2026, 11, 26)))!;
        Assert.StartsWith("Punkt Integracji Społecznej Kłokoczyce: w czwartek 26 listopada: 14:00–19:00.", One(thursday).Text);
        Turn elsewhere = (await Follow(thursday, "a na Zgorzelisku?", new Slots { Place = "Zgorzelisko" }))!;
        Assert.StartsWith(
            "Punkt Integracji Społecznej Zgorzelisko: w czwartek 26 listopada zamknięte. Potem otwarte w piątek 27 listopada, 10:00–15:00.", One(elsewhere).Text);
        Turn soonest = (await Follow(elsewhere, "a kiedy najbliżej?", Slots.None))!;
        Assert.StartsWith("Punkt Integracji Społecznej Zgorzelisko: zamknięte; najbliżej w środę 25 listopada, 13:00–18:00.", One(soonest).Text);
    }

    [Fact]
    public async Task The_place_stays_when_the_question_changes()
    {
        Turn hours = await Ask("godziny Kłokoczyce", PointsTopic.Hours, Klokoczyce);
        Turn where = await Ask("a gdzie to jest?", PointsTopic.Location, after: hours);
        Assert.StartsWith(
            "Punkt Integracji Społecznej Kłokoczyce: ul. Przykładowa 31, Wrocław (Kłokoczyce), tel. 71 000 00 04. W świetlicy osiedlowej", One(where).Text);
    }

    [Fact]
    public async Task Two_points_at_one_place_are_numbered_and_one_can_be_picked()
    {
        Turn both = await Ask("otwarte dziś na Zakrzowie?", PointsTopic.Hours, Zakrzow with { Date = DayRange.Of(new DateOnly(2026, 11, 21)) });
        Assert.StartsWith(
            "1. Centrum Aktywności – Centrum Zakrzów: dziś (sobota 21 listopada): 10:00–14:00. Otwarte teraz, do 14:00.\n"
            + "2. Punkt Integracji Społecznej Zakrzów: dziś (sobota 21 listopada) zamknięte. Najbliżej w poniedziałek 23 listopada, 12:00–18:00.",
            One(both).Text);
        Turn second = (await _city.FollowAsync<PointsTopic>(both, "to drugie", new FollowUp(FollowUpKind.Pick, 2)))!;
        Assert.StartsWith("Punkt Integracji Społecznej Zakrzów: dziś", One(second).Text);
        Assert.Null(await _city.FollowAsync<PointsTopic>(both, "to piąte", new FollowUp(FollowUpKind.Pick, 5)));
    }

    [Theory]
    [InlineData("Kiedy otwarte Centrum na Zakrzowie?", "Zakrzów", "Centrum Aktywności – Centrum Zakrzów:")]
    [InlineData("punkt integracji Zakrzów godziny", "Zakrzów", "Punkt Integracji Społecznej Zakrzów:")]
    [InlineData("пункт підтримки Псє Поле коли відкрито", "Psie Pole", "Punkt Wsparcia Obywatelskiego Psie Pole:")]
    public async Task The_kind_of_point_is_heard(string text, string place, string said) =>
        Assert.StartsWith(said, One(await Ask(text, PointsTopic.Hours, new Slots { Place = place })).Text);

    [Fact]
    public async Task A_place_without_a_point_is_told_where_points_are()
    {
        Reply reply = One(await Ask("Otwarte na Leśnicy?", PointsTopic.Hours, new Slots { Place = "Leśnica" }));
        Assert.StartsWith("Leśnica: tu nie ma jeszcze punktu. Punkty działają w miejscach: Zakrzów, Kłokoczyce, Psie Pole, Zgorzelisko.", reply.Text);
        Assert.Equal(4, reply.Choices.Count);
    }

    [Theory]
    [InlineData("18:00", "O 18:00 jest otwarte. W czwartek 26 listopada: 9:00–19:00.")]
    [InlineData("20:00", "O 20:00 jest zamknięte. W czwartek 26 listopada: 9:00–19:00.")]
    [InlineData("19:00", "O 19:00 jest zamknięte. W czwartek 26 listopada: 9:00–19:00.")]
    public async Task An_hour_is_answered_before_the_day(string time, string said) =>
        Assert.StartsWith(
            "Centrum Aktywności – Centrum Zakrzów: " + said,
            One(await Ask("czy zdążę w czwartek?", PointsTopic.Hours, Day(2026, 11, 26) with { Time = time })).Text);

    [Fact]
    public async Task A_range_of_days_is_a_list_with_its_exceptions()
    {
        var week = new Slots { Place = "Zakrzów", Date = new DayRange(new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 29)) };
        string[] lines = One(await Ask("godziny w tym tygodniu", PointsTopic.Hours, week)).Text.Split('\n');
        Assert.Equal("w poniedziałek 23 listopada: 9:00–17:00", lines[1]);
        Assert.Equal("w piątek 27 listopada: 9:00–13:00 (szkolenie zespołu)", lines[5]);
        Assert.Equal("w niedzielę 29 listopada zamknięte", lines[7]);
    }

    [Fact]
    public async Task Christmas_is_closed_and_says_why()
    {
        Reply reply = One(await Ask("Otwarte w Boże Narodzenie?", PointsTopic.Hours, Day(2026, 12, 25)));
        Assert.Contains("w piątek 25 grudnia zamknięte (Boże Narodzenie). Potem otwarte w poniedziałek 28 grudnia, 9:00–17:00.", reply.Text);
    }

    [Theory]
    [InlineData("Czy można wydrukować CV?", "Tak – druk, kopie i skany. Tutaj:\n1. Centrum Aktywności – Centrum Zakrzów, ul. Przykładowa 1\n2. ")]
    [InlineData("Є юрист?", "Tak – porady prawne. Tutaj:")]
    [InlineData("is there wi-fi", "Tak – komputer i internet. Tutaj:")]
    [InlineData("W czym pomagacie?", "Centrum Aktywności – Centrum Zakrzów – w czym pomaga:")]
    [InlineData("what can you help me with", "Centrum Aktywności – Centrum Zakrzów – w czym pomaga:")]
    public async Task A_service_is_answered_with_yes_and_where(string text, string said) =>
        Assert.StartsWith(said, One(await Ask(text, PointsTopic.Services)).Text);

    [Fact]
    public async Task A_service_missing_at_the_place_is_found_elsewhere()
    {
        Reply reply = One(await Ask("czy na Kłokoczycach jest prawnik", PointsTopic.Services, Klokoczyce));
        Assert.Equal("W tym punkcie nie, ale porady prawne – tutaj:\n1. Punkt Wsparcia Obywatelskiego Psie Pole, ul. Przykładowa 22\n(dane przykładowe)", reply.Text);
    }

    [Fact]
    public async Task Show_more_gives_the_other_points()
    {
        Turn first = await Ask("godziny", PointsTopic.Hours);
        Turn more = (await _city.FollowAsync<PointsTopic>(first, "pokaż więcej", new FollowUp(FollowUpKind.More)))!;
        Assert.DoesNotContain("Centrum Zakrzów", One(more).Text);
        Assert.Contains("5. ", One(more).Text);
    }

    [Fact]
    public async Task Nearest_is_a_time_after_when_and_a_place_after_where()
    {
        Turn where = await Ask("gdzie jest najbliższy punkt", PointsTopic.Location);
        Assert.Contains("\n5. ", One(where).Text);
        Assert.Equal(["Pokaż więcej"], One(where).Choices);
        Turn when = await Ask("a kiedy najbliżej?", PointsTopic.Location, Klokoczyce, where);
        Assert.StartsWith("Punkt Integracji Społecznej Kłokoczyce: zamknięte; najbliżej we wtorek 24 listopada", One(when).Text);
    }

    [Fact]
    public async Task Words_that_say_nothing_about_points_are_left_to_others()
    {
        Turn first = await Ask("godziny", PointsTopic.Hours);
        Assert.Null(await Follow(first, "a pogoda?", Slots.None));
    }

    [Theory]
    [InlineData("uk", "зараз відчинено, до 14:00.", "приклад даних", "/uk/punkty/")]
    [InlineData("en", "open now, until 14:00.", "sample data", "/en/punkty/")]
    public async Task Other_languages_are_whole(string language, string now, string sample, string path)
    {
        Reply reply = One(await _city.AskAsync<PointsTopic>("?", PointsTopic.Hours, language: Languages.Of(language)));
        Assert.Contains(now, reply.Text);
        Assert.Contains(sample, reply.Text);
        Assert.Contains(path, reply.Cards[0].Links[1].Url);
    }

    private static Reply One(Turn turn) => Assert.Single(turn.Replies);

    private static Slots Day(int year, int month, int day) => new() { Date = DayRange.Of(new DateOnly(year, month, day)) };

    private Task<Turn> Ask(string text, string intent, Slots? slots = null, Turn? after = null) =>
        _city.AskAsync<PointsTopic>(text, intent, slots, after: after);

    private Task<Turn?> Follow(Turn after, string text, Slots slots) =>
        _city.FollowAsync<PointsTopic>(after, text, new FollowUp(FollowUpKind.Refine), slots);
}
