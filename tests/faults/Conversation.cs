namespace Smss.Faults;

/// <summary>What a resident sent, and what the host acknowledged of it.</summary>
/// <param name="Key">The client's own id, the same when it is sent again.</param>
/// <param name="Files">Title of the initiative that this message confirms; null for every other message.</param>
internal sealed record Said(string Key, string Text, string? Files)
{
    /// <summary>The id of the 200 answer; null while there was none.</summary>
    public string? AcknowledgedId { get; set; }

    /// <summary>Whether a post of it broke off before the answer, so that it was sent again.</summary>
    public bool BrokeOff { get; set; }
}

/// <summary>One entry of a conversation's log, as a client reads it.</summary>
internal sealed record Entry(string Id, DateTimeOffset Timestamp, bool FromBot, string? Key, string? ReplyTo, string Text);

/// <summary>What one resident knows of a conversation, and what the host says it was.</summary>
internal sealed record Conversation(string Id, IReadOnlyList<Said> Said, IReadOnlyList<Entry> Log)
{
    public bool IsAnswered
    {
        get
        {
            var answered = Log.Select(e => e.ReplyTo).ToHashSet();
            return Said.All(s => s.AcknowledgedId is null || answered.Contains(s.AcknowledgedId));
        }
    }
}

/// <summary>An initiative as the database has it.</summary>
internal sealed record Filed(string Number, string Title);
