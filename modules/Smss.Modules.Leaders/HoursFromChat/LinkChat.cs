using MediatR;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Contracts.Platform;
using Smss.Abstractions.Modules;
using Smss.Modules.Leaders.Model;

namespace Smss.Modules.Leaders.HoursFromChat;

/// <summary>Links a conversation to an account by a code that the panel showed to its owner.</summary>
internal static class LinkChat
{
    public sealed record Request(string ResidentId, string Code) : IRequest<StaffMember?>;

    /// <returns>Whose account it is; null when the code is wrong, used or too old.</returns>
    public sealed class Handler(LeadersDbContext db, LinkedLeaders linked, CityClock clock) : IRequestHandler<Request, StaffMember?>
    {
        public async Task<StaffMember?> Handle(Request request, CancellationToken cancellationToken)
        {
            string hash = ChatCode.HashOf(request.Code);
            DateTimeOffset now = clock.Now;
            if (await db.Codes.SingleOrDefaultAsync(c => c.Hash == hash && c.ExpiresAt > now, cancellationToken) is not { } code) return null;
            db.Remove(code);
            if (await linked.WhoAsync(code.AccountId, cancellationToken) is not { } who) return null;
            await db.Links.Where(l => l.ResidentId == request.ResidentId || l.AccountId == who.Id).ExecuteDeleteAsync(cancellationToken);
            db.Add(new ChatLink { AccountId = who.Id, ResidentId = request.ResidentId, LinkedAt = now });
            db.Record(who, "leaders.audit.chat.link", who.Name);
            await db.SaveChangesAsync(cancellationToken);
            return who;
        }
    }
}

/// <summary>An account that was disabled speaks for no point any more, not even when it is enabled again.</summary>
internal sealed class EndLinks(LeadersDbContext db) : INotificationHandler<StaffDisabled>
{
    public async Task Handle(StaffDisabled notification, CancellationToken cancellationToken)
    {
        await db.Links.Where(l => l.AccountId == notification.AccountId).ExecuteDeleteAsync(cancellationToken);
        await db.Codes.Where(c => c.AccountId == notification.AccountId).ExecuteDeleteAsync(cancellationToken);
    }
}

/// <summary>Of a leader's conversation its name in the channel is kept, for as long as it is linked.</summary>
internal sealed class LinkedChats(LeadersDbContext db) : IPersonalData
{
    public string Id => "leaders.data.link";
    public LegalBasis Basis => LegalBasis.PublicTask;

    /// <summary>Until it is unlinked.</summary>
    public int? Days => null;

    public async Task<IReadOnlyList<PersonalRecord>> ExportAsync(string residentId, CancellationToken cancellation) =>
        [.. (await db.Links.AsNoTracking().Where(l => l.ResidentId == residentId).ToListAsync(cancellation)).Select(l => new PersonalRecord(l.LinkedAt, new PersonalField("account", l.AccountId.ToString())))];

    public Task EraseAsync(string residentId, CancellationToken cancellation) =>
        db.Links.Where(l => l.ResidentId == residentId).ExecuteDeleteAsync(cancellation);

    public Task<bool> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellation) => Task.FromResult(false);
}
