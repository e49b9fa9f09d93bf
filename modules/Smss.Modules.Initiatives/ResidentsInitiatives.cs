using Microsoft.EntityFrameworkCore;
using Smss.Abstractions.Modules;

namespace Smss.Modules.Initiatives;

/// <summary>Forgetting a resident: the matter stays the neighbourhood's, its tie to the person is cut.</summary>
internal sealed class ResidentsInitiatives(InitiativesDbContext db) : IPersonalData
{
    public string DescriptionKey => "initiatives.personal-data";

    public async Task EraseAsync(string residentId, CancellationToken cancellation)
    {
        await db.Initiatives.Where(i => i.AuthorId == residentId).ExecuteUpdateAsync(
            s => s.SetProperty(i => i.AuthorId, (string?)null).SetProperty(i => i.Contact, (string?)null), cancellation);
        IQueryable<Guid> supported = db.Supports.Where(s => s.ResidentId == residentId).Select(s => s.InitiativeId);
        await db.Initiatives.Where(i => supported.Contains(i.Id)).ExecuteUpdateAsync(
            s => s.SetProperty(i => i.Supporters, i => i.SampleSupporters + db.Supports.Count(x => x.InitiativeId == i.Id && x.ResidentId != residentId)),
            cancellation);
        await db.Supports.Where(s => s.ResidentId == residentId).ExecuteDeleteAsync(cancellation);
    }
}
