using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Conversation;
using Smss.Abstractions.Modules;
using Smss.Platform.Data;
using Smss.Platform.Modules;

namespace Smss.Platform.HouseTopics;

/// <summary>Asks once whether to forget the resident, then does it.</summary>
internal sealed class EraseForm : Form
{
    public const string FormId = "platform.erase";
    public override string Id => FormId;
    public override IReadOnlyList<Field> Fields => [];

    public override void Submit(IReadOnlyDictionary<string, string> answers, Turn turn) =>
        turn.Write(new EraseResident(turn.ResidentId), (after, _) => after.Say("platform.erase.done"));
}

/// <summary>Forgets a resident everywhere, in one transaction (GDPR art. 17).</summary>
internal sealed record EraseResident(string ResidentId) : IRequest<Unit>;

internal sealed class EraseResidentHandler(PlatformDbContext db, IEnumerable<PersonalDataRegistration> kept, IServiceProvider services)
    : IRequestHandler<EraseResident, Unit>
{
    public async Task<Unit> Handle(EraseResident request, CancellationToken cancellationToken)
    {
        foreach (PersonalDataRegistration data in kept)
            await ((IPersonalData)services.GetRequiredService(data.Data)).EraseAsync(request.ResidentId, cancellationToken);
        IQueryable<string> conversations = db.Set<Data.Conversation>().Where(c => c.ResidentId == request.ResidentId).Select(c => c.Id);
        await db.Set<Activity>().Where(a => conversations.Contains(a.ConversationId)).ExecuteDeleteAsync(cancellationToken);
        return Unit.Value;
    }
}
