using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.Leaders.Model;

namespace Smss.Modules.Leaders.Pages.Leaders;

/// <summary>Who stands at which point, how residents reach them, and with which account they come into the panel.</summary>
[Authorize(LeadersModule.EditPeople)]
internal sealed class LeaderFormModel(LeadersDbContext db, IStaff staff, CityClock clock) : PanelForm<SocialLeader>(db, clock)
{
    private readonly LeadersDbContext _db = db;
    private List<Point> _points = [];
    private IReadOnlyList<StaffMember> _accounts = [];

    public override string ListPath => "/panel/leaders/osoby";

    public override string Module => "leaders";

    protected override string Permission => LeadersModule.EditPeople;

    protected override string Kind => "leader";

    protected override IReadOnlyList<Field<SocialLeader>> Fields =>
    [
        new("point", "select", l => l.PointId.ToString(), (l, typed) =>
        {
            if (!Guid.TryParse(typed, out Guid id) || !_points.Exists(p => p.Id == id)) return "platform.field.choice";
            l.PointId = id;
            return null;
        }),
        Field.Text<SocialLeader>("leader", l => l.Name, (l, v) => l.Name = v) with { HasHint = true },
        ReachFields.Phone<SocialLeader>(l => l.Phone, (l, v) => l.Phone = v),
        ReachFields.Email<SocialLeader>(l => l.Email, (l, v) => l.Email = v),
        new("account", "select", l => l.AccountId?.ToString(), (l, typed) =>
        {
            if (typed.Length > 0 && (!Guid.TryParse(typed, out Guid id) || _accounts.All(a => a.Id != id))) return "platform.field.choice";
            l.AccountId = typed.Length == 0 ? null : Guid.Parse(typed);
            return null;
        }) { HasHint = true },
    ];

    public override async Task OnPageHandlerExecutionAsync(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context, Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next)
    {
        _points = await _db.Points.AsNoTracking().Where(p => p.ClosedAt == null).OrderBy(p => p.Name).ToListAsync();
        _accounts = await staff.WhoMayAsync(LeadersModule.OwnHours, HttpContext.RequestAborted);
        await next();
    }

    /// <summary>They stand there no longer; the account stays, without a point.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is { } leader)
        {
            _db.Remove(leader);
            _db.Record(Me, "leaders.audit.leader.remove", NameOf(leader));
            await _db.SaveChangesAsync(cancellation);
        }
        return Redirect(ListPath);
    }

    protected override Task<SocialLeader?> FindAsync(Guid id, CancellationToken cancellation) => _db.Leaders.SingleOrDefaultAsync(l => l.Id == id, cancellation);

    protected override SocialLeader Create(Guid id) => new() { Id = id, PointId = _points.Count > 0 ? _points[0].Id : Guid.Empty };

    protected override string NameOf(SocialLeader row) =>
        row.Name ?? T("leaders.leader.role", ("place", _points.Find(p => p.Id == row.PointId)?.Place));

    protected override IReadOnlyList<(string Value, string Text)> ChoicesOf(Field<SocialLeader> field) => field.Name switch
    {
        "point" => [.. _points.Select(p => (p.Id.ToString(), p.Name))],
        "account" => [("", T("leaders.panel.no-account")), .. _accounts.Select(a => (a.Id.ToString(), a.Name))],
        _ => [],
    };

    protected override async Task SettleAsync(SocialLeader row, CancellationToken cancellation)
    {
        if (row.AccountId is { } account && await _db.Leaders.AnyAsync(l => l.AccountId == account && l.Id != row.Id, cancellation))
            Refuse("account", "leaders.field.account.taken");
    }
}
