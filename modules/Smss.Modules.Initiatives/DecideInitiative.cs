using MediatR;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Texts;
using Smss.Modules.Initiatives.Model;

namespace Smss.Modules.Initiatives;

/// <summary>What the staff may do with an initiative.</summary>
internal enum Decision
{
    Release,
    Answer,
    Plan,
    Finish,
    Close,
}

/// <summary>The staff decide on an initiative, with what they saw of it when they did.</summary>
internal static class DecideInitiative
{
    /// <param name="SeenSteps">How many steps it had when the form was shown.</param>
    /// <param name="Words">What the author is told; only a release may do without.</param>
    public sealed record Request(InitiativeNumber Number, Decision Decision, string Words, int SeenSteps, StaffMember By) : IRequest<Outcome>;

    public enum Outcome
    {
        Done,
        /// <summary>Somebody else did something meanwhile; nothing was changed.</summary>
        Stale,
        /// <summary>There is no such initiative, or its status does not allow it.</summary>
        Impossible,
    }

    public sealed class Handler(InitiativesDbContext db, CityClock clock) : IRequestHandler<Request, Outcome>
    {
        public async Task<Outcome> Handle(Request request, CancellationToken cancellationToken)
        {
            if (await LoadAsync(request.Number, cancellationToken) is not { } initiative) return Outcome.Impossible;
            if (initiative.Steps.Count != request.SeenSteps) return Meanwhile(initiative, request);
            if (!May(initiative, request.Decision)) return Outcome.Impossible;
            Apply(initiative, request);
            TellAuthor(initiative, request);
            db.Record(request.By, "initiatives.audit." + Key(request.Decision), request.Number.ToString());
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return Outcome.Done;
            }
            catch (DbUpdateException)
            {
                // The next step has one place: of two decisions at once, one finds it taken.
                db.Forget();
                if (await LoadAsync(request.Number, cancellationToken) is not { } now || now.Steps.Count == request.SeenSteps) throw;
                return Meanwhile(now, request);
            }
        }

        /// <summary>The same form sent twice has done what it says; anything else was somebody else.</summary>
        private static Outcome Meanwhile(Initiative initiative, Request request) =>
            initiative.Steps.FirstOrDefault(s => s.Order == request.SeenSteps) is { } step
            && step.Status == (After(request.Decision) ?? initiative.Steps.FirstOrDefault(s => s.Order == request.SeenSteps - 1)?.Status)
            && (step.Note ?? "") == PlainText.Clean(request.Words)
                ? Outcome.Done
                : Outcome.Stale;

        private void Apply(Initiative initiative, Request request)
        {
            switch (request.Decision)
            {
                case Decision.Release: initiative.Release(clock.Now, request.Words); break;
                case Decision.Plan: initiative.Plan(request.Words, clock.Now); break;
                case Decision.Finish: initiative.Finish(request.Words, clock.Now); break;
                case Decision.Close: initiative.Close(request.Words, clock.Now); break;
                default: initiative.Reply(request.Words, clock.Now); break;
            }
        }

        /// <summary>In the chat in which it was filed, without being asked.</summary>
        private void TellAuthor(Initiative initiative, Request request)
        {
            if (initiative.AuthorId is not { } author) return;
            string said = PlainText.Clean(request.Words), text = "initiatives.told." + Key(request.Decision) + (said.Length == 0 ? ".only" : "");
            db.SayTo(author, $"{request.Number}.{initiative.Steps.Count}", text, ("number", request.Number.ToString()), ("title", initiative.Title), ("answer", said));
        }

        private Task<Initiative?> LoadAsync(InitiativeNumber number, CancellationToken cancellation) =>
            db.Initiatives.Include(i => i.Steps.OrderBy(s => s.Order)).SingleOrDefaultAsync(i => i.Number == number, cancellation);
    }

    /// <summary>What can be decided now.</summary>
    public static IEnumerable<Decision> Possible(Initiative initiative) => Enum.GetValues<Decision>().Where(d => May(initiative, d));

    /// <summary>As it stands in text keys and in forms.</summary>
    public static string Key(Decision decision) => decision.ToString().ToLowerInvariant();

    private static bool May(Initiative initiative, Decision decision) => After(decision) is not { } status || initiative.Status.MayBecome(status);

    private static InitiativeStatus? After(Decision decision) => decision switch
    {
        Decision.Release => InitiativeStatus.InReview,
        Decision.Plan => InitiativeStatus.Planned,
        Decision.Finish => InitiativeStatus.Done,
        Decision.Close => InitiativeStatus.Closed,
        _ => null,
    };
}
