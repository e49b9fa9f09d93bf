namespace Smss.Abstractions.Facts;

/// <summary>One fact on its way to one handler. Platform's table, written by every module's context.</summary>
public sealed class OutboxRow
{
    /// <summary>Guid version 7: the order of telling.</summary>
    public Guid Id { get; init; }
    /// <summary>Id of the fact.</summary>
    public required string Fact { get; init; }
    /// <summary>Id of the handler.</summary>
    public required string Handler { get; init; }
    /// <summary>The fact as JSON.</summary>
    public required string Payload { get; init; }
    /// <summary>Tries so far.</summary>
    public int Attempts { get; set; }
    /// <summary>Not before this instant, UTC.</summary>
    public DateTimeOffset DueAt { get; set; }
    /// <summary>Kind of the last failure; no message, because it may hold personal data.</summary>
    public string? LastError { get; set; }
}
