using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Smss.Abstractions;
using Smss.Modules.Leaders.Model;

namespace Smss.Modules.Leaders.Feeds;

/// <summary>Points in the words of schema.org. A specification without <c>opens</c> means closed.</summary>
internal static class PointsJson
{
    private const int DaysAhead = 92;

    internal sealed record Graph([property: JsonPropertyName("@graph")] IReadOnlyList<Place> Points)
    {
        [JsonPropertyName("@context")] public string Context { get; } = "https://schema.org";
    }

    internal sealed record Place(
        Guid Identifier, string Name, string? Description, string? Telephone, string? Email, PostalAddress Address,
        IReadOnlyList<OpeningHoursSpecification> OpeningHoursSpecification,
        IReadOnlyList<OpeningHoursSpecification> SpecialOpeningHoursSpecification)
    {
        [JsonPropertyName("@type")] public string Type { get; } = "Place";
    }

    internal sealed record PostalAddress(string StreetAddress, string AddressLocality)
    {
        [JsonPropertyName("@type")] public string Type { get; } = "PostalAddress";
        public string AddressCountry { get; } = "PL";
    }

    internal sealed record OpeningHoursSpecification(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DayOfWeek,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TimeOnly? Opens,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TimeOnly? Closes,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? ValidFrom = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? ValidThrough = null)
    {
        [JsonPropertyName("@type")] public string Type { get; } = "OpeningHoursSpecification";
    }

    public static async Task<Ok<Graph>> GetAsync(KnownPoints known, CityClock clock, CancellationToken cancellation) =>
        TypedResults.Ok(new Graph([.. (await known.AllAsync(cancellation)).Select(p => Describe(p, clock.Today))]));

    internal static Place Describe(KnownPoint known, DateOnly today)
    {
        Point point = known.Point;
        return new Place(
            point.Id, point.Name, point.IsSample ? "dane przykładowe" : null, point.Phone, point.Email,
            new PostalAddress(point.Street, point.City),
            [.. from day in known.Schedule.Week.OrderBy(d => ((int)d.Key + 6) % 7)
                from hours in day.Value
                select new OpeningHoursSpecification("https://schema.org/" + day.Key, hours.Opens, hours.Closes)],
            [.. known.Schedule.Days(today, DaysAhead).Where(d => d.Holiday is not null || known.Schedule.IsException(d.Day)).SelectMany(Special)]);
    }

    private static IEnumerable<OpeningHoursSpecification> Special(DayHours day) => day.IsClosed
        ? [new OpeningHoursSpecification(null, null, null, day.Day, day.Day)]
        : day.Hours.Select(h => new OpeningHoursSpecification(null, h.Opens, h.Closes, day.Day, day.Day));
}
