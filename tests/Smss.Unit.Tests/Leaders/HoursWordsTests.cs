using System.Globalization;
using Smss.Modules.Leaders;
using Smss.Modules.Leaders.Model;
using Smss.Understanding;

namespace Smss.Unit.Tests.Leaders;

public sealed class HoursWordsTests(LeadersFixture city) : IClassFixture<LeadersFixture>
{
    private const string Office = "Mo-Fr 09:00-17:00; Sa 10:00-14:00";

    [Theory]
    [InlineData("pl", Office, "2026-11-20 10:00", "otwarte teraz, do 17:00")]
    [InlineData("pl", "Mo-Fr 09:00-17:00", "2026-11-21 10:00", "zamknięte; najbliżej w poniedziałek 23 listopada, 9:00–17:00")]
    [InlineData("pl", Office, "2026-11-21 08:00", "zamknięte; najbliżej dziś, 10:00–14:00")]
    [InlineData("pl", Office, "2026-11-20 18:00", "zamknięte; najbliżej jutro, 10:00–14:00")]
    [InlineData("pl", "Mo-Fr 08:00-12:00, 12:30-16:00", "2026-11-20 11:10", "zamknięte; najbliżej dziś, 12:30–16:00")]
    [InlineData("pl", "Mo-Fr 08:00-12:00, 12:30-16:00", "2026-11-20 18:00", "zamknięte; najbliżej w poniedziałek 23 listopada, 8:00–12:00, 12:30–16:00")]
    [InlineData("pl", "Fr 22:00-03:00", "2026-11-20 22:00", "otwarte teraz, do 3:00")]
    [InlineData("pl", "Fr-Su 00:00-00:00", "2026-11-20 22:00", "otwarte teraz; zamknięcie w poniedziałek 23 listopada o 0:00")]
    [InlineData("pl", Office, "2026-12-31 20:00", "zamknięte; najbliżej w sobotę 2 stycznia 2027, 10:00–14:00")]
    [InlineData("pl", "", "2026-11-20 10:00", "zamknięte; godzin otwarcia jeszcze nie podano")]
    [InlineData("uk", Office, "2026-11-20 10:00", "зараз відчинено, до 17:00")]
    [InlineData("uk", "Mo-Fr 09:00-17:00", "2026-11-21 10:00", "зачинено; найближче у понеділок 23 листопада, 9:00–17:00")]
    [InlineData("en", Office, "2026-11-20 10:00", "open now, until 17:00")]
    [InlineData("en", "Mo-Fr 09:00-17:00", "2026-11-21 10:00", "closed; next open on Monday 23 November, 9:00–17:00")]
    public void What_holds_now_is_said_as_people_say_it(string language, string week, string now, string said) =>
        Assert.Equal(said, city.Words.Now(Languages.Of(language), WeekText.Read(week), WeekText.Utc(now)));

    [Theory]
    [InlineData("pl", "2026-11-28", "w sobotę 28 listopada: 10:00–14:00")]
    [InlineData("pl", "2026-12-25", "w piątek 25 grudnia zamknięte (Boże Narodzenie)")]
    [InlineData("pl", "2026-11-29", "w niedzielę 29 listopada zamknięte")]
    [InlineData("pl", "2026-11-21", "dziś (sobota 21 listopada): 10:00–14:00")]
    [InlineData("pl", "2026-11-22", "jutro (niedziela 22 listopada) zamknięte")]
    [InlineData("pl", "2026-11-26", "w czwartek 26 listopada zamknięte (remont)")]
    [InlineData("uk", "2026-12-25", "у п'ятницю 25 грудня зачинено (Різдво)")]
    [InlineData("uk", "2026-11-26", "у четвер 26 листопада зачинено (ремонт)")]
    [InlineData("en", "2026-12-24", "on Thursday 24 December: closed (Christmas Eve)")]
    [InlineData("en", "2026-11-26", "on Thursday 26 November: closed (remont)")]
    public void A_day_is_said_as_people_say_it(string language, string day, string said)
    {
        var point = new Point
        {
            Id = Guid.Empty, Kind = PointKind.Centre, Name = "", Place = "", Estate = "", City = "", Street = "", Services = [], Languages = [],
        };
        foreach ((DayOfWeek weekday, string hours) in WeekText.ReadWeek(Office)) point.Open(weekday, Interval.ReadList(hours));
        point.Except(new DateOnly(2026, 11, 26), [], new Trilingual("remont", "ремонт"));
        DayHours on = new Schedule(point.Week, point.Exceptions, WeekText.Warsaw)
            .On(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(said, city.Words.Day(Languages.Of(language), on, new DateOnly(2026, 11, 21)));
    }

    [Fact]
    public void Every_text_is_there_in_three_languages()
    {
        var texts = (Platform.Texts.TextCatalog)city.Texts;
        string[] polish = [.. texts.Keys(Language.Pl).Order()];
        Assert.Equal(polish, texts.Keys(Language.Uk).Order());
        Assert.Equal(polish, texts.Keys(Language.En).Order());
        IEnumerable<string> named =
        [
            .. Enum.GetNames<PublicHoliday>().Select(h => "leaders.holiday." + h), .. Enum.GetNames<PointKind>().Select(k => "leaders.kind." + k),
            .. Modules.Leaders.Topics.HelpWith.Ids.Select(s => "leaders.service." + s),
            .. LeadersSample.Rows().SelectMany(r => r.Services).Select(s => "leaders.service." + s),
            .. LeadersSample.Rows().SelectMany(r => r.Languages).Select(l => "leaders.language." + l),
            .. Modules.Leaders.Topics.PointsTopic.Own.SelectMany(i => new[] { "leaders.ask." + i, "leaders.say." + i }),
        ];
        Assert.Empty(named.Except(polish));
    }
}
