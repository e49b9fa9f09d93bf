using System.Text.RegularExpressions;
using FluentValidation;
using MediatR;
using Smss.Abstractions;
using Smss.Abstractions.Contracts.Initiatives;
using Smss.Abstractions.Texts;
using Smss.Modules.Initiatives.Model;
using Smss.Understanding;

namespace Smss.Modules.Initiatives;

/// <summary>Takes down an initiative and gives it a number, both or neither.</summary>
internal static partial class FileInitiative
{
    /// <param name="Place">Estate or part of it, Polish nominative.</param>
    /// <param name="Spot">Where exactly, as said.</param>
    /// <param name="Contact">E.164 or e-mail, for the answer only.</param>
    /// <param name="AuthorId">Null when somebody was written down at a desk without a chat.</param>
    public sealed record Request(
        string Title, string Description, string? Place, string? Spot, string? Contact, string? AuthorId, Language Language) : IRequest<InitiativeNumber>;

    public sealed partial class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(r => PlainText.Line(r.Title)).Length(Initiative.ShortestTitle, Initiative.LongestTitle).OverridePropertyName(nameof(Request.Title));
            RuleFor(r => PlainText.Clean(r.Description)).Length(Initiative.ShortestDescription, Initiative.LongestDescription)
                .OverridePropertyName(nameof(Request.Description));
            RuleFor(r => r.Spot).MaximumLength(Initiative.LongestSpot);
            RuleFor(r => r.Contact).Matches(Contact()).When(r => r.Contact is not null);
            RuleFor(r => r.Language).NotEqual(Language.Other);
        }

        [GeneratedRegex(@"^(?:\+[1-9][0-9]{7,14}|[^@\s]{1,64}@[^@\s]{1,180}\.[^@\s.]{2,24})$", RegexOptions.CultureInvariant)]
        private static partial Regex Contact();
    }

    public sealed class Handler(InitiativesDbContext db, CityClock clock) : IRequestHandler<Request, InitiativeNumber>
    {
        public Task<InitiativeNumber> Handle(Request request, CancellationToken cancellationToken) => db.InTransactionAsync(async () =>
        {
            InitiativeNumber number = await db.NextNumberAsync(clock.Today.Year, cancellationToken);
            var draft = new Draft(request.Title, request.Description, request.Place, request.Spot, request.Language)
            {
                Contact = request.Contact, AuthorId = request.AuthorId,
            };
            Initiative initiative = Initiative.File(clock.NewId(), number, draft, clock.Now);
            db.Add(initiative);
            db.Tell(new InitiativeFiled(initiative.Id, number.ToString(), initiative.Place));
            await db.SaveChangesAsync(cancellationToken);
            return number;
        }, cancellationToken);
    }
}
