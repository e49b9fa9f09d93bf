namespace Smss.Host.Tests.House;

/// <summary>A clock that stands still until a test moves it. Timers that fell due meanwhile ring once, as after a laptop woke up.</summary>
internal sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = start.ToUniversalTime();

    /// <summary>The clock at a time as people of the city say it: "2026-11-23 10:15".</summary>
    public static TestClock At(string local)
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw");
        DateTime wall = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", null);
        return new TestClock(new DateTimeOffset(wall, zone.GetUtcOffset(wall)));
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        lock (_lock) _alarms.Add(alarm);
        return alarm;
    }

    public void Advance(TimeSpan by)
    {
        Alarm[] due;
        lock (_lock)
        {
            _now += by;
            due = [.. _alarms.Where(a => a.Due <= _now)];
            foreach (Alarm alarm in due) alarm.Due = alarm.Period > TimeSpan.Zero ? _now + alarm.Period : null;
        }
        foreach (Alarm alarm in due) alarm.Ring();
    }

    private sealed class Alarm(TestClock clock, Action ring) : ITimer
    {
        public DateTimeOffset? Due { get; set; }
        public TimeSpan Period { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == TimeSpan.Zero) ThreadPool.QueueUserWorkItem(_ => ring());
            lock (clock._lock)
            {
                Period = period;
                Due = dueTime > TimeSpan.Zero ? clock._now + dueTime : dueTime == TimeSpan.Zero && period > TimeSpan.Zero ? clock._now + period : null;
            }
            return true;
        }

        public void Dispose()
        {
            lock (clock._lock) clock._alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
