using Smss.Abstractions;
using Smss.Abstractions.Modules;
using Smss.Abstractions.Texts;
using Smss.Modules.Leaders.Model;
using Smss.Understanding;

namespace Smss.Modules.Leaders;

/// <summary>A leader's own point: its hours today, the unusual days of the coming week, hours that nobody checked for long.</summary>
internal sealed class MyPointToday(LeadersDbContext db, OwnPoint own, HoursWords words, ITexts texts, CityClock clock) : IMyDay
{
    private const int DaysAhead = 7;
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(180);

    public async Task<IReadOnlyList<DayEntry>> OfAsync(StaffMember who, Language language, CancellationToken cancellation)
    {
        if (await own.OfAsync(who.Id, cancellation) is not { } id || await db.FindPointAsync(id, cancellation) is not { ClosedAt: null } point) return [];
        var schedule = new Schedule(point.Week, point.Exceptions, clock.Zone);
        DateOnly today = clock.Today;
        var entries = new List<DayEntry> { Day(today) with { Note = point.Name } };
        entries.AddRange(schedule.Days(today.AddDays(1), DaysAhead).Where(d => d.Holiday is not null || schedule.IsException(d.Day)).Select(d => Day(d.Day)));
        if (point.CheckedAt is not { } at || clock.Now - at > Fresh)
            entries.Add(new DayEntry(DayGroup.Stale, texts.Get(language, "leaders.day.check", ("point", point.Name)), "/panel/leaders/godziny/" + id, point.CheckedAt ?? DateTimeOffset.MinValue)
            {
                Note = point.CheckedAt is { } last ? texts.Get(language, "leaders.day.checked", ("day", schedule.LocalDay(last))) : null,
            });
        return entries;

        DayEntry Day(DateOnly day) => new(
            DayGroup.Today, HoursWords.Sentence(words.Day(language, schedule.On(day), today)), "/panel/leaders/dni/" + id, schedule.Instant(day, TimeOnly.MinValue));
    }
}
