using MediatR;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions.Conversation;
using Smss.Platform.Data;
using Smss.Platform.HandOvers;

namespace Smss.Platform.Privacy;

/// <summary>Asks once whether to forget the resident, then does it.</summary>
internal sealed class EraseForm : Form
{
    public const string FormId = "platform.erase";
    public override string Id => FormId;
    public override IReadOnlyList<Field> Fields => [];

    public override void Submit(IReadOnlyDictionary<string, string> answers, Turn turn)
    {
        turn.Person = PersonState.None;
        turn.Write(new EraseResident(turn.ResidentId), (after, _) => after.Say("platform.erase.done"));
    }
}

/// <summary>Deletes what was said, closes the conversations, and asks every kind of data to forget the resident.</summary>
internal sealed record EraseResident(string ResidentId) : IRequest<Unit>;

internal sealed class EraseResidentHandler(PlatformDbContext db) : IRequestHandler<EraseResident, Unit>
{
    public async Task<Unit> Handle(EraseResident request, CancellationToken cancellationToken)
    {
        IQueryable<Data.Conversation> conversations = db.Set<Data.Conversation>().Where(c => c.ResidentId == request.ResidentId);
        await db.Set<HandOver>().Where(h => conversations.Any(c => c.Id == h.ConversationId)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<Activity>().Where(a => conversations.Any(c => c.Id == a.ConversationId)).ExecuteDeleteAsync(cancellationToken);
        await conversations.ExecuteUpdateAsync(s => s.SetProperty(c => c.ResumeHash, Data.Conversation.Closed), cancellationToken);
        db.Tell(new ErasureAsked(request.ResidentId));
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
