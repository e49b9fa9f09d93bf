namespace Smss.BotFramework.DirectLine;

/// <summary>What an open stream is told.</summary>
internal abstract record StreamSignal
{
    /// <summary>Look whether the log must be read.</summary>
    public static readonly StreamSignal Wake = new Reading();

    /// <summary>Send an empty message.</summary>
    public static readonly StreamSignal KeepAlive = new Empty();

    /// <summary>Activities of the log, made into JSON once for all streams.</summary>
    public sealed record Batch(long First, long Last, byte[] Json) : StreamSignal
    {
        public static Batch Of(string conversationId, IReadOnlyList<LoggedActivity> activities)
        {
            using var buffer = new PooledBuffer();
            ActivitySet.AddAll(buffer, conversationId, activities);
            return new(activities[0].Sequence, activities[^1].Sequence, buffer.Written.ToArray());
        }
    }

    /// <summary>A whole message shown now and never again.</summary>
    public sealed record Passing(byte[] Message) : StreamSignal;

    private sealed record Reading : StreamSignal;

    private sealed record Empty : StreamSignal;
}
