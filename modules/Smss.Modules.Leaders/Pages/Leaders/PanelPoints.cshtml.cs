using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.Leaders.Model;

namespace Smss.Modules.Leaders.Pages.Leaders;

/// <summary>All points with what a resident hears of them now, the closed ones last.</summary>
[Authorize(LeadersModule.Read)]
internal sealed class PanelPointsModel(LeadersDbContext db, HoursWords words, CityClock clock) : PanelList<PanelPointsModel.Line>
{
    private IReadOnlyList<Line>? _all;

    /// <summary>A point and its hours now.</summary>
    internal sealed record Line(Point Point, string Now);

    protected override string FileName => "smss-punkty";

    protected override IReadOnlyList<(string HeadingKey, Func<Line, string?> Cell)> Columns =>
    [
        ("leaders.field.name", l => l.Point.Name),
        ("leaders.field.kind", l => T("leaders.kind." + l.Point.Kind)),
        ("leaders.field.place", l => l.Point.Place),
        ("leaders.field.street", l => l.Point.Street),
        ("leaders.field.phone", l => l.Point.Phone),
        ("leaders.page.hours", l => l.Now),
    ];

    public override Task OnGetAsync(CancellationToken cancellation)
    {
        Title = T("leaders.panel.points");
        return base.OnGetAsync(cancellation);
    }

    protected override async Task<int> CountAsync(int most, CancellationToken cancellation) => (await AllAsync(cancellation)).Count;

    protected override async Task<IReadOnlyList<Line>> RowsAsync(int skip, int take, CancellationToken cancellation) =>
        [.. (await AllAsync(cancellation)).Skip(skip).Take(take)];

    /// <summary>They are few: a city has a point on an estate.</summary>
    private async Task<IReadOnlyList<Line>> AllAsync(CancellationToken cancellation) => _all ??=
    [
        .. (await db.Points.AsNoTracking().AsSplitQuery().Include(p => p.Week).Include(p => p.Exceptions).ToListAsync(cancellation))
            .OrderBy(p => p.ClosedAt is not null).ThenBy(p => p.Kind).ThenBy(p => p.Place, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => new Line(p, p.ClosedAt is null ? HoursWords.Sentence(words.Now(Language, new Schedule(p.Week, p.Exceptions, clock.Zone), clock.Now)) : T("leaders.panel.closed"))),
    ];
}
