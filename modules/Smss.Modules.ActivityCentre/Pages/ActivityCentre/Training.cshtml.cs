using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Pages.ActivityCentre;

/// <summary>One training; one that takes nobody any more answers 410 and shows nothing of it.</summary>
internal sealed class TrainingModel(ActivityCentreDbContext db, CityClock clock) : PublicPage
{
    public Training? Training { get; private set; }

    public async Task OnGetAsync(Guid id, CancellationToken cancellation)
    {
        Training? found = await db.Trainings.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, cancellation);
        if (found is null || found.Status == TrainingStatus.Draft) HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (!found.IsLive(clock.Today)) HttpContext.Response.StatusCode = StatusCodes.Status410Gone;
        else Training = found;
        Title = Training?.Title ?? T("activitycentre.page.gone");
    }
}
