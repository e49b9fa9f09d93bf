using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Modules;
using Smss.Platform.Conversations;
using Smss.Platform.Data;

namespace Smss.Platform.Jobs;

/// <summary>Every night: what nobody has asked for long goes, and a full list gets room for what is new.</summary>
internal sealed class ForgetUnanswered(PlatformDbContext db, Settings settings, CityClock clock) : IModuleJob
{
    private const int Room = UnansweredSql.Most / 10;

    public async Task RunAsync(CancellationToken cancellation)
    {
        DateOnly since = clock.Today.AddDays(-settings.Retention.UnansweredDays);
        DbSet<UnansweredRow> rows = db.Set<UnansweredRow>();
        await rows.Where(u => u.LastSeen < since).ExecuteDeleteAsync(cancellation);
        int surplus = await rows.CountAsync(cancellation) - (UnansweredSql.Most - Room);
        if (surplus <= 0) return;
        foreach (UnansweredRow row in await rows.AsNoTracking().OrderBy(u => u.Times).ThenBy(u => u.LastSeen).Take(surplus).ToListAsync(cancellation))
            await rows.Where(u => u.Language == row.Language && u.Key == row.Key).ExecuteDeleteAsync(cancellation);
    }
}
