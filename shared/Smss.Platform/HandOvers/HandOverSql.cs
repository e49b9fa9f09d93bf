using System.Data.Common;
using Smss.Abstractions;
using Smss.Abstractions.Conversation;
using Smss.Abstractions.Data;
using Smss.Conversation;
using Smss.Platform.Conversations;
using Smss.Platform.Data;
using Smss.Understanding;

namespace Smss.Platform.HandOvers;

/// <summary>A hand-over with its conversation, locked until the commit.</summary>
internal sealed record Held(Guid Id, string ConversationId, string ResidentId, bool Patient, long Version, ConversationState State);

/// <summary>The statements about conversations that wait for a person. Whoever changes one locks its conversation first.</summary>
internal sealed class HandOverSql(Database database, PreparedReads reads, CityClock clock)
{
    /// <summary>How long the bot lets somebody wait who was told that a person is there; and who knows that it may take days.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromMinutes(20), Patience = TimeSpan.FromDays(3), WhenReachable = TimeSpan.FromDays(7);

    /// <summary>How long a person may be silent before the bot comes back.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(30);

    private const string OnDuty =
        "SELECT count(*) FROM platform_duty d JOIN platform_account a ON a.id = d.account_id WHERE d.until > @p0 AND a.disabled_at IS NULL AND a.security_stamp = d.stamp";

    /// <summary>Keeps the list in step with a conversation whose turn changed how far its resident is.</summary>
    public void Follow(WriteScope scope, string conversationId, ConversationState state)
    {
        switch (state.Person)
        {
            case PersonState.Waiting:
                bool soon = IsAnybodyOnDuty(scope);
                scope.Commands.Execute(
                    scope.Transaction,
                    "INSERT INTO platform_handover (id, conversation_id, language, asked_at, until, patient, reachable) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6) "
                    + "ON CONFLICT (conversation_id) DO NOTHING",
                    clock.NewId(), conversationId, (state.Language ?? Language.Pl).ToString(), Now(TimeSpan.Zero), Now(soon ? Soon : Patience), !soon, false);
                break;
            case PersonState.Reachable:
                scope.Commands.Execute(
                    scope.Transaction, "UPDATE platform_handover SET reachable = @p1, patient = @p1, until = @p2 WHERE conversation_id = @p0",
                    conversationId, true, Now(WhenReachable));
                break;
            default:
                scope.Commands.Execute(scope.Transaction, "DELETE FROM platform_handover WHERE conversation_id = @p0", conversationId);
                break;
        }
    }

    /// <summary>A conversation waits or is held only while the list says so: whoever erased a resident took the row.</summary>
    public async ValueTask<StoredState> CheckedAsync(string conversationId, StoredState stored) =>
        await reads.ReadAsync("SELECT 1 FROM platform_handover WHERE conversation_id = @p0", [conversationId], _ => true, CancellationToken.None) is [_]
            ? stored
            : stored with { State = stored.State with { Person = PersonState.None } };

    /// <returns>Null when it is over.</returns>
    public Held? Find(WriteScope scope, Guid id)
    {
        string lockRow = database.IsSqlite ? "" : " FOR UPDATE OF c";
        using DbDataReader reader = scope.Commands.Read(
            scope.Transaction,
            "SELECT h.conversation_id, c.resident_id, h.patient, c.version, c.state FROM platform_handover h JOIN platform_conversation c ON c.id = h.conversation_id WHERE h.id = @p0"
            + lockRow, id);
        return reader.Read()
            ? new Held(id, reader.GetString(0), reader.GetString(1), reader.GetBoolean(2), reader.GetInt64(3), ConversationState.FromJson(reader.StringOrNull(4)))
            : null;
    }

    /// <returns>False when somebody else has it.</returns>
    public bool Take(WriteScope scope, Guid id, Guid by) => scope.Commands.Execute(
        scope.Transaction, "UPDATE platform_handover SET taken_by = @p1, until = @p2 WHERE id = @p0 AND taken_by IS NULL", id, by, Now(LongestSilence)) == 1;

    /// <returns>False when it is not, or no longer, theirs.</returns>
    public bool Prolong(WriteScope scope, Guid id, Guid by) => scope.Commands.Execute(
        scope.Transaction, "UPDATE platform_handover SET until = @p2 WHERE id = @p0 AND taken_by = @p1", id, by, Now(LongestSilence)) == 1;

    public static bool End(WriteScope scope, Guid id, Guid by) =>
        scope.Commands.Execute(scope.Transaction, "DELETE FROM platform_handover WHERE id = @p0 AND taken_by = @p1", id, by) == 1;

    /// <returns>False when somebody did something about it meanwhile.</returns>
    public bool EndLeft(WriteScope scope, Guid id) =>
        scope.Commands.Execute(scope.Transaction, "DELETE FROM platform_handover WHERE id = @p0 AND until <= @p1", id, Now(TimeSpan.Zero)) == 1;

    public bool BePatient(WriteScope scope, Guid id) => scope.Commands.Execute(
        scope.Transaction, "UPDATE platform_handover SET patient = @p1, until = @p2 WHERE id = @p0 AND until <= @p3 AND taken_by IS NULL",
        id, true, Now(Patience), Now(TimeSpan.Zero)) == 1;

    /// <summary>What a disabled account held is due at once.</summary>
    public int EndOfDisabled(WriteScope scope) => scope.Commands.Execute(
        scope.Transaction, "UPDATE platform_handover SET until = @p0 WHERE until > @p0 AND taken_by IN (SELECT id FROM platform_account WHERE disabled_at IS NOT NULL)",
        Now(TimeSpan.Zero));

    private bool IsAnybodyOnDuty(WriteScope scope) => scope.Commands.Scalar(scope.Transaction, OnDuty, Now(TimeSpan.Zero)) is > 0L;

    private object Now(TimeSpan after) => database.Instant(clock.Now + after);
}
