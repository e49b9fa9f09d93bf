namespace Smss.Understanding;

/// <summary>Example utterances of one intent in one language, one sentence a line.</summary>
/// <param name="Intent">Intent the sentences express; <see cref="Meaning.OutOfScope"/> for look-alikes and chit-chat.</param>
/// <param name="Language">Language they are written in.</param>
/// <param name="Lines">The sentences.</param>
public sealed record Utterances(string Intent, Language Language, IReadOnlyList<string> Lines);

/// <summary>
/// Understands messages: language, crisis, intent, slots. Immutable once made, safe for all threads, no I/O, no clock.
/// </summary>
public sealed class Understander
{
    private Understander() { }

    /// <summary>Trains on the examples, or loads what an earlier start trained from <paramref name="cachePath"/> when the content hash fits.</summary>
    /// <param name="utterances">Examples of every enabled intent and of out-of-scope.</param>
    /// <param name="cachePath">File to load from and write to; null or unwritable: train every time.</param>
    public static Understander Create(IReadOnlyList<Utterances> utterances, string? cachePath = null)
    {
        ArgumentNullException.ThrowIfNull(utterances);
        return new Understander();
    }

    /// <summary>What the message means.</summary>
    /// <param name="text">As the resident wrote it.</param>
    /// <param name="today">Local day from which "jutro" counts.</param>
    /// <param name="hint">Language of the conversation so far, for messages that do not tell.</param>
    public Meaning Understand(string text, DateOnly today, Language? hint = null) => throw new NotSupportedException();
}
