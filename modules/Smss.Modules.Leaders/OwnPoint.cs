using Microsoft.EntityFrameworkCore;
using Smss.Abstractions.Web;

namespace Smss.Modules.Leaders;

/// <summary>Whose point is whose: a leader changes the hours of their own only.</summary>
internal sealed class OwnPoint(LeadersDbContext db)
{
    public Task<Guid?> OfAsync(Guid accountId, CancellationToken cancellation) =>
        db.Leaders.Where(l => l.AccountId == accountId).Select(l => (Guid?)l.PointId).SingleOrDefaultAsync(cancellation);

    public async Task<bool> MayChangeAsync(PanelPage page, Guid pointId, CancellationToken cancellation) =>
        page.May(LeadersModule.EditHours) || await OfAsync(page.Me.Id, cancellation) == pointId;
}
