namespace Smss.Abstractions.Conversation;

/// <summary>Something the bot can talk about. Knows no channel, no HTTP, no storage of the conversation.</summary>
public interface ITopic
{
    /// <summary>Begins with the module's id (<c>activitycentre.jobs</c>). Stored with the conversation.</summary>
    string Id { get; }

    /// <summary>Intents this topic answers (<c>jobs.search</c>).</summary>
    IReadOnlyCollection<string> Intents { get; }

    /// <summary>Answers a message with one of the intents.</summary>
    ValueTask HandleAsync(Turn turn, CancellationToken cancellation);

    /// <summary>
    /// Answers a message that leans on what this topic said last ("pokaż więcej", "to drugie", "a w sobotę?").
    /// False when it cannot: the message is then treated as if nothing had been said before.
    /// </summary>
    ValueTask<bool> FollowUpAsync(Turn turn, FollowUp followUp, CancellationToken cancellation) => ValueTask.FromResult(false);
}

/// <summary>How a message leans on the one before.</summary>
public enum FollowUpKind
{
    /// <summary>The next page ("pokaż więcej").</summary>
    More,
    /// <summary>One of the list ("to drugie"); see <see cref="FollowUp.Ordinal"/>.</summary>
    Pick,
    /// <summary>The same with other or further slots ("a w sobotę?", "bez nocek"); see the turn's meaning.</summary>
    Refine,
}

/// <summary>A message that leans on the one before.</summary>
/// <param name="Kind">How.</param>
/// <param name="Ordinal">Place in the list, from 1; -1 is the last one.</param>
public readonly record struct FollowUp(FollowUpKind Kind, int Ordinal = 0);
