using System.Text;
using System.Text.Json;
using Smss.Abstractions;
using Smss.Modules.ActivityCentre;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Unit.Tests.ActivityCentre;

public class FeedTests
{
    private static readonly CityClock Clock = new(new SteppedTime(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw"));

    [Theory]
    [InlineData("2026-11-27", "18:00", "19:30", "20261127T170000Z", "20261127T183000Z")]
    [InlineData("2027-06-11", "18:00", "19:30", "20270611T160000Z", "20270611T173000Z")]
    [InlineData("2027-03-28", "1:30", "4:00", "20270328T003000Z", "20270328T020000Z")]
    [InlineData("2026-12-31", "22:00", "2:00", "20261231T210000Z", "20270101T010000Z")]
    public void Wall_clock_times_become_instants_in_winter_in_summer_and_across_midnight(string day, string from, string to, string start, string end)
    {
        string feed = EventCalendar.Write([Event("Koncert", day, from, to)], Clock);
        Assert.Contains($"DTSTART:{start}\r\nDTEND:{end}\r\n", feed, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_lines_are_folded_between_characters_and_special_ones_escaped()
    {
        EstateEvent e = Event("Żółć, gęś; \\ " + new string('ż', 80), "2026-11-27", "18:00", "19:00");
        string feed = EventCalendar.Write([e], Clock);
        Assert.All(feed.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75));
        Assert.Contains(@"SUMMARY:Żółć\, gęś\; \\ żż", feed.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", feed, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", feed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_posting_cannot_leave_its_script_element()
    {
        string json = Posting("</script><script>alert(1)</script>", Contract.FullTime);
        Assert.DoesNotContain("<", json, StringComparison.Ordinal);
        Assert.Equal("</script><script>alert(1)</script>", JsonDocument.Parse(json).RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public void A_job_posting_lasts_to_the_end_of_the_local_day()
    {
        JsonElement posting = JsonDocument.Parse(Posting("Spawacz", Contract.PartTime)).RootElement;
        Assert.Equal("2026-12-31T23:59:59+01:00", posting.GetProperty("validThrough").GetString());
        Assert.Equal("PART_TIME", posting.GetProperty("employmentType").GetString());
        Assert.Equal(5200.5m, posting.GetProperty("baseSalary").GetProperty("value").GetProperty("minValue").GetDecimal());
    }

    private static string Posting(string title, Contract contract)
    {
        var offer = new JobOffer { Title = title, Place = "Zakrzów", ValidUntil = new DateOnly(2026, 12, 31), Contract = contract, PayFrom = 520050 };
        Assert.True(offer.Publish(new DateOnly(2026, 11, 21)));
        return JobPosting.Write(offer, Clock.Zone);
    }

    private static EstateEvent Event(string title, string day, string from, string to) => new()
    {
        Title = title, Day = DateOnly.Parse(day), StartsAt = TimeOnly.Parse(from), EndsAt = TimeOnly.Parse(to),
    };
}
