using Microsoft.EntityFrameworkCore;
using Smss.Abstractions.Contracts.Leaders;
using Smss.Modules.Leaders;
using Smss.Modules.Leaders.Feeds;
using Smss.Modules.Leaders.Model;
using Smss.Understanding;

namespace Smss.Unit.Tests.Leaders;

public sealed class PointsDataTests : IDisposable
{
    private readonly LeadersFixture _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_city_without_points_sends_nobody() =>
        Assert.Null(await _city.Reader.ContactAsync("Zakrzów", Language.Pl, CancellationToken.None));

    [Theory]
    [InlineData("Psie Pole", "Punkt Integracji Społecznej Psie Pole")]
    [InlineData("psie pole", "Punkt Integracji Społecznej Psie Pole")]
    [InlineData("Leśnica", "Centrum Aktywności – Centrum Zakrzów")]
    [InlineData(null, "Centrum Aktywności – Centrum Zakrzów")]
    public async Task Other_modules_get_the_point_of_the_place_else_the_Centre(string? place, string name)
    {
        await _city.RollAsync();
        PointContact contact = (await _city.Reader.ContactAsync(place, Language.Pl, CancellationToken.None))!;
        Assert.Equal(name, contact.Name);
        Assert.True(contact.IsSample);
        Assert.EndsWith(".", contact.Hours);
    }

    [Fact]
    public async Task Points_stay_in_memory_for_three_seconds_or_until_a_write()
    {
        await _city.RollAsync();
        IReadOnlyList<KnownPoint> first = await _city.Known.AllAsync(CancellationToken.None);
        _city.Time.Now += TimeSpan.FromSeconds(2);
        Assert.Same(first, await _city.Known.AllAsync(CancellationToken.None));
        _city.Time.Now += TimeSpan.FromSeconds(2);
        IReadOnlyList<KnownPoint> second = await _city.Known.AllAsync(CancellationToken.None);
        Assert.NotSame(first, second);
        _city.Known.Forget();
        Assert.NotSame(second, await _city.Known.AllAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_sample_rolls_on_without_touching_what_staff_entered()
    {
        await _city.RollAsync();
        await _city.RollAsync();
        Guid centre = LeadersSample.IdOf("point:centrum-zakrzow");
        Assert.Equal([new DateOnly(2026, 11, 27)], Exceptions(centre));
        _city.Use<LeadersDbContext>(db =>
        {
            Point point = db.Points.Include(p => p.Exceptions).Single(p => p.Id == centre);
            point.Except(new DateOnly(2026, 12, 11), [], new Trilingual("inwentaryzacja"));
            point.Phone = "71 000 00 99";
            db.SaveChanges();
        });
        _city.Time.Now += TimeSpan.FromDays(14);
        await _city.RollAsync();
        Assert.Equal([new DateOnly(2026, 12, 11)], Exceptions(centre));
        IReadOnlyList<KnownPoint> known = await _city.Known.AllAsync(CancellationToken.None);
        Assert.Equal(6, known.Count);
        Assert.Equal("71 000 00 99", known[0].Point.Phone);
        Assert.Equal("inwentaryzacja", known[0].Schedule.On(new DateOnly(2026, 12, 11)).Reason?.Pl);
    }

    [Fact]
    public async Task The_calendar_holds_the_same_hours_in_UTC_in_short_lines()
    {
        await _city.RollAsync();
        IReadOnlyList<KnownPoint> points = await _city.Known.AllAsync(CancellationToken.None);
        string calendar = CalendarFeed.Write(points, Language.Pl, _city.Texts, _city.Clock);
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", calendar);
        Assert.EndsWith("END:VCALENDAR\r\n", calendar);
        Assert.All(calendar.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
        // Friday 27 November: 9:00 to 13:00 because of the exception.
        Assert.Contains("DTSTART:20261127T080000Z\r\nDTEND:20261127T120000Z", calendar);
        string unfolded = calendar.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("LOCATION:ul. Przykładowa 1\\, Wrocław", unfolded);
        Assert.Contains("SUMMARY:Centrum Aktywności – Centrum Zakrzów (dane przykładowe)", unfolded);
        int openings = points.Sum(p => p.Schedule.Openings(_city.Clock.Today, 28).Count());
        Assert.Equal(openings, calendar.Split("BEGIN:VEVENT").Length - 1);
    }

    [Fact]
    public async Task The_json_says_hours_in_the_words_of_schema_org()
    {
        await _city.RollAsync();
        KnownPoint centre = (await _city.Known.AllAsync(CancellationToken.None))[0];
        PointsJson.Place place = PointsJson.Describe(centre, _city.Clock.Today);
        Assert.Equal(6, place.OpeningHoursSpecification.Count);
        Assert.Equal("https://schema.org/Monday", place.OpeningHoursSpecification[0].DayOfWeek);
        PointsJson.OpeningHoursSpecification christmas = place.SpecialOpeningHoursSpecification.Single(s => s.ValidFrom == new DateOnly(2026, 12, 25));
        Assert.Null(christmas.Opens);
        Assert.Contains(place.SpecialOpeningHoursSpecification, s => s.ValidFrom == new DateOnly(2026, 11, 27) && s.Closes == new TimeOnly(13, 0));
    }

    private List<DateOnly> Exceptions(Guid point)
    {
        List<DateOnly> dates = [];
        _city.Use<LeadersDbContext>(db => dates = [.. db.Points.Include(p => p.Exceptions).Single(p => p.Id == point).Exceptions.Select(e => e.Date).Order()]);
        return dates;
    }
}
