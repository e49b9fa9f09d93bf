using Smss.Conversation.Masking;
using Smss.Platform.Data;
using Smss.Understanding;

namespace Smss.Platform.Conversations;

/// <summary>The list of what residents ask and nobody answers: one row for messages that differ in nothing that matters.</summary>
internal static class UnansweredSql
{
    /// <summary>A full list takes nothing new until the night makes room; what is on it is still counted.</summary>
    public const int Most = 10_000;

    private const string CountKnown =
        "UPDATE platform_unanswered SET times = times + 1, last_seen = @p2 WHERE language = @p0 AND key = @p1";

    private const string Add =
        "INSERT INTO platform_unanswered (language, key, text, times, last_seen) SELECT @p0, @p1, @p3, 1, @p2 "
        + "WHERE (SELECT count(*) FROM platform_unanswered) < @p4 ON CONFLICT (language, key) DO UPDATE SET times = platform_unanswered.times + 1";

    public static void Count(WriteScope scope, Unanswered unanswered, DateOnly today)
    {
        string language = unanswered.Language.Code();
        if (scope.Commands.Execute(scope.Transaction, CountKnown, language, unanswered.Key, today) > 0) return;
        scope.Commands.Execute(scope.Transaction, Add, language, unanswered.Key, today, unanswered.Text, Most);
    }
}
