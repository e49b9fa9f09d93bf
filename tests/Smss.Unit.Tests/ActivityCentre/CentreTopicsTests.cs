using Microsoft.EntityFrameworkCore;
using Smss.Abstractions.Contracts.Leaders;
using Smss.Abstractions.Conversation;
using Smss.Modules.ActivityCentre;
using Smss.Modules.ActivityCentre.Model;
using Smss.Modules.ActivityCentre.Topics;
using Smss.Understanding;

namespace Smss.Unit.Tests.ActivityCentre;

public sealed class CentreTopicsTests : IDisposable
{
    private readonly CentreFixture _centre = new();

    public void Dispose() => _centre.Dispose();

    [Fact]
    public async Task Free_trainings_are_found_by_topic()
    {
        await _centre.AddAsync(_centre.Course("Spawanie MAG", 7, c => c.Price = 0), _centre.Course("Spawanie TIG", 9, c => c.Price = 90000), _centre.Course("Szycie", 8, c => c.Price = 0));
        Turn turn = await AskAsync(Trainings, _centre.Turn("darmowy kurs spawania", "trainings.search", new Slots { Topic = "spawanie", Free = true }));
        Assert.Equal("Mam 1 szkolenie:\n1. Spawanie MAG: początek 28 listopada, Zakrzów, bezpłatnie", Plain(turn));
    }

    [Fact]
    public async Task A_training_whose_recruitment_ended_is_not_offered()
    {
        await _centre.AddAsync(_centre.Course("Spawanie", 7, c => c.RecruitmentEndsOn = CentreFixture.Today.AddDays(-1)));
        Assert.StartsWith("Nie mam teraz takiego szkolenia.", Plain(await AskAsync(Trainings, _centre.Turn("kurs", "trainings.search"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enrolling_names_the_provider_and_takes_no_seat()
    {
        await _centre.AddAsync(_centre.Course("Spawanie", 7));
        Turn list = await AskAsync(Trainings, _centre.Turn("kursy", "trainings.search"));
        Turn enrol = await AskAsync(Trainings, _centre.Turn("zapisz mnie na 1", "trainings.enrol", new Slots { Ordinal = 1 }, after: list));
        Assert.StartsWith("„Spawanie”: zapisuje Centrum.", Plain(enrol), StringComparison.Ordinal);
        Assert.Contains("żadne miejsce nie zostało zajęte", Plain(enrol), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("counselling.book", "Spotkań z doradcą zawodowym jeszcze stąd nie umawiam, żaden termin nie został zajęty.")]
    [InlineData("appointment.cancel", "Spotkań stąd nie umawiam, więc nie mogę też żadnego odwołać.")]
    public async Task What_cannot_be_done_is_said_and_a_person_named(string intent, string says)
    {
        Turn turn = await AskAsync(_ => new AppointmentsTopic(new PersonToAsk([new OnePoint()])), _centre.Turn("x", intent));
        Assert.Equal(says + " Pomoże też człowiek: Punkt, ul. Przykładowa 1, tel. 71 000 00 01. Czynne do 17:00. (dane przykładowe)", Plain(turn));
    }

    [Fact]
    public async Task Events_of_a_day_are_said_as_people_say_days()
    {
        await _centre.AddAsync(Event("Koncert", 6, "18:00", "19:30"), Event("Joga", 7, "10:00", "11:00"));
        Turn turn = await AskAsync(Events, _centre.Turn("co w piątek?", "events.search", new Slots { Date = DayRange.Of(CentreFixture.Today.AddDays(6)) }));
        Assert.Equal("Mam 1 wydarzenie:\n1. Koncert: w piątek 27 listopada, 18:00–19:30, Zakrzów", Plain(turn));
    }

    [Theory]
    [InlineData("10:30", "11:00", true)]
    [InlineData("8:00", "10:00", false)]
    [InlineData("8:00", "10:01", true)]
    [InlineData("22:00", "2:00", true)]
    public void An_event_is_shown_until_it_is_over(string from, string to, bool live) =>
        Assert.Equal(live, Event("Koncert", 0, from, to).IsLive(CentreFixture.Today.ToDateTime(new TimeOnly(10, 0))));

    [Fact]
    public async Task Internships_elsewhere_are_shown_and_said_to_be_elsewhere()
    {
        await _centre.AddAsync(Internship("Staż w kuchni", "kucharz", "Psie Pole"));
        Turn turn = await AskAsync(Internships, _centre.Turn("staż", "internships.search", new Slots { Occupation = "kucharz", Place = "Zakrzów" }));
        Assert.Equal("Zakrzów: teraz nie ma tu takiego stażu. Pokazuję inne miejsca. Mam 1 staż:\n1. Staż w kuchni, Psie Pole, od 1 grudnia do 31 grudnia", Plain(turn));
    }

    [Theory]
    [InlineData("staż w kuchni", "spawacz", "Mam 1 staż:")]
    [InlineData("staż", null, "Mam 2 staże:")]
    [InlineData("staż jako spawacz", "spawacz", "Nie mam teraz takiego stażu. Mam za to inne:")]
    public async Task An_internship_is_found_by_the_words_of_its_title_too(string text, string? occupation, string heading)
    {
        await _centre.AddAsync(Internship("Staż w kuchni", "kucharz"), Internship("Staż w biurze", "sekretarka"));
        Turn turn = await AskAsync(Internships, _centre.Turn(text, "internships.search", new Slots { Occupation = occupation }));
        Assert.StartsWith(heading, Plain(turn), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_city_is_complete_rolls_with_the_days_and_keeps_its_ids()
    {
        await RollAsync();
        await using ActivityCentreDbContext db = _centre.Db();
        Assert.True(await db.Offers.CountAsync(o => o.Status == OfferStatus.Published) >= 60);
        Assert.True(await db.Trainings.CountAsync(t => t.Status == TrainingStatus.Published) >= 20);
        Assert.True(await db.Internships.CountAsync() >= 12);
        Assert.True(await db.Events.CountAsync() >= 15);
        JobOffer before = await db.Offers.AsNoTracking().OrderBy(o => o.ExternalId).FirstAsync();
        _centre.Time.Now = _centre.Time.Now.AddDays(60);
        await RollAsync();
        JobOffer after = await db.Offers.AsNoTracking().OrderBy(o => o.ExternalId).FirstAsync();
        Assert.Equal((before.Id, before.ValidUntil!.Value.AddDays(60)), (after.Id, after.ValidUntil));
        Assert.All(await db.Offers.AsNoTracking().ToListAsync(), o => Assert.True(o.IsLive(_centre.Clock.Today)));
        Assert.False(await _centre.Platform().Set<Smss.Abstractions.Facts.OutboxRow>().AnyAsync());
    }

    [Fact]
    public async Task The_nightly_sweep_changes_nothing_that_is_live()
    {
        JobOffer lasts = _centre.Offer("Spawacz"), ends = _centre.Offer("Kucharz", change: o => o.ValidUntil = CentreFixture.Today);
        await _centre.AddAsync(lasts, ends);
        _centre.Time.Now = _centre.Time.Now.AddDays(1);
        await using ActivityCentreDbContext db = _centre.Db();
        await new Sweep(db, _centre.Upkeep(db), _centre.Clock).RunAsync(default);
        Assert.Equal(
            [("Kucharz", OfferStatus.Expired), ("Spawacz", OfferStatus.Published)],
            (await db.Offers.AsNoTracking().OrderBy(o => o.Title).ToListAsync()).Select(o => (o.Title, o.Status)));
    }

    [Fact]
    public async Task After_the_sample_and_every_night_a_search_looks_into_one_segment()
    {
        await RollAsync();
        Assert.Equal([1, 1, 1], await SegmentsAsync());
        for (int i = 0; i < 5; i++) await _centre.AddAsync(_centre.Offer("Spawacz"), _centre.Course("Spawanie", 3));
        Assert.DoesNotContain(1, await SegmentsAsync());
        await using ActivityCentreDbContext db = _centre.Db();
        await new Sweep(db, _centre.Upkeep(db), _centre.Clock).RunAsync(default);
        Assert.Equal([1, 1, 1], await SegmentsAsync());
    }

    private async Task<List<int>> SegmentsAsync()
    {
        await using ActivityCentreDbContext db = _centre.Db();
        return await db.Database.SqlQueryRaw<int>("""
            SELECT count(DISTINCT segid) AS Value FROM activitycentre_job_offer_fts_idx
            UNION ALL SELECT count(DISTINCT segid) FROM activitycentre_job_offer_fts_staff_idx
            UNION ALL SELECT count(DISTINCT segid) FROM activitycentre_training_fts_idx
            """).ToListAsync();
    }

    private async Task RollAsync()
    {
        await using ActivityCentreDbContext db = _centre.Db();
        await new SampleRows(db, _centre.Upkeep(db), _centre.Clock).RollAsync(_centre.Clock.Today, default);
    }

    private async Task<Turn> AskAsync(Func<ActivityCentreDbContext, ITopic> topic, Turn turn)
    {
        await using ActivityCentreDbContext db = _centre.Db();
        await topic(db).HandleAsync(turn, default);
        return turn;
    }

    private TrainingsTopic Trainings(ActivityCentreDbContext db) => new(new Lazy<ActivityCentreDbContext>(db), _centre.Trainings, new PersonToAsk([]));

    private EventsTopic Events(ActivityCentreDbContext db) => new(db, _centre.Clock, new PersonToAsk([]));

    private InternshipsTopic Internships(ActivityCentreDbContext db) => new(db, new PersonToAsk([]));

    private Internship Internship(string title, string occupation, string place = "Zakrzów") => new()
    {
        Id = _centre.Clock.NewId(), Title = title, Occupation = occupation, Place = place,
        StartsOn = CentreFixture.Today.AddDays(10), EndsOn = CentreFixture.Today.AddDays(40), ValidUntil = CentreFixture.Today,
    };

    private EstateEvent Event(string title, int inDays, string from, string to) => new()
    {
        Id = _centre.Clock.NewId(), Title = title, Place = "Zakrzów", Day = CentreFixture.Today.AddDays(inDays),
        StartsAt = TimeOnly.Parse(from), EndsAt = TimeOnly.Parse(to),
    };

    private static string Plain(Turn turn) => Assert.Single(turn.Replies).Text.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private sealed class OnePoint : IPointsReader
    {
        public ValueTask<PointContact?> ContactAsync(string? place, Language language, CancellationToken cancellation) =>
            ValueTask.FromResult<PointContact?>(new PointContact("Punkt", "ul. Przykładowa 1", "71 000 00 01", "Czynne do 17:00.", true));
    }
}
