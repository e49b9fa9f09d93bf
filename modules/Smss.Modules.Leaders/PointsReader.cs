using Smss.Abstractions;
using Smss.Abstractions.Contracts.Leaders;
using Smss.Understanding;

namespace Smss.Modules.Leaders;

internal sealed class PointsReader(KnownPoints known, HoursWords words, CityClock clock) : IPointsReader
{
    public async ValueTask<PointContact?> ContactAsync(string? place, Language language, CancellationToken cancellation)
    {
        IReadOnlyList<KnownPoint> all = await known.AllAsync(cancellation);
        if (all.Count == 0) return null;
        KnownPoint point = (place is null ? null : all.FirstOrDefault(p => p.Point.IsAt(place))) ?? all[0];
        string hours = HoursWords.Sentence(words.Now(language, point.Schedule, clock.Now));
        return new PointContact(point.Point.Name, point.Point.Street, point.Point.Phone, hours, point.Point.IsSample);
    }
}
