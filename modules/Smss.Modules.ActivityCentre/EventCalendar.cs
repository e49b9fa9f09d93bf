using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre;

/// <summary>The events as an iCalendar feed (RFC 5545). Times are UTC, so no reader needs to know the zone's rules.</summary>
internal static class EventCalendar
{
    public static void Map(IEndpointRouteBuilder segment) =>
        segment.MapGet("kalendarz.ics", FeedAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> FeedAsync(ActivityCentreDbContext db, CityClock clock, CancellationToken cancellation)
    {
        DateOnly since = clock.Today.AddDays(-1);
        List<EstateEvent> events = await db.Events.AsNoTracking().Where(e => !e.IsDraft && e.Day >= since).OrderBy(e => e.Day).ThenBy(e => e.StartsAt)
            .Take(500).ToListAsync(cancellation);
        return Results.Text(Write(events, clock), "text/calendar", Encoding.UTF8);
    }

    public static string Write(IEnumerable<EstateEvent> events, CityClock clock)
    {
        var feed = new StringBuilder();
        Line(feed, "BEGIN:VCALENDAR");
        Line(feed, "VERSION:2.0");
        Line(feed, "PRODID:-//Smss//Activity Centre//PL");
        foreach (EstateEvent e in events)
        {
            Line(feed, "BEGIN:VEVENT");
            Line(feed, $"UID:{e.Id}@activitycentre.smss");
            Line(feed, "DTSTAMP:" + Utc(clock.Now));
            Line(feed, "DTSTART:" + Utc(Instant(e.LocalStart, clock.Zone)));
            Line(feed, "DTEND:" + Utc(Instant(e.LocalEnd, clock.Zone)));
            Line(feed, "SUMMARY:" + Escape(e.IsSample ? e.Title + " (dane przykładowe)" : e.Title));
            if (e.Place is { } place) Line(feed, "LOCATION:" + Escape(place));
            if (e.Description.Length > 0) Line(feed, "DESCRIPTION:" + Escape(e.Description));
            if (e.IsCancelled) Line(feed, "STATUS:CANCELLED");
            Line(feed, "END:VEVENT");
        }
        Line(feed, "END:VCALENDAR");
        return feed.ToString();
    }

    /// <summary>When a time of the wall clock is. In the hour that does not exist in spring, the clock has already moved on.</summary>
    public static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local)) local = local.AddHours(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text.Replace("\\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal)
        .Replace(",", @"\,", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    // A line is at most 75 octets; longer ones go on after a line break and a space, never within a character.
    private static void Line(StringBuilder feed, string line)
    {
        int octets = 0;
        foreach (Rune rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > 75)
            {
                feed.Append("\r\n ");
                octets = 1;
            }
            feed.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        feed.Append("\r\n");
    }
}
