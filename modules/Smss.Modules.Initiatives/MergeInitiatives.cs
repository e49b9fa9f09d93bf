using MediatR;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Texts;
using Smss.Modules.Initiatives.Model;

namespace Smss.Modules.Initiatives;

/// <summary>Joins an initiative to another one about the same: supporters count together, each once, and its author is told.</summary>
internal static class MergeInitiatives
{
    /// <param name="SeenSteps">How many steps it had when the form was shown.</param>
    public sealed record Request(InitiativeNumber Number, InitiativeNumber Into, int SeenSteps, StaffMember By) : IRequest<Outcome>;

    public enum Outcome
    {
        Done,
        /// <summary>Somebody else did something meanwhile; nothing was changed.</summary>
        Stale,
        /// <summary>One of them is not there, has ended, is itself or is not public.</summary>
        Impossible,
    }

    public sealed class Handler(InitiativesDbContext db, ITexts texts, CityClock clock) : IRequestHandler<Request, Outcome>
    {
        public async Task<Outcome> Handle(Request request, CancellationToken cancellationToken)
        {
            try
            {
                return await db.InTransactionAsync(() => MergeAsync(request, cancellationToken), cancellationToken);
            }
            catch (DbUpdateException)
            {
                // The next step has one place: of two decisions at once, one finds it taken.
                return Outcome.Stale;
            }
        }

        private async Task<Outcome> MergeAsync(Request request, CancellationToken cancellation)
        {
            // Whoever supports either of them now is waited for, so that nobody is left behind.
            InitiativeNumber[] both = [request.Number, request.Into];
            await db.Initiatives.Where(i => both.Contains(i.Number)).ExecuteUpdateAsync(s => s.SetProperty(i => i.Supporters, i => i.Supporters), cancellation);
            List<Initiative> found = await db.Initiatives.Include(i => i.Steps.OrderBy(s => s.Order)).Where(i => both.Contains(i.Number)).ToListAsync(cancellation);
            if (found.Find(i => i.Number == request.Number) is not { } one || found.Find(i => i.Number == request.Into) is not { } other || one == other) return Outcome.Impossible;
            if (one.MergedInto == other.Number) return Outcome.Done;
            if (one.Steps.Count != request.SeenSteps) return Outcome.Stale;
            if (!one.Status.IsLive() || !other.Status.IsLive() || !other.IsPublic) return Outcome.Impossible;
            one.MergeInto(other.Number, texts.Get(one.Language, "initiatives.merged.note", ("number", other.Number.ToString()), ("title", other.Title)), clock.Now);
            if (one.AuthorId is { } author)
                db.SayTo(author, $"{one.Number}.{one.Steps.Count}", "initiatives.told.merge", ("number", one.Number.ToString()), ("title", one.Title), ("other", other.Number.ToString()), ("otherTitle", other.Title));
            db.Record(request.By, "initiatives.audit.merge", $"{one.Number} → {other.Number}");
            await db.SaveChangesAsync(cancellation);
            await CountTogetherAsync(one, other, cancellation);
            return Outcome.Done;
        }

        /// <summary>Those who support both count once; the author of the one supports the other, an author never their own.</summary>
        private async Task CountTogetherAsync(Initiative one, Initiative other, CancellationToken cancellation)
        {
            List<string> here = await db.Supports.Where(s => s.InitiativeId == other.Id).Select(s => s.ResidentId).ToListAsync(cancellation);
            List<string> there = await db.Supports.Where(s => s.InitiativeId == one.Id).Select(s => s.ResidentId).ToListAsync(cancellation);
            IEnumerable<string> coming = there.Append(one.AuthorId).OfType<string>().Except(here).Where(r => r != other.AuthorId);
            await db.Supports.Where(s => s.InitiativeId == one.Id).ExecuteDeleteAsync(cancellation);
            db.AddRange(coming.Select(resident => new Support(other.Id, resident)));
            await db.SaveChangesAsync(cancellation);
            await db.Initiatives.Where(i => i.MergedInto == one.Number).ExecuteUpdateAsync(s => s.SetProperty(i => i.MergedInto, other.Number), cancellation);
            int sample = one.SampleSupporters;
            await db.Initiatives.Where(i => i.Id == other.Id).ExecuteUpdateAsync(
                s => s.SetProperty(i => i.SampleSupporters, i => i.SampleSupporters + sample)
                    .SetProperty(i => i.Supporters, i => i.SampleSupporters + sample + db.Supports.Count(x => x.InitiativeId == i.Id)),
                cancellation);
            await db.Initiatives.Where(i => i.Id == one.Id).ExecuteUpdateAsync(s => s.SetProperty(i => i.SampleSupporters, 0).SetProperty(i => i.Supporters, 0), cancellation);
        }
    }
}
