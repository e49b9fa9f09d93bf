using Smss.Understanding;

namespace Smss.Abstractions.Modules;

/// <summary>
/// What of a module needs doing today, for the first page of the panel. Asked at every visit of those who hold the
/// permission it was added with, so it answers quickly and brings a handful: the rest is one line that leads to the module's list.
/// </summary>
public interface IMyDay
{
    /// <summary>What needs doing by somebody, in their language.</summary>
    /// <param name="who">Who is signed in.</param>
    /// <param name="language">Language of their account.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>None when there is nothing to do. A failure hides this module's part only.</returns>
    Task<IReadOnlyList<DayEntry>> OfAsync(StaffMember who, Language language, CancellationToken cancellation);
}

/// <summary>Why something needs doing. The first of these stands first on the page.</summary>
public enum DayGroup
{
    /// <summary>A resident waits for somebody.</summary>
    Waiting,
    /// <summary>Was promised or planned for today, or before.</summary>
    Due,
    /// <summary>Happens today or soon.</summary>
    Today,
    /// <summary>Is told to residents and was not checked for long.</summary>
    Stale,
}

/// <summary>One thing to do.</summary>
/// <param name="Group">Why it needs doing.</param>
/// <param name="Text">What it is, finished text in the language asked for; nothing of a resident beyond what the linked page shows.</param>
/// <param name="Path">The page of the panel where it is done.</param>
/// <param name="At">Since when it waits, or when it is due or begins, UTC; within a group the earliest stands first.</param>
public sealed record DayEntry(DayGroup Group, string Text, string Path, DateTimeOffset At)
{
    /// <summary>A second, quieter line, finished text: since when, where.</summary>
    public string? Note { get; init; }
}
