namespace Smss.Abstractions;

/// <summary>The city's time: instants are UTC, days and opening hours are local.</summary>
/// <param name="time">Where the time comes from.</param>
/// <param name="zone">IANA zone of the city.</param>
public sealed class CityClock(TimeProvider time, TimeZoneInfo zone)
{
    /// <summary>IANA zone of the city.</summary>
    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>This instant, UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Wall clock of the city.</summary>
    public DateTime Local => TimeZoneInfo.ConvertTime(Now, Zone).DateTime;

    /// <summary>Local day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Local);

    /// <summary>A new id: Guid version 7, rising with time.</summary>
    public Guid NewId() => Guid.CreateVersion7(Now);
}
