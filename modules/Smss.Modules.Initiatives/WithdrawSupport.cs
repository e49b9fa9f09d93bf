using MediatR;
using Microsoft.EntityFrameworkCore;
using Smss.Modules.Initiatives.Model;

namespace Smss.Modules.Initiatives;

/// <summary>Takes one's support back.</summary>
internal static class WithdrawSupport
{
    public sealed record Request(InitiativeNumber Number, string ResidentId) : IRequest<bool>;

    /// <returns>False when there was none to take back.</returns>
    public sealed class Handler(InitiativesDbContext db) : IRequestHandler<Request, bool>
    {
        public Task<bool> Handle(Request request, CancellationToken cancellationToken) => db.InTransactionAsync(async () =>
        {
            IQueryable<Guid> meant = db.Initiatives.Where(i => i.Number == request.Number).Select(i => i.Id);
            int removed = await db.Supports.Where(s => meant.Contains(s.InitiativeId) && s.ResidentId == request.ResidentId).ExecuteDeleteAsync(cancellationToken);
            if (removed > 0)
                await db.Initiatives.Where(i => i.Number == request.Number)
                    .ExecuteUpdateAsync(s => s.SetProperty(i => i.Supporters, i => i.Supporters - 1), cancellationToken);
            return removed > 0;
        }, cancellationToken);
    }
}
