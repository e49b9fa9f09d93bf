using MediatR;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions.Contracts.Initiatives;
using Smss.Modules.Initiatives.Model;

namespace Smss.Modules.Initiatives;

/// <summary>Backs an initiative, once; said twice it stays one.</summary>
internal static class SupportInitiative
{
    public enum Outcome { Supported, Already, Own, Ended, Unknown }

    public sealed record Request(InitiativeNumber Number, string ResidentId) : IRequest<Result>;

    public sealed record Result(Outcome Outcome, string Title = "", int Supporters = 0);

    public sealed class Handler(InitiativesDbContext db) : IRequestHandler<Request, Result>
    {
        public Task<Result> Handle(Request request, CancellationToken cancellationToken) => db.InTransactionAsync(async () =>
        {
            // Waits for a decision that is being made on it, and then sees what came of it.
            await db.Initiatives.Where(i => i.Number == request.Number).ExecuteUpdateAsync(s => s.SetProperty(i => i.Supporters, i => i.Supporters), cancellationToken);
            Initiative? initiative = await db.Initiatives.SingleOrDefaultAsync(i => i.Number == request.Number, cancellationToken);
            if (initiative is not { IsPublic: true }) return new Result(initiative?.AuthorId == request.ResidentId && initiative is not null ? Outcome.Own : Outcome.Unknown);
            Outcome outcome = await CheckAsync(initiative, request.ResidentId, cancellationToken);
            if (outcome == Outcome.Supported) await AddAsync(initiative, request.ResidentId, cancellationToken);
            return new Result(outcome, initiative.Title, initiative.Supporters);
        }, cancellationToken);

        private async Task<Outcome> CheckAsync(Initiative initiative, string residentId, CancellationToken cancellation)
        {
            if (initiative.AuthorId == residentId) return Outcome.Own;
            if (await db.Supports.AnyAsync(s => s.InitiativeId == initiative.Id && s.ResidentId == residentId, cancellation)) return Outcome.Already;
            return initiative.Status.IsLive() ? Outcome.Supported : Outcome.Ended;
        }

        // Counted by the database: two residents at once must both count.
        private async Task AddAsync(Initiative initiative, string residentId, CancellationToken cancellation)
        {
            db.Add(new Support(initiative.Id, residentId));
            await db.Initiatives.Where(i => i.Id == initiative.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(i => i.Supporters, i => i.Supporters + 1), cancellation);
            await db.Entry(initiative).ReloadAsync(cancellation);
            db.Tell(new InitiativeSupported(initiative.Id, initiative.Number.ToString(), initiative.Supporters - initiative.SampleSupporters));
            await db.SaveChangesAsync(cancellation);
        }
    }
}
