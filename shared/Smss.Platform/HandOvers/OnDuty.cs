using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Platform.Accounts;
using Smss.Platform.Data;

namespace Smss.Platform.HandOvers;

/// <summary>Who answers residents now. It ends by itself at a set time, with the session, and with whatever ends sessions.</summary>
internal sealed class OnDuty(PlatformDbContext db, PanelNews news, CityClock clock)
{
    /// <summary>Those who may be there now.</summary>
    private IQueryable<Duty> Now =>
        from duty in db.Set<Duty>()
        join account in db.Set<Account>() on duty.AccountId equals account.Id
        where duty.Until > clock.Now && account.DisabledAt == null && account.SecurityStamp == duty.Stamp
        select duty;

    public Task<bool> IsAnybodyAsync(CancellationToken cancellation) => Now.AnyAsync(cancellation);

    /// <returns>Until when they are on duty; null when they are not.</returns>
    public async Task<DateTimeOffset?> UntilAsync(StaffMember who, CancellationToken cancellation) =>
        (await Now.AsNoTracking().SingleOrDefaultAsync(d => d.AccountId == who.Id, cancellation))?.Until;

    public async Task BeginAsync(StaffMember who, string stamp, DateTimeOffset until, CancellationToken cancellation)
    {
        if (await db.Set<Duty>().FindAsync([who.Id], cancellation) is { } before) (before.Stamp, before.Until) = (stamp, until);
        else db.Add(new Duty { AccountId = who.Id, Stamp = stamp, Until = until });
        db.Record(who, "platform.audit.duty-on", who.Name);
        await db.SaveChangesAsync(cancellation);
        news.Tell();
    }

    public async Task EndAsync(StaffMember who, CancellationToken cancellation)
    {
        if (await db.Set<Duty>().Where(d => d.AccountId == who.Id).ExecuteDeleteAsync(cancellation) == 0) return;
        db.Record(who, "platform.audit.duty-off", who.Name);
        await db.SaveChangesAsync(cancellation);
        news.Tell();
    }
}
