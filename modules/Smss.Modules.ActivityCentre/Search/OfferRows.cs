using Microsoft.EntityFrameworkCore;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Search;

/// <summary>The query for the rows of a page, compiled once per host: a compiled query fits one model only, so it is no static.</summary>
internal sealed class OfferRows
{
    public Func<ActivityCentreDbContext, Guid[], IAsyncEnumerable<JobOffer>> ByIds { get; } = EF.CompileAsyncQuery(
        (ActivityCentreDbContext db, Guid[] ids) => db.Offers.AsNoTracking().Include(o => o.Employer).Where(o => ids.Contains(o.Id)));
}
