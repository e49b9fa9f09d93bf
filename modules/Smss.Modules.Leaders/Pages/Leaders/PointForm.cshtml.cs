using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.Leaders.Model;
using Smss.Understanding;

namespace Smss.Modules.Leaders.Pages.Leaders;

/// <summary>One point: what it is called, where it is, what it helps with. Closed for good and opened again here.</summary>
[Authorize(LeadersModule.Read)]
internal sealed class PointFormModel(LeadersDbContext db, OwnPoint own, CityClock clock) : PanelForm<Point>(db, clock)
{
    private const string Close = "close", Reopen = "reopen";
    private readonly LeadersDbContext _db = db;

    public override string ListPath => "/panel/leaders/punkty";

    public override string Module => "leaders";

    /// <summary>Whether who is signed in may change its hours.</summary>
    public bool MayChangeHours { get; private set; }

    protected override string Permission => LeadersModule.EditPoints;

    protected override string Kind => "point";

    protected override IReadOnlyList<Field<Point>> Fields { get; } =
    [
        Field.Choice<Point, PointKind>("kind", p => p.Kind, (p, v) => p.Kind = v, v => "leaders.kind." + v),
        Field.Text<Point>("name", p => p.Name, (p, v) => p.Name = v ?? "", needed: true),
        Field.Text<Point>("place", p => p.Place, (p, v) => p.Place = v ?? "", needed: true) with { HasHint = true },
        Field.Text<Point>("estate", p => p.Estate, (p, v) => p.Estate = v ?? "", needed: true),
        Field.Text<Point>("street", p => p.Street, (p, v) => p.Street = v ?? "", needed: true),
        Field.Text<Point>("city", p => p.City, (p, v) => p.City = v ?? "", needed: true),
        ReachFields.Phone<Point>(p => p.Phone, (p, v) => p.Phone = v),
        ReachFields.Email<Point>(p => p.Email, (p, v) => p.Email = v),
        .. Topics.HelpWith.Ids.Select(id => Member("service." + id, id, p => p.Services, (p, all) => p.Services = all)),
        .. Languages.Spoken.Select(l => l.Code()).Select(code => Member("language." + code, code, p => p.Languages, (p, all) => p.Languages = all)),
        .. Languages.Spoken.Select(l => Words("directions", l, p => p.Directions, (p, v) => p.Directions = v)),
        .. Languages.Spoken.Select(l => Words("accessibility", l, p => p.Accessibility, (p, v) => p.Accessibility = v)),
    ];

    protected override async Task<Point?> FindAsync(Guid id, CancellationToken cancellation)
    {
        MayChangeHours = await own.MayChangeAsync(this, id, cancellation);
        return await _db.Points.SingleOrDefaultAsync(p => p.Id == id, cancellation);
    }

    protected override Point Create(Guid id) => new()
    {
        Id = id, Kind = PointKind.IntegrationPoint, Name = "", Place = "", Estate = "", City = "", Street = "", Services = [], Languages = ["pl"],
    };

    protected override string NameOf(Point row) => row.Name;

    protected override IEnumerable<string> DeedsOf(Point row) => Row is null ? [] : [row.ClosedAt is null ? Close : Reopen];

    protected override bool IsDone(string deed, Point row) => deed == (row.ClosedAt is null ? Reopen : Close);

    protected override void Do(string deed, Point row) => row.ClosedAt = deed == Close ? Clock.Now : null;

    protected override Task SettleAsync(Point row, CancellationToken cancellation)
    {
        if (row.Directions is { Pl: "" }) Refuse("directions-pl", "leaders.field.polish");
        if (row.Accessibility is { Pl: "" }) Refuse("accessibility-pl", "leaders.field.polish");
        return Task.CompletedTask;
    }

    private static Field<Point> Member(string name, string id, Func<Point, IReadOnlyList<string>> show, Action<Point, IReadOnlyList<string>> take) =>
        Field.Flag<Point>(name, p => show(p).Contains(id), (p, yes) =>
        {
            if (yes != show(p).Contains(id)) take(p, yes ? [.. show(p), id] : [.. show(p).Where(s => s != id)]);
        });

    private static Field<Point> Words(string name, Language language, Func<Point, Trilingual?> show, Action<Point, Trilingual?> take) => Field.Lines<Point>(
        $"{name}-{language.Code()}", p => show(p)?.Said(language) ?? "", (p, v) => take(p, Trilingual.With(show(p), language, v)), longest: 1000);
}
