using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Pages.ActivityCentre.Panel;

/// <summary>All internships, for the staff; those that are shown longest come first.</summary>
[Authorize("activitycentre.read")]
internal sealed class InternshipListModel(ActivityCentreDbContext db, CityClock clock)
    : SmallList<Internship>(clock, "staze", "internship", "activitycentre.internships.edit")
{
    protected override IReadOnlyList<Standing> Possible => [Standing.Draft, Standing.Live, Standing.Ended, Standing.Withdrawn];

    protected override IReadOnlyList<(string, Func<Internship, string?>)> Columns =>
    [
        ("activitycentre.field.title", i => i.Title), ("activitycentre.field.employer", i => i.Employer?.Name), ("activitycentre.field.place", i => i.Place),
        ("activitycentre.panel.standing", i => Said(i.At(Clock.Local))), ("activitycentre.field.from", i => Iso(i.StartsOn)),
        ("activitycentre.field.to", i => Iso(i.EndsOn)), ("activitycentre.field.until", i => Iso(i.ValidUntil)),
    ];

    protected override string WordsOf(Internship internship) => $"{internship.Title} {internship.Employer?.Name} {internship.Place}";

    protected override CentreLine LineOf(Internship internship) => new(
        internship.Id, internship.Title, internship.At(Clock.Local),
        [internship.Employer?.Name, internship.Place, T("activitycentre.from-to", ("from", internship.StartsOn), ("to", internship.EndsOn))], internship.IsSample);

    protected override IQueryable<Internship> Ordered()
    {
        DateOnly today = Clock.Today;
        IQueryable<Internship> rows = db.Internships.AsNoTracking().Include(i => i.Employer).OrderByDescending(i => i.ValidUntil).ThenBy(i => i.Id);
        return AskedStanding switch
        {
            Standing.Draft => rows.Where(i => i.IsDraft),
            Standing.Live => rows.Where(i => !i.IsDraft && !i.IsWithdrawn && i.ValidUntil >= today),
            Standing.Ended => rows.Where(i => !i.IsDraft && !i.IsWithdrawn && i.ValidUntil < today),
            Standing.Withdrawn => rows.Where(i => !i.IsDraft && i.IsWithdrawn),
            _ => rows,
        };
    }
}
