namespace Smss.Understanding;

/// <summary>What was understood of one message.</summary>
/// <param name="Language">The language it is written in; the hint when the message itself does not tell ("ok", "42").</param>
/// <param name="Intent">The best intent ("jobs.search"), or <see cref="OutOfScope"/>.</param>
/// <param name="Confidence">Calibrated, 0 to 1.</param>
/// <param name="Slots">What the message names, in normal form.</param>
/// <param name="Alternatives">Other intents, best first, at most three.</param>
public sealed record Meaning(
    Language Language, string Intent, double Confidence, Slots Slots, IReadOnlyList<IntentScore> Alternatives)
{
    /// <summary>The intent of messages that none of the enabled intents fits.</summary>
    public const string OutOfScope = "out_of_scope";

    /// <summary>The intent that comes before any other: somebody may be in danger.</summary>
    public const string Crisis = "crisis";

    /// <summary>How likely somebody is in danger, 0 to 1, by the examples and the table of crisis words; from one half on the intent is <see cref="Crisis"/>.</summary>
    public double Danger { get; init; }

    /// <summary>The kinds of slots its intent asks for, as the examples say.</summary>
    public SlotKinds Asks { get; init; } = SlotKinds.All;

    /// <summary>Of the slots those that the intent asks for: a place in the report of a broken lamp is not what is asked.</summary>
    public Slots Asked => Slots.Only(Asks);

    /// <summary>Whether the writer used Russian (answered in Ukrainian with an apology).</summary>
    public bool IsRussian { get; init; }
}

/// <summary>An intent and how likely it is, 0 to 1.</summary>
public readonly record struct IntentScore(string Intent, double Confidence);
