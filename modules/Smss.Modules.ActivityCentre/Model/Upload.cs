namespace Smss.Modules.ActivityCentre.Model;

/// <summary>A file whose effect was shown to somebody of the staff and waits for their yes; kept for a day at most.</summary>
internal sealed class Upload
{
    public Guid Id { get; init; }
    public required string Kind { get; init; }
    public required string Format { get; init; }
    public required byte[] Content { get; init; }

    /// <summary>Account of who may say yes.</summary>
    public Guid MadeBy { get; init; }
    public DateTimeOffset MadeAt { get; init; }
}
