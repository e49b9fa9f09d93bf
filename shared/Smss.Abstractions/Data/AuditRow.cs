namespace Smss.Abstractions.Data;

/// <summary>Who did what to what, when. Platform's table, written by every module's context with <see cref="SmssDbContext.Record"/>.</summary>
public sealed class AuditRow
{
    /// <summary>Guid version 7: the order of happening.</summary>
    public Guid Id { get; init; }
    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }
    /// <summary>Account of who did it.</summary>
    public Guid ActorId { get; init; }
    /// <summary>Their name at that time.</summary>
    public required string Actor { get; init; }
    /// <summary>Text key of what was done.</summary>
    public required string Action { get; init; }
    /// <summary>What it was done to.</summary>
    public required string Subject { get; init; }
}
