namespace Smss.Modules.Leaders.Model;

/// <summary>Hours of one weekday, local time of the city.</summary>
internal sealed class OpeningHours
{
    public required Guid PointId { get; init; }
    public required DayOfWeek Weekday { get; init; }
    public required IReadOnlyList<Interval> Hours { get; set; }
}

/// <summary>What holds on one date instead of the week: other hours, or none. Stronger than a public holiday.</summary>
internal sealed class HoursException
{
    public required Guid PointId { get; init; }
    public required DateOnly Date { get; init; }
    public required IReadOnlyList<Interval> Hours { get; set; }
    public Trilingual? Reason { get; set; }
    public bool IsSample { get; set; }
}
