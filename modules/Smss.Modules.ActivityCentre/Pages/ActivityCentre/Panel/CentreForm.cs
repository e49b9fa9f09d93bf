using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Pages.ActivityCentre.Panel;

/// <summary>A form of the Centre over something that residents see. What the staff save, imports and sample data leave alone.</summary>
internal abstract class CentreForm<TRow>(ActivityCentreDbContext db, CityClock clock) : PanelForm<TRow>(db, clock) where TRow : Listing
{
    protected const string Publish = "publish", Withdraw = "withdraw";

    public override string Module => "activitycentre";

    /// <summary>What stands above the form.</summary>
    public (PublicPage, Standing?, bool, string?) Shown => (this, Row?.At(Clock.Local), Row?.IsSample ?? false, PublicPath);

    protected ActivityCentreDbContext Db { get; } = db;

    /// <summary>Where residents see it.</summary>
    protected abstract string PublicPath { get; }

    /// <summary>A day that was never said shows as none.</summary>
    protected static DateOnly? Day(DateOnly day) => day == default ? null : day;

    protected override string NameOf(TRow row) => row.Title;

    protected override Task<TRow?> FindAsync(Guid id, CancellationToken cancellation) => Db.Set<TRow>().FirstOrDefaultAsync(r => r.Id == id, cancellation);

    protected override IEnumerable<string> DeedsOf(TRow row) => [row.At(Clock.Local) == Standing.Live ? Withdraw : Publish];

    protected override bool IsDone(string deed, TRow row) => deed switch
    {
        Publish => row.At(Clock.Local) == Standing.Live,
        Withdraw => row.At(Clock.Local) == Standing.Withdrawn,
        _ => false,
    };

    protected override Task SettleAsync(TRow row, CancellationToken cancellation)
    {
        row.TakeOver();
        return Task.CompletedTask;
    }

    /// <summary>The employer of that name, new when there is none.</summary>
    protected async Task<Employer?> EmployerAsync(string? name, CancellationToken cancellation)
    {
        if (name is null) return null;
        if (await Db.Employers.FirstOrDefaultAsync(e => e.Name == name, cancellation) is { } known) return known;
        var employer = new Employer { Id = Clock.NewId(), Name = name };
        Db.Add(employer);
        return employer;
    }
}
