using Smss.Understanding;

namespace Smss.Modules.Leaders.Model;

/// <summary>Kinds of place where residents find a person, the Centre first.</summary>
internal enum PointKind { Centre, IntegrationPoint, CivicSupportPoint }

/// <summary>A place with a door, opening hours and people who help.</summary>
internal sealed class Point
{
    public required Guid Id { get; init; }
    public required PointKind Kind { get; init; }
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
    public List<OpeningHours> Week { get; init; } = [];
    public List<HoursException> Exceptions { get; init; } = [];

    public bool IsAt(string place)
    {
        string asked = Folding.Fold(place);
        return asked == Folding.Fold(Place) || asked == Folding.Fold(Estate) || asked == Folding.Fold(City);
    }

    public void Open(DayOfWeek weekday, string hours)
    {
        Week.RemoveAll(h => h.Weekday == weekday);
        Week.Add(new OpeningHours { PointId = Id, Weekday = weekday, Hours = Interval.ReadList(hours) });
    }

    /// <summary>Other hours on one date; empty hours close it.</summary>
    public void Except(DateOnly date, string hours, Trilingual? reason, bool isSample = false)
    {
        Exceptions.RemoveAll(e => e.Date == date);
        Exceptions.Add(new HoursException
        {
            PointId = Id, Date = date, Hours = Interval.ReadList(hours), Reason = reason, IsSample = isSample,
        });
    }
}
