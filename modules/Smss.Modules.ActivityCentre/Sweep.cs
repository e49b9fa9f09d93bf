using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Modules;
using Smss.Modules.ActivityCentre.Model;
using Smss.Modules.ActivityCentre.Search;

namespace Smss.Modules.ActivityCentre;

/// <summary>Takes what ended out of the index, every night, and tidies the index. Nothing depends on it: what is live follows from the day.</summary>
internal sealed class Sweep(ActivityCentreDbContext db, IndexUpkeep index, CityClock clock) : IModuleJob
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        (DateOnly today, DateTimeOffset now) = (clock.Today, clock.Now);
        await db.Offers.Where(o => o.Status == OfferStatus.Published && o.ValidUntil < today)
            .ExecuteUpdateAsync(o => o.SetProperty(x => x.Status, OfferStatus.Expired).SetProperty(x => x.ChangedAt, now), cancellation);
        await db.Trainings.Where(t => t.Status == TrainingStatus.Published && t.EndsOn < today)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.Status, TrainingStatus.Past), cancellation);
        // Files that nobody said yes to.
        DateTimeOffset yesterday = now.AddDays(-1);
        await db.Uploads.Where(u => u.MadeAt < yesterday).ExecuteDeleteAsync(cancellation);
        await index.OptimizeAsync(cancellation);
    }
}
