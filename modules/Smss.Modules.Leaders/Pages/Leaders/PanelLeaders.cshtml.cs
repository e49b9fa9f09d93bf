using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.Leaders.Model;

namespace Smss.Modules.Leaders.Pages.Leaders;

/// <summary>Who stands at which point.</summary>
[Authorize(LeadersModule.EditPeople)]
internal sealed class PanelLeadersModel(LeadersDbContext db, IStaff staff) : PanelPage
{
    public IReadOnlyList<(SocialLeader Leader, Point Point, string? Account)> Found { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Title = T("leaders.panel.people");
        Dictionary<Guid, string> accounts = (await staff.WhoMayAsync(LeadersModule.OwnHours, cancellation)).ToDictionary(a => a.Id, a => a.Name);
        var rows = await db.Leaders.AsNoTracking().Join(db.Points, l => l.PointId, p => p.Id, (leader, point) => new { leader, point }).OrderBy(r => r.point.Name).ToListAsync(cancellation);
        Found = [.. rows.Select(r => (r.leader, r.point, r.leader.AccountId is { } id ? accounts.GetValueOrDefault(id) : null))];
    }
}
