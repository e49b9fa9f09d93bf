using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Smss.Abstractions;
using Smss.Abstractions.Texts;
using Smss.Abstractions.Web;
using Smss.Understanding;

namespace Smss.Modules.Leaders.Feeds;

/// <summary>
/// Opening hours as iCalendar (RFC 5545). Each opening is an event of its own in UTC, so that holidays, exceptions and
/// the clock change need no rule in the reader's calendar.
/// </summary>
internal static class CalendarFeed
{
    private const int DaysAhead = 28;
    private const int LineOctets = 75;

    public static async Task<IResult> GetAsync(
        Guid? punkt, HttpContext context, KnownPoints known, ITexts texts, CityClock clock, CancellationToken cancellation)
    {
        IEnumerable<KnownPoint> points = (await known.AllAsync(cancellation)).Where(p => punkt is null || p.Point.Id == punkt);
        return points.Any()
            ? Results.Text(Write(points, context.Language(), texts, clock), "text/calendar", Encoding.UTF8)
            : Results.NotFound();
    }

    internal static string Write(IEnumerable<KnownPoint> points, Language language, ITexts texts, CityClock clock)
    {
        var calendar = new StringBuilder();
        Line(calendar, "BEGIN:VCALENDAR");
        Line(calendar, "VERSION:2.0");
        Line(calendar, "PRODID:-//Smss//leaders//PL");
        Line(calendar, "X-WR-CALNAME:" + Escape(texts.Get(language, "leaders.page.title")));
        foreach (KnownPoint point in points)
            foreach (Model.Opening opening in point.Schedule.Openings(clock.Today, DaysAhead))
                Event(calendar, point.Point, opening, clock.Now, texts.Get(language, "leaders.sample"));
        Line(calendar, "END:VCALENDAR");
        return calendar.ToString();
    }

    private static void Event(StringBuilder calendar, Model.Point point, Model.Opening opening, DateTimeOffset now, string sample)
    {
        Line(calendar, "BEGIN:VEVENT");
        Line(calendar, $"UID:{point.Id}-{Utc(opening.From)}@smss");
        Line(calendar, "DTSTAMP:" + Utc(now));
        Line(calendar, "DTSTART:" + Utc(opening.From));
        Line(calendar, "DTEND:" + Utc(opening.Until));
        Line(calendar, "SUMMARY:" + Escape(point.IsSample ? $"{point.Name} ({sample})" : point.Name));
        Line(calendar, "LOCATION:" + Escape($"{point.Street}, {point.City}"));
        Line(calendar, "TRANSP:TRANSPARENT");
        Line(calendar, "END:VEVENT");
    }

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A line of at most 75 octets; what is left goes to lines that begin with a space, no letter cut in two.</summary>
    private static void Line(StringBuilder calendar, string line)
    {
        int octets = 0;
        foreach (Rune rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                calendar.Append("\r\n ");
                octets = 1;
            }
            calendar.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        calendar.Append("\r\n");
    }
}
