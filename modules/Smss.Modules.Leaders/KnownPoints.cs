using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions;
using Smss.Modules.Leaders.Model;

namespace Smss.Modules.Leaders;

/// <summary>A point with its schedule and leaders, ready to be told.</summary>
internal sealed record KnownPoint(Point Point, Schedule Schedule, IReadOnlyList<SocialLeader> Leaders);

/// <summary>
/// The city's points in memory, the Centre first: they are few, and read on every turn that sends a resident to a person.
/// Whoever writes them calls <see cref="Forget"/>; what was written elsewhere, or in a turn, is noticed within <see cref="Age"/>.
/// </summary>
internal sealed class KnownPoints(IServiceScopeFactory scopes, CityClock clock) : IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(3);
    private readonly SemaphoreSlim _loading = new(1);
    private volatile Snapshot? _snapshot;
    private int _writes;

    public void Forget()
    {
        Interlocked.Increment(ref _writes);
        _snapshot = null;
    }

    public ValueTask<IReadOnlyList<KnownPoint>> AllAsync(CancellationToken cancellation) =>
        Fresh() is { } points ? ValueTask.FromResult(points) : new(LoadAsync(cancellation));

    public void Dispose() => _loading.Dispose();

    private IReadOnlyList<KnownPoint>? Fresh() =>
        _snapshot is { } snapshot && clock.Now - snapshot.At < Age ? snapshot.Points : null;

    private async Task<IReadOnlyList<KnownPoint>> LoadAsync(CancellationToken cancellation)
    {
        await _loading.WaitAsync(cancellation);
        try
        {
            if (Fresh() is { } points) return points;
            (DateTimeOffset at, int writes) = (clock.Now, Volatile.Read(ref _writes));
            points = await ReadAsync(cancellation);
            // Read before a write that has since been told: good for this answer, not for the next.
            if (writes == Volatile.Read(ref _writes)) _snapshot = new Snapshot(points, at);
            return points;
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task<IReadOnlyList<KnownPoint>> ReadAsync(CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LeadersDbContext>();
        DateOnly since = clock.Today.AddDays(-7);
        List<Point> points = await db.Points.AsNoTracking().AsSplitQuery().Where(p => p.ClosedAt == null)
            .Include(p => p.Week).Include(p => p.Exceptions.Where(e => e.Date >= since)).ToListAsync(cancellation);
        ILookup<Guid, SocialLeader> leaders = (await db.Leaders.AsNoTracking().ToListAsync(cancellation)).ToLookup(l => l.PointId);
        return [.. points.OrderBy(p => p.Kind).ThenBy(p => p.Place, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => new KnownPoint(p, new Schedule(p.Week, p.Exceptions, clock.Zone), [.. leaders[p.Id]]))];
    }

    private sealed record Snapshot(IReadOnlyList<KnownPoint> Points, DateTimeOffset At);
}
