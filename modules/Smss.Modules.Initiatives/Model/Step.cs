namespace Smss.Modules.Initiatives.Model;

/// <summary>One thing that happened to an initiative, with what the city said about it.</summary>
internal sealed class Step(Guid initiativeId, int order, InitiativeStatus status, DateTimeOffset at, string? note)
{
    public Guid InitiativeId { get; } = initiativeId;
    public int Order { get; } = order;
    public InitiativeStatus Status { get; } = status;
    public DateTimeOffset At { get; private set; } = at;
    public string? Note { get; } = note;

    public void Shift(TimeSpan by) => At += by;
}

/// <summary>A resident supports an initiative; the pair is unique, so once.</summary>
internal sealed record Support(Guid InitiativeId, string ResidentId);

/// <summary>The last number given out in a year.</summary>
internal sealed class Counter
{
    public int Year { get; private init; }
    public int Last { get; private init; }
}
