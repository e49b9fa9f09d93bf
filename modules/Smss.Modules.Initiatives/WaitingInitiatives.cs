using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Modules;
using Smss.Abstractions.Texts;
using Smss.Modules.Initiatives.Model;
using Smss.Modules.Initiatives.Topics;
using Smss.Understanding;

namespace Smss.Modules.Initiatives;

/// <summary>Initiatives that nobody of the staff has read yet, the longest waiting first.</summary>
internal sealed class WaitingInitiatives(InitiativesDbContext db, ITexts texts, CityClock clock) : IMyDay
{
    private const int Most = 5;

    public async Task<IReadOnlyList<DayEntry>> OfAsync(StaffMember who, Language language, CancellationToken cancellation)
    {
        IQueryable<Initiative> waiting = db.Initiatives.AsNoTracking().Where(i => i.Status == InitiativeStatus.Filed).OrderBy(i => i.Number);
        var first = await waiting.Select(i => new { i.Number, i.Title, i.FiledAt, i.IsSample }).Take(Most + 1).ToListAsync(cancellation);
        var entries = first.Take(Most).Select(i => new DayEntry(DayGroup.Waiting, i.Title, $"/panel/initiatives/{i.Number}", i.FiledAt)
        {
            Note = texts.Get(language, "initiatives.day.since", ("number", i.Number.ToString()), ("day", Lines.Day(clock, i.FiledAt)))
                + (i.IsSample ? $" ({texts.Get(language, "initiatives.sample")})" : ""),
        }).ToList();
        if (first.Count <= Most) return entries;
        int others = await waiting.CountAsync(cancellation) - Most;
        entries.Add(new DayEntry(DayGroup.Waiting, texts.Get(language, "initiatives.day.others", ("count", others)), "/panel/initiatives?stan=" + Lines.StatusName(InitiativeStatus.Filed), first[Most].FiledAt));
        return entries;
    }
}
