using Smss.Understanding;

namespace Smss.Abstractions.Contracts.Leaders;

/// <summary>Where a resident finds a person, for topics and pages of other modules. Optional: inject <c>IEnumerable&lt;IPointsReader&gt;</c>.</summary>
public interface IPointsReader
{
    /// <summary>The point to send a resident to: the one at the place, else the Centre.</summary>
    /// <param name="place">Estate or part of it, Polish nominative; null when not said.</param>
    /// <param name="language">Language of <see cref="PointContact.Hours"/>.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null when the city has no point yet.</returns>
    ValueTask<PointContact?> ContactAsync(string? place, Language language, CancellationToken cancellation);
}

/// <summary>A point as it is told to a resident.</summary>
/// <param name="Name">Its name, Polish.</param>
/// <param name="Address">Street and number.</param>
/// <param name="Phone">As it is dialled; null when it has none.</param>
/// <param name="Hours">One sentence: open now until, or when it opens next.</param>
/// <param name="IsSample">Marked "dane przykładowe" wherever it is shown.</param>
public sealed record PointContact(string Name, string Address, string? Phone, string Hours, bool IsSample);
