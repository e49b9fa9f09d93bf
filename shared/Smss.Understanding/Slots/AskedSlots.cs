namespace Smss.Understanding;

/// <summary>Reads again what only the intent tells: a number asked for may stand alone, and one word names the course or the trade.</summary>
internal static class AskedSlots
{
    public static Slots Read(Slots read, SlotKinds asked, string text, DateOnly today, Language language)
    {
        if (asked == SlotKinds.Ordinal) return read.Ordinal is null or -1 ? read with { Ordinal = SlotText.Ordinal(text) ?? read.Ordinal } : read;
        if ((asked & (SlotKinds.Place | SlotKinds.Occupation)) == SlotKinds.Place && read.Place is null) read = read with { Place = SlotText.Place(text) };
        bool subject = (asked & (SlotKinds.Topic | SlotKinds.Occupation)) is SlotKinds.Topic or SlotKinds.Occupation;
        if (subject && (read.Topic ?? read.Occupation) is not null) return WithSubject(read, (asked & SlotKinds.Topic) != 0, text, language);
        return asked == SlotKinds.Number && read.Number is null ? WithNumber(read, text, today, language) : read;
    }

    // "The forklift thing" is a driver to who seeks work and a course to who wants a seat.
    private static Slots WithSubject(Slots read, bool topic, string text, Language language)
    {
        if ((topic ? read.Topic : read.Occupation) is not null) return read;
        Lexicon lexicon = Lexicon.Default;
        using var reading = new Reading(lexicon, text, language);
        if (topic) return SlotReader.TopicIn(lexicon, reading.Message, Found.Nothing) is { Index: >= 0 and var at } ? read with { Topic = lexicon.TopicNames[at] } : read;
        return OccupationReader.Find(lexicon, reading.Message, TermReader.Find(lexicon, reading.Message).ContractWords) is { Index: >= 0 and var index }
            ? read with { Occupation = lexicon.OccupationList[index].NamePl, OccupationCode = lexicon.OccupationList[index].Code }
            : read;
    }

    private static Slots WithNumber(Slots read, string text, DateOnly today, Language language)
    {
        using var reading = new Reading(Lexicon.Default, text, language);
        reading.Forget(ContactReader.Phone(reading.Message).Words);
        bool counted = read is not { Date: null, Time: null, Phone: null, Price: null };
        return read with { Number = NumberReader.AskedInitiative(reading.Message, today, counted) };
    }
}
