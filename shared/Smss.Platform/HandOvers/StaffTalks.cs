using Smss.Abstractions;
using Smss.Abstractions.Conversation;
using Smss.Abstractions.Texts;
using Smss.Conversation;
using Smss.Platform.Accounts;
using Smss.Platform.Conversations;
using Smss.Platform.Data;
using Smss.Understanding;

namespace Smss.Platform.HandOvers;

/// <summary>
/// What a person of the staff does with a conversation. Each change is one commit: the list, the conversation's state with its
/// version, what the resident reads, and the audit trail. A turn that was under way loses against it and is thought again.
/// </summary>
internal sealed class StaffTalks(
    HandOverSql sql, Database database, Writer writer, PreparedReads reads, StateCache states, Speaker speaker, PanelNews news, TurnPipeline pipeline, ITexts texts, SiteAddress site, CityClock clock)
{
    /// <summary>Takes a conversation that waits.</summary>
    /// <returns>False when it is over or somebody else has it.</returns>
    public Task<bool> TakeAsync(Account by, Guid id) => ChangeAsync(scope =>
    {
        if (sql.Find(scope, id) is not { } held || !sql.Take(scope, id, by.Id)) return null;
        Audit(scope, by.Id, by.Name, "platform.audit.talk-take", id);
        ConversationState state = held.State.WithPerson();
        Language language = LanguageOf(state);
        return speaker.Say(scope, held, state, [new Reply(texts.Get(language, "platform.person.here", ("who", PersonName.Of(by, texts, language))))]);
    });

    /// <summary>Says something as the person who has the conversation.</summary>
    /// <param name="by">Who.</param>
    /// <param name="id">Which conversation.</param>
    /// <param name="text">What.</param>
    /// <param name="key">Makes a form sent twice one message.</param>
    /// <returns>False when they no longer have it.</returns>
    public Task<bool> SayAsync(Account by, Guid id, string text, Guid key) => ChangeAsync(scope =>
    {
        if (sql.Find(scope, id) is not { } held || !sql.Prolong(scope, id, by.Id)) return null;
        Language language = LanguageOf(held.State);
        byte[] body = ReplyJson.Write(new Reply(text), held.ConversationId, null, language, PersonName.Of(by, texts, language));
        return speaker.Say(scope, held.ConversationId, body, $"platform.person.{key}") ?? new Words(held.ConversationId, []);
    });

    /// <summary>The bot comes back because the person says so.</summary>
    public Task<bool> HandBackAsync(StaffMember by, Guid id) => ChangeAsync(scope =>
    {
        if (sql.Find(scope, id) is not { } held || !HandOverSql.End(scope, id, by.Id)) return null;
        Audit(scope, by.Id, by.Name, "platform.audit.talk-back", id);
        return End(scope, held, "platform.person.back");
    });

    /// <summary>Does what is due: the bot comes back where a person fell silent; who waits is told so, and in the end that nobody came.</summary>
    public async Task DoDueAsync(CancellationToken cancellation)
    {
        await writer.WriteAsync(sql.EndOfDisabled, cancellation);
        List<Guid> due = await reads.ReadAsync(
            "SELECT id FROM platform_handover WHERE until <= @p0 ORDER BY until LIMIT 1000", [database.Instant(clock.Now)], row => row.GetGuid(0), cancellation);
        foreach (Guid id in due)
            await ChangeAsync(scope => sql.Find(scope, id) switch
            {
                { State.Person: not PersonState.Here, Patient: false } held when sql.BePatient(scope, id) => SayLonger(scope, held),
                { } held when sql.EndLeft(scope, id) => End(scope, held, held.State.Person == PersonState.Here ? "platform.person.left" : "platform.person.nobody-came"),
                _ => null,
            });
    }

    private Words? End(WriteScope scope, Held held, string textKey)
    {
        TurnOutcome back = pipeline.AfterPerson(held.ConversationId, held.ResidentId, held.State, textKey);
        return speaker.Say(scope, held, back.State, back.Replies);
    }

    /// <summary>Asks for a way to call back, so what becomes of it is said before.</summary>
    private Words SayLonger(WriteScope scope, Held held)
    {
        Reply longer = Say(held, "platform.person.longer");
        if (held.State.Clause >= Turn.ClauseVersion) return speaker.Say(scope, held, held.State, [longer]);
        Language language = LanguageOf(held.State);
        var clause = new Reply(texts.Get(language, "platform.clause", ("page", site.PublicUrl + Abstractions.Web.LanguageOf.Path(language, "/prywatnosc"))));
        return speaker.Say(scope, held, held.State with { Clause = Turn.ClauseVersion }, [clause, longer]);
    }

    private Reply Say(Held held, string textKey) => new(texts.Get(LanguageOf(held.State), textKey));

    private async Task<bool> ChangeAsync(Func<WriteScope, Words?> change)
    {
        if (await writer.WriteAsync(change, CancellationToken.None) is not { } words) return false;
        states.Forget(words.ConversationId);
        if (words.Activities.Count > 0) speaker.Show(words);
        news.Tell();
        return true;
    }

    private void Audit(WriteScope scope, Guid by, string name, string action, Guid id) => scope.Commands.Execute(
        scope.Transaction, "INSERT INTO platform_audit (id, at, actor_id, actor, action, subject) VALUES (@p0, @p1, @p2, @p3, @p4, @p5)",
        clock.NewId(), database.Instant(clock.Now), by, name, action, HandOver.CodeOf(id));

    private static Language LanguageOf(ConversationState state) => state.Language ?? Language.Pl;
}
