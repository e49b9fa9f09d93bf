namespace Smss.Understanding;

/// <summary>Reads what a message names, each value in its normal form. Immutable, safe for all threads, no clock.</summary>
internal sealed class SlotReader(Lexicon lexicon)
{
    private static readonly Lazy<SlotReader> Shared = new(() => new SlotReader(Lexicon.Default));

    /// <summary>Made at first use.</summary>
    public static SlotReader Default => Shared.Value;

    /// <summary>The slots of a message.</summary>
    /// <param name="text">As the resident wrote it; only the beginning of very long messages is read.</param>
    /// <param name="today">Local day from which "jutro" counts.</param>
    /// <param name="language">Language of the message.</param>
    public Slots Read(string text, DateOnly today, Language language)
    {
        using var reading = new Reading(lexicon, text);
        var message = reading.Message;
        if (message.Count == 0) return Slots.None;
        var occupation = OccupationReader.Find(lexicon, message);
        var slots = new Slots
        {
            Occupation = occupation.Index >= 0 ? lexicon.OccupationList[occupation.Index].NamePl : null,
            OccupationCode = occupation.Index >= 0 ? lexicon.OccupationList[occupation.Index].Code : null,
            Place = PlaceReader.Find(lexicon, message, occupation),
            Date = DateReader.Find(message, today),
        };
        return slots.IsEmpty ? Slots.None : slots;
    }
}
