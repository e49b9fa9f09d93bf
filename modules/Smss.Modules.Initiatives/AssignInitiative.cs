using MediatR;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Modules.Initiatives.Model;

namespace Smss.Modules.Initiatives;

/// <summary>Gives an initiative to somebody of the staff, or takes it back.</summary>
internal static class AssignInitiative
{
    /// <param name="To">Who looks after it from now on; null for nobody.</param>
    /// <param name="Seen">Who did when the form was shown.</param>
    public sealed record Request(InitiativeNumber Number, StaffMember? To, Guid? Seen, StaffMember By) : IRequest<bool>;

    /// <returns>False when somebody else gave it away meanwhile.</returns>
    public sealed class Handler(InitiativesDbContext db) : IRequestHandler<Request, bool>
    {
        public Task<bool> Handle(Request request, CancellationToken cancellationToken) => db.InTransactionAsync(async () =>
        {
            Guid? to = request.To?.Id;
            int changed = await db.Initiatives.Where(i => i.Number == request.Number && i.AssigneeId == request.Seen)
                .ExecuteUpdateAsync(s => s.SetProperty(i => i.AssigneeId, to), cancellationToken);
            if (changed == 0) return await db.Initiatives.AnyAsync(i => i.Number == request.Number && i.AssigneeId == to, cancellationToken);
            if (to == request.Seen) return true;
            db.Record(request.By, request.To is null ? "initiatives.audit.unassign" : "initiatives.audit.assign", request.To is { Name: var name } ? $"{request.Number} → {name}" : request.Number.ToString());
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }, cancellationToken);
    }
}
