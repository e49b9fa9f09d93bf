using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Modules;
using Smss.Abstractions.Texts;
using Smss.Platform.Data;
using Smss.Platform.Web;
using Smss.Understanding;

namespace Smss.Platform.HandOvers;

/// <summary>Who waits for a person, the longest first, and the conversations that somebody has and did not end.</summary>
internal sealed class WaitingTalks(PlatformDbContext db, ITexts texts, CityClock clock) : IMyDay
{
    private const int Most = 5;

    public async Task<IReadOnlyList<DayEntry>> OfAsync(StaffMember who, Language language, CancellationToken cancellation)
    {
        List<HandOver> talks = await db.Set<HandOver>().AsNoTracking().Where(h => h.TakenBy == null || h.TakenBy == who.Id)
            .OrderBy(h => h.AskedAt).Take(Most).ToListAsync(cancellation);
        return [.. talks.Select(talk => new DayEntry(
            DayGroup.Waiting, texts.Get(language, talk.TakenBy is null ? "platform.talks.day" : "platform.talks.mine", ("code", talk.Code)),
            "/panel/platform/rozmowy" + (talk.TakenBy is null ? "" : "/" + talk.Id), talk.AskedAt)
        {
            Note = $"{Site.NameOf(talk.Language)}, {When.Of(talk.AskedAt, clock, language)}",
        })];
    }
}
