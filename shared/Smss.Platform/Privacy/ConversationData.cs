using Microsoft.EntityFrameworkCore;
using Smss.Abstractions.Modules;
using Smss.Conversation;
using Smss.Platform.Conversations;
using Smss.Platform.Data;

namespace Smss.Platform.Privacy;

/// <summary>What was said in the chat, and what the bot keeps of it.</summary>
internal sealed class ConversationData(PlatformDbContext db, Settings settings) : IPersonalData
{
    private const int ConversationsAtOnce = 20;

    public string Id => "platform.data.conversation";
    public LegalBasis Basis => LegalBasis.PublicTask;
    public int? Days => settings.Retention.ConversationDays;

    public async Task<IReadOnlyList<PersonalRecord>> ExportAsync(string residentId, CancellationToken cancellation)
    {
        IQueryable<Data.Conversation> conversations = Of(residentId);
        List<Activity> said = await db.Set<Activity>().AsNoTracking().Where(a => conversations.Any(c => c.Id == a.ConversationId))
            .OrderBy(a => a.ConversationId).ThenBy(a => a.Sequence).ToListAsync(cancellation);
        List<string?> states = await conversations.Select(c => c.State).ToListAsync(cancellation);
        var unfinished = states.Select(s => ConversationState.FromJson(s).Form).OfType<Smss.Conversation.Forms.FormState>().SelectMany(f => f.Answers.Values);
        return
        [
            .. said.Select(a => new PersonalRecord(a.At, new PersonalField(a.FromBot ? "answered" : "said", ActivityWords.Of(a.Body)))),
            .. unfinished.Select(answer => new PersonalRecord(null, new PersonalField("unfinished", answer))),
        ];
    }

    /// <summary>Of the conversation its last word stays for the night to take, tied to nobody: it was the answer to the erasure.</summary>
    public async Task EraseAsync(string residentId, CancellationToken cancellation)
    {
        IQueryable<Data.Conversation> conversations = Of(residentId);
        await db.Set<Activity>()
            .Where(a => conversations.Any(c => c.Id == a.ConversationId)
                && (!a.FromBot || db.Set<Activity>().Any(b => b.ConversationId == a.ConversationId && b.FromBot && b.Sequence < a.Sequence)))
            .ExecuteDeleteAsync(cancellation);
        await db.Set<CopyLink>().Where(l => l.ResidentId == residentId).ExecuteDeleteAsync(cancellation);
        await conversations.ExecuteUpdateAsync(
            s => s.SetProperty(c => c.ResidentId, Data.Conversation.Nobody).SetProperty(c => c.ResumeHash, Data.Conversation.Closed).SetProperty(c => c.State, (string?)null)
                .SetProperty(c => c.Version, c => c.Version + 1)
                .SetProperty(c => c.StartedAt, DateTimeOffset.UnixEpoch).SetProperty(c => c.LastAt, DateTimeOffset.UnixEpoch),
            cancellation);
    }

    public async Task<bool> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellation)
    {
        // By the beginning, which has an index: the last word moves with every message and would make each of them dearer.
        string[] old = await db.Set<Data.Conversation>().Where(c => c.StartedAt < before && c.LastAt < before)
            .OrderBy(c => c.StartedAt).Select(c => c.Id).Take(ConversationsAtOnce).ToArrayAsync(cancellation);
        int gone = await db.Set<Activity>().Where(a => old.Contains(a.ConversationId)).OrderBy(a => a.ConversationId).Take(most).ExecuteDeleteAsync(cancellation);
        if (gone == most) return true;
        await db.Set<Data.Conversation>().Where(c => old.Contains(c.Id)).ExecuteDeleteAsync(cancellation);
        return old.Length == ConversationsAtOnce;
    }

    private IQueryable<Data.Conversation> Of(string residentId) => db.Set<Data.Conversation>().Where(c => c.ResidentId == residentId);
}
