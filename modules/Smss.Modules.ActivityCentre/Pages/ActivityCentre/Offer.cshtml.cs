using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Pages.ActivityCentre;

/// <summary>One offer; one that ended answers 410 and shows nothing of it.</summary>
internal sealed class OfferModel(ActivityCentreDbContext db, CityClock clock) : PublicPage
{
    public JobOffer? Offer { get; private set; }

    public string? JsonLd { get; private set; }

    public async Task OnGetAsync(Guid id, CancellationToken cancellation)
    {
        JobOffer? found = await db.Offers.AsNoTracking().Include(o => o.Employer).FirstOrDefaultAsync(o => o.Id == id, cancellation);
        if (found is null || found.Status == OfferStatus.Draft) HttpContext.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (!found.IsLive(clock.Today)) HttpContext.Response.StatusCode = StatusCodes.Status410Gone;
        else Offer = found;
        Title = Offer?.Title ?? T("activitycentre.page.gone");
        if (Offer is { IsSample: false }) JsonLd = JobPosting.Write(Offer, clock.Zone);
    }
}
