using Smss.Abstractions.Data;
using Smss.Understanding;

namespace Smss.Modules.Leaders.Model;

/// <summary>Kinds of place where residents find a person, the Centre first.</summary>
internal enum PointKind { Centre, IntegrationPoint, CivicSupportPoint }

/// <summary>A place with a door, opening hours and people who help.</summary>
internal sealed class Point : IVersioned
{
    public required Guid Id { get; init; }
    public required PointKind Kind { get; set; }
    public required string Name { get; set; }
    /// <summary>Part of the estate, Polish nominative: what residents name.</summary>
    public required string Place { get; set; }
    public required string Estate { get; set; }
    public required string City { get; set; }
    public required string Street { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }
    public Trilingual? Directions { get; set; }
    public Trilingual? Accessibility { get; set; }
    public required IReadOnlyList<string> Services { get; set; }
    /// <summary>Codes of the languages spoken there.</summary>
    public required IReadOnlyList<string> Languages { get; set; }
    public bool IsSample { get; init; }
    public int Version { get; private set; }
    /// <summary>Since when nobody is sent there any more; null while it works.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
    /// <summary>When somebody last changed the hours or said that they are true.</summary>
    public DateTimeOffset? CheckedAt { get; set; }
    public List<OpeningHours> Week { get; init; } = [];
    public List<HoursException> Exceptions { get; init; } = [];

    public bool IsAt(string place)
    {
        string asked = Folding.Fold(place);
        return asked == Folding.Fold(Place) || asked == Folding.Fold(Estate) || asked == Folding.Fold(City);
    }

    /// <summary>Hours of a weekday; none close it.</summary>
    public void Open(DayOfWeek weekday, IReadOnlyList<Interval> hours)
    {
        if (hours.Count == 0) Week.RemoveAll(h => h.Weekday == weekday);
        else if (Week.Find(h => h.Weekday == weekday) is { } known) known.Hours = hours;
        else Week.Add(new OpeningHours { PointId = Id, Weekday = weekday, Hours = hours });
    }

    /// <summary>Other hours on one date; none close it.</summary>
    public void Except(DateOnly date, IReadOnlyList<Interval> hours, Trilingual? reason, bool isSample = false)
    {
        HoursException? exception = Exceptions.Find(e => e.Date == date);
        if (exception is null) Exceptions.Add(exception = new HoursException { PointId = Id, Date = date, Hours = hours });
        (exception.Hours, exception.Reason, exception.IsSample) = (hours, reason, isSample);
    }

    /// <summary>The date is a day like any other again.</summary>
    public void Restore(DateOnly date) => Exceptions.RemoveAll(e => e.Date == date);
}
