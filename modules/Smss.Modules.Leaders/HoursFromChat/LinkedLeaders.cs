using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Modules.Leaders.Model;

namespace Smss.Modules.Leaders.HoursFromChat;

/// <summary>A leader who writes in a linked conversation, and their point.</summary>
internal sealed record LinkedLeader(StaffMember Who, Guid PointId, ChatLink Link);

/// <summary>Tells leaders from residents. Asked anew with every message: a disabled account and a role taken away end it at once.</summary>
internal sealed class LinkedLeaders(LeadersDbContext db, IStaff staff)
{
    public async Task<LinkedLeader?> FindAsync(string residentId, CancellationToken cancellation)
    {
        if (await db.Links.SingleOrDefaultAsync(l => l.ResidentId == residentId, cancellation) is not { } link) return null;
        if (await WhoAsync(link.AccountId, cancellation) is not { } who) return null;
        Guid? point = await db.Leaders.Where(l => l.AccountId == link.AccountId).Select(l => (Guid?)l.PointId).SingleOrDefaultAsync(cancellation);
        return point is { } id ? new LinkedLeader(who, id, link) : null;
    }

    /// <summary>The account, while it may change the hours of its own point.</summary>
    public async Task<StaffMember?> WhoAsync(Guid accountId, CancellationToken cancellation) =>
        (await staff.WhoMayAsync(LeadersModule.OwnHours, cancellation)).FirstOrDefault(s => s.Id == accountId);
}
