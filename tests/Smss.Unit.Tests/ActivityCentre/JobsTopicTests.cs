using Smss.Abstractions.Conversation;
using Smss.Modules.ActivityCentre;
using Smss.Modules.ActivityCentre.Model;
using Smss.Modules.ActivityCentre.Topics;
using Smss.Understanding;

namespace Smss.Unit.Tests.ActivityCentre;

public sealed class JobsTopicTests : IDisposable
{
    private static readonly Slots Welder = new() { Occupation = "spawacz", OccupationCode = "721204" };
    private readonly CentreFixture _centre = new();

    public void Dispose() => _centre.Dispose();

    [Fact]
    public async Task Offers_are_listed_with_number_place_and_pay()
    {
        await _centre.AddAsync(_centre.Offer("Spawacz MIG", change: o => (o.PayFrom, o.PayTo) = (520000, 580000)));
        Turn turn = await AskAsync(_centre.Turn("szukam pracy jako spawacz", "jobs.search", Welder));
        Assert.Equal("Mam 1 ofertę (spawacz):\n1. Spawacz MIG, Zakrzów, 5 200 zł – 5 800 zł brutto miesięcznie", Plain(turn));
    }

    [Theory]
    [InlineData(Language.Pl, 2, "Mam 2 oferty:")]
    [InlineData(Language.Pl, 5, "Mam 5 ofert:")]
    [InlineData(Language.Pl, 22, "Mam 22 oferty:")]
    [InlineData(Language.Uk, 1, "Маю 1 вакансію:")]
    [InlineData(Language.Uk, 2, "Маю 2 вакансії:")]
    [InlineData(Language.Uk, 5, "Маю 5 вакансій:")]
    [InlineData(Language.Uk, 21, "Маю 21 вакансію:")]
    [InlineData(Language.En, 1, "I have 1 offer:")]
    public async Task Numbers_are_said_in_the_right_form(Language language, int count, string heading)
    {
        await _centre.AddAsync([.. Enumerable.Range(0, count).Select(i => _centre.Offer("Kucharz"))]);
        Turn turn = await AskAsync(_centre.Turn("praca", "jobs.search", null, language));
        Assert.StartsWith(heading, Plain(turn), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_shows_the_rest_and_then_says_that_this_was_all()
    {
        await _centre.AddAsync([.. Enumerable.Range(1, 7).Select(i => _centre.Offer($"Spawacz {i}"))]);
        Turn first = await AskAsync(_centre.Turn("spawacz", "jobs.search", Welder));
        Assert.Contains("Pokaż więcej", first.Replies[0].Choices);
        Turn second = await FollowAsync(first, new FollowUp(FollowUpKind.More));
        Assert.Equal(3, Plain(second).Split('\n').Length);
        Assert.DoesNotContain("Pokaż więcej", second.Replies[0].Choices);
        Turn third = await FollowAsync(second, new FollowUp(FollowUpKind.More));
        Assert.Equal("To już wszystkie oferty, które pasują.", Plain(third));
    }

    [Fact]
    public async Task A_picked_offer_is_shown_as_a_card_with_a_link_to_its_page()
    {
        await _centre.AddAsync(_centre.Offer("Spawacz", change: o => o.ApplyPhone = "71 000 00 01"));
        Turn list = await AskAsync(_centre.Turn("spawacz", "jobs.search", Welder));
        Card card = Assert.Single((await FollowAsync(list, new FollowUp(FollowUpKind.Pick, 1))).Replies[0].Cards);
        Assert.Equal("Spawacz", card.Title);
        Assert.StartsWith("https://example.invalid/praca/", card.Links[0].Url, StringComparison.Ordinal);
        Assert.Equal("tel:710000001", card.Links[1].Url);
    }

    [Fact]
    public async Task An_offer_that_ended_meanwhile_is_not_shown_any_more()
    {
        await _centre.AddAsync(_centre.Offer("Spawacz"));
        Turn list = await AskAsync(_centre.Turn("spawacz", "jobs.search", Welder));
        _centre.Time.Now = _centre.Time.Now.AddDays(60);
        Assert.StartsWith("Ta oferta jest już nieaktualna", Plain(await FollowAsync(list, new FollowUp(FollowUpKind.Pick, 1))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_nights_refines_the_last_search()
    {
        await _centre.AddAsync(_centre.Offer("Spawacz", change: o => o.Hours = "także nocki"), _centre.Offer("Spawacz dzienny"));
        Turn list = await AskAsync(_centre.Turn("spawacz", "jobs.search", Welder));
        Turn refined = await FollowAsync(list, new FollowUp(FollowUpKind.Refine), "a bez nocek?");
        Assert.Equal("Mam 1 ofertę (spawacz, bez pracy w nocy):\n1. Spawacz dzienny, Zakrzów", Plain(refined));
    }

    [Fact]
    public async Task Applying_tells_how_and_never_pretends_to_have_applied()
    {
        await _centre.AddAsync(_centre.Offer("Spawacz", change: o => o.HowToApply = "CV w biurze"));
        Turn list = await AskAsync(_centre.Turn("spawacz", "jobs.search", Welder));
        Turn apply = await AskAsync(_centre.Turn("zgłaszam się na 1", "jobs.apply", new Slots { Ordinal = 1 }, after: list));
        Assert.Equal("„Spawacz”: zgłoszenia przyjmuje sam pracodawca (CV w biurze). Ode mnie nic nie zostało wysłane.", Plain(apply));
    }

    [Fact]
    public async Task With_nothing_found_it_says_so_and_names_trainings_for_it()
    {
        await _centre.AddAsync(_centre.Course("Kurs: spawacz od podstaw", 7, c => c.Price = 0));
        Turn turn = await AskAsync(_centre.Turn("spawacz", "jobs.search", Welder));
        Assert.StartsWith("Nie mam teraz takiej oferty (spawacz).", Plain(turn), StringComparison.Ordinal);
        Assert.Contains("Kurs: spawacz od podstaw: początek 28 listopada, Zakrzów, bezpłatnie", Plain(turn), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("praca przy kotach", "Nie znam oferty dokładnie do tych słów, więc pokazuję najnowsze. Mam 2 oferty:")]
    [InlineData("szukam jakiejś pracy", "Mam 2 oferty:")]
    [InlineData("jest robota na magazynie?", "Mam 1 ofertę:")]
    public async Task Words_that_no_offer_knows_are_owned_up_to(string text, string heading)
    {
        await _centre.AddAsync(_centre.Offer("Pracownik biurowy"), _centre.Offer("Magazynier"));
        Assert.StartsWith(heading, Plain(await AskAsync(_centre.Turn(text, "jobs.search"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sample_offers_are_marked_and_their_phones_are_no_links()
    {
        var sample = new JobOffer { Id = _centre.Clock.NewId(), Title = "Spawacz", Place = "Zakrzów", ValidUntil = CentreFixture.Today, Source = Source.Sample, ApplyPhone = "71 000 00 01" };
        sample.Publish(CentreFixture.Today);
        await _centre.AddAsync(sample);
        Turn list = await AskAsync(_centre.Turn("spawacz", "jobs.search", Welder));
        Assert.EndsWith("(dane przykładowe)", Plain(list), StringComparison.Ordinal);
        Card card = (await FollowAsync(list, new FollowUp(FollowUpKind.Pick, -1))).Replies[0].Cards[0];
        Assert.StartsWith("dane przykładowe", card.Text, StringComparison.Ordinal);
        Assert.Single(card.Links);
    }

    private async Task<Turn> AskAsync(Turn turn)
    {
        await using ActivityCentreDbContext db = _centre.Db();
        await Topic(db).HandleAsync(turn, default);
        return turn;
    }

    private async Task<Turn> FollowAsync(Turn before, FollowUp followUp, string text = "")
    {
        await using ActivityCentreDbContext db = _centre.Db();
        Turn turn = _centre.Turn(text, "jobs.search", after: before);
        Assert.True(await Topic(db).FollowUpAsync(turn, followUp, default));
        return turn;
    }

    private JobsTopic Topic(ActivityCentreDbContext db) => new(_centre.Search(db), _centre.Trainings, new PersonToAsk([]));

    private static string Plain(Turn turn) => Assert.Single(turn.Replies).Text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
