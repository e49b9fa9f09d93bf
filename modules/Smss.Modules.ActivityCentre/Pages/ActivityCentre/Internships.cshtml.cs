using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Pages.ActivityCentre;

/// <summary>All live internships, the soonest first.</summary>
internal sealed class InternshipsModel(ActivityCentreDbContext db, CityClock clock) : PublicPage
{
    public IReadOnlyList<Internship> Internships { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Title = T("activitycentre.nav.internships");
        DateOnly today = clock.Today;
        Internships = await db.Internships.AsNoTracking().Include(i => i.Employer).Where(i => !i.IsDraft && !i.IsWithdrawn && i.ValidUntil >= today)
            .OrderBy(i => i.StartsOn).Take(200).ToListAsync(cancellation);
    }
}
