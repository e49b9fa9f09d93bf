using System.Data.Common;
using MediatR;
using Smss.Abstractions.Conversation;
using Smss.Abstractions.Data;
using Smss.Abstractions.Texts;
using Smss.Conversation;
using Smss.Platform.Data;
using Smss.Understanding;

namespace Smss.Platform.Conversations;

/// <summary>
/// A word to a resident arrives: in the conversation they used last, in its language. The row of the outbox goes in the same
/// commit, so it is said once however often the host is killed.
/// </summary>
internal sealed class SayToResident(Ambient ambient, Speaker speaker, IConsents consents, ITexts texts) : INotificationHandler<WordToResident>
{
    private const string Last = "SELECT id, locale, state FROM platform_conversation WHERE resident_id = @p0 ORDER BY last_at DESC LIMIT 1";

    public async Task Handle(WordToResident notification, CancellationToken cancellationToken)
    {
        WriteScope scope = ambient.Writing ?? throw new InvalidOperationException("Only the outbox says something outside a turn.");
        if (Find(scope, notification.ResidentId) is not (var conversation, var language)) return;
        if (notification.Consent is { } topic && !await consents.IsGivenAsync(notification.ResidentId, topic, cancellationToken)) return;
        string text = texts.Get(language, notification.TextKey, [.. notification.Values.Select(v => (v.Key, (object?)v.Value))]);
        if (speaker.Say(scope, conversation, ReplyJson.Write(new Reply(text), conversation, null, language), notification.Key) is { } said)
            ambient.AfterCommit(() => speaker.Show(said));
    }

    private static (string Conversation, Language Language)? Find(WriteScope scope, string residentId)
    {
        using DbDataReader reader = scope.Commands.Read(scope.Transaction, Last, residentId);
        if (!reader.Read()) return null;
        Language language = ConversationState.FromJson(reader.StringOrNull(2)).Language ?? Languages.Of(reader.StringOrNull(1));
        return (reader.GetString(0), language == Language.Other ? Language.Pl : language);
    }
}
