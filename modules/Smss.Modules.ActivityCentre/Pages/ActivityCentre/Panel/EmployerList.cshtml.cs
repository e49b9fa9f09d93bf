using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Pages.ActivityCentre.Panel;

/// <summary>The base of employers: who offers work and who takes interns.</summary>
[Authorize("activitycentre.read")]
internal sealed class EmployerListModel(ActivityCentreDbContext db, CityClock clock)
    : CentreList<Employer>(clock, "pracodawcy", "employer", "activitycentre.offers.edit")
{
    public override IEnumerable<Smss.Abstractions.Web.FieldView> Filters => base.Filters.Take(1);

    protected override IReadOnlyList<Standing> Possible => [];

    protected override IReadOnlyList<(string, Func<Employer, string?>)> Columns =>
    [
        ("activitycentre.field.name", e => e.Name), ("activitycentre.field.phone", e => e.Phone), ("activitycentre.field.email", e => e.Email),
        ("activitycentre.field.interns", e => T(e.TakesInterns ? "platform.yes" : "platform.no")),
    ];

    protected override CentreLine LineOf(Employer employer) => new(
        employer.Id, employer.Name, null, [employer.Phone, employer.Email, employer.TakesInterns ? T("activitycentre.field.interns") : null], employer.IsSample);

    protected override Task<int> CountAsync(int most, CancellationToken cancellation) => Matching().Take(most).CountAsync(cancellation);

    protected override async Task<IReadOnlyList<Employer>> RowsAsync(int skip, int take, CancellationToken cancellation) =>
        await Matching().OrderBy(e => e.Name).Skip(skip).Take(take).ToListAsync(cancellation);

    private IQueryable<Employer> Matching() =>
        AskedWords.Aggregate(db.Employers.AsNoTracking(), (found, word) => found.Where(e => e.Folded.Contains(word)));
}
