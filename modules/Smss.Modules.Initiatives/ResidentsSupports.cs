using Microsoft.EntityFrameworkCore;
using Smss.Abstractions.Modules;
using Smss.Modules.Initiatives.Model;

namespace Smss.Modules.Initiatives;

/// <summary>Who supports what, so that each counts once.</summary>
internal sealed class ResidentsSupports(InitiativesDbContext db) : IPersonalData
{
    public string Id => "initiatives.data.support";
    public LegalBasis Basis => LegalBasis.PublicTask;
    public int? Days => 90;

    public async Task<IReadOnlyList<PersonalRecord>> ExportAsync(string residentId, CancellationToken cancellation)
    {
        IQueryable<Guid> supported = db.Supports.Where(s => s.ResidentId == residentId).Select(s => s.InitiativeId);
        return
        [
            .. (await db.Initiatives.AsNoTracking().Where(i => supported.Contains(i.Id)).OrderBy(i => i.Number).ToListAsync(cancellation))
                .Select(i => new PersonalRecord(null, new("number", i.Number.ToString()), new("title", i.Title))),
        ];
    }

    public async Task EraseAsync(string residentId, CancellationToken cancellation)
    {
        IQueryable<Guid> supported = db.Supports.Where(s => s.ResidentId == residentId).Select(s => s.InitiativeId);
        await db.Initiatives.Where(i => supported.Contains(i.Id)).ExecuteUpdateAsync(
            s => s.SetProperty(i => i.Supporters, i => i.Supporters - 1), cancellation);
        await db.Supports.Where(s => s.ResidentId == residentId).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>The count of an ended initiative stays; nobody can support it any more.</summary>
    public async Task<bool> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellation)
    {
        IQueryable<Guid> ended = db.EndedBefore(before).Select(i => i.Id);
        return most == await db.Supports.Where(s => ended.Contains(s.InitiativeId)).OrderBy(s => s.InitiativeId).ThenBy(s => s.ResidentId)
            .Take(most).ExecuteDeleteAsync(cancellation);
    }
}
