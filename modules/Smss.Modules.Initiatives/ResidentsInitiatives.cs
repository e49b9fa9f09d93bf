using Microsoft.EntityFrameworkCore;
using Smss.Abstractions.Modules;
using Smss.Modules.Initiatives.Model;

namespace Smss.Modules.Initiatives;

/// <summary>Who filed what: the matter stays the neighbourhood's, its tie to the person is cut.</summary>
internal sealed class ResidentsInitiatives(InitiativesDbContext db) : IPersonalData
{
    public string Id => "initiatives.data.filed";
    public LegalBasis Basis => LegalBasis.PublicTask;
    public int? Days => 90;

    public async Task<IReadOnlyList<PersonalRecord>> ExportAsync(string residentId, CancellationToken cancellation) =>
    [
        .. (await db.Initiatives.AsNoTracking().Where(i => i.AuthorId == residentId).OrderBy(i => i.Number).ToListAsync(cancellation))
            .Select(i => new PersonalRecord(
                i.FiledAt, new("number", i.Number.ToString()), new("title", i.Title), new("description", i.Description),
                new("where", i.Where), new("contact", i.Contact))),
    ];

    public Task EraseAsync(string residentId, CancellationToken cancellation) =>
        CutAsync(db.Initiatives.Where(i => i.AuthorId == residentId), cancellation);

    public async Task<bool> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellation) => most == await CutAsync(
        db.EndedBefore(before).Where(i => i.AuthorId != null || i.Contact != null).OrderBy(i => i.Number).Take(most), cancellation);

    private static Task<int> CutAsync(IQueryable<Initiative> initiatives, CancellationToken cancellation) => initiatives.ExecuteUpdateAsync(
        s => s.SetProperty(i => i.AuthorId, (string?)null).SetProperty(i => i.Contact, (string?)null), cancellation);
}
