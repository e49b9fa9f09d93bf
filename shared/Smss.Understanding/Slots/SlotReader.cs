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
        ArgumentNullException.ThrowIfNull(text);
        using var reading = new Reading(lexicon, text, language);
        var message = reading.Message;
        if (message.Count == 0) return Slots.None;
        string? number = NumberReader.Initiative(message, today);
        var (phone, phoneWords) = ContactReader.Phone(message);
        reading.Forget(phoneWords);
        var terms = TermReader.Find(lexicon, message);
        var (occupation, topic) = Subject(message, terms.ContractWords);
        var place = PlaceReader.Find(lexicon, message, occupation);
        if (occupation.Overlaps(place)) occupation = Found.Nothing;
        bool weekendWork = IsWeekendWork(message, occupation);
        var date = number is null && !weekendWork ? DateReader.Find(message, today, topic) : null;
        string? time = TimeReader.Find(message);
        int? price = NumberReader.Price(message);
        bool counted = phone is not null || number is not null || price is not null || date is not null || time is not null;
        var slots = new Slots
        {
            Occupation = occupation.Index >= 0 ? lexicon.OccupationList[occupation.Index].NamePl : null,
            OccupationCode = occupation.Index >= 0 ? lexicon.OccupationList[occupation.Index].Code : null,
            Place = place.Index >= 0 ? lexicon.PlaceList[place.Index].Name : null,
            Contract = weekendWork && terms.Contract is null or "temporary" ? "weekend" : terms.Contract,
            Experience = terms.Experience,
            Employer = EmployerReader.Find(message, terms.Employer),
            Topic = topic.Index >= 0 ? lexicon.TopicNames[topic.Index] : null,
            Indicator = OneOf(lexicon.Indicators, null, message, Found.Nothing) is { Index: >= 0 and var indicator } ? lexicon.IndicatorNames[indicator] : null,
            Date = date,
            Time = time,
            Free = terms.Free,
            Number = number,
            Ordinal = counted ? null : NumberReader.Ordinal(message, topic),
            Phone = phone,
            Email = ContactReader.Email(message),
            Price = price,
        };
        return slots.IsEmpty ? Slots.None : slots;
    }

    // "Kurs spawania" is about welding, "praca jako spawacz" is work: words of courses and of work decide what a word names.
    private (Found Occupation, Found Topic) Subject(Message message, Found contract)
    {
        bool training = message.Has(Sense.Training), job = message.Has(Sense.Job);
        var occupation = training && !job ? Found.Nothing : OccupationReader.Find(lexicon, message, contract);
        if (job && !training) return (occupation, Found.Nothing);
        var topic = TopicIn(lexicon, message, Found.Nothing);
        if (!topic.Overlaps(occupation)) return (occupation, topic);
        return topic.Length > occupation.Length ? (Found.Nothing, topic) : (occupation, TopicIn(lexicon, message, occupation));
    }

    // "Praca na weekend" is a kind of work, "kurs w weekend" a day; the plural ("w weekendy") is always a habit.
    private static bool IsWeekendWork(Message message, Found occupation)
    {
        bool work = message.Has(Sense.Job) && !message.Has(Sense.Training);
        for (int i = 0; i < message.Count; i++)
        {
            if (message.Sense(i) != Sense.Weekend) continue;
            if (work || occupation.Length > 0 && occupation.Start == i + 1 || message.Folded(i).StartsWith("weekendow") || message.Folded(i) is "weekendy" or "weekendach" or "weekends" or "likendy" or "вихідними") return true;
        }
        return false;
    }

    /// <summary>The topic of most words; one that only says for whom, when there is no other.</summary>
    public static Found TopicIn(Lexicon lexicon, Message message, Found taken) => OneOf(lexicon.Topics, lexicon.BroadTopics, message, taken);

    private static Found OneOf(Phrases phrases, HashSet<int>? broad, Message message, Found taken)
    {
        var best = Found.Nothing;
        for (int i = 0; i < message.Count; i++)
        {
            var (index, length) = phrases.At(message.Words, i);
            if (length == 0 || new Found(index, i, length).Overlaps(taken)) continue;
            bool broader = broad?.Contains(index) == true, overBroad = broad?.Contains(best.Index) == true;
            if (best.Index < 0 || overBroad && !broader || length > best.Length && broader == overBroad) best = new Found(index, i, length);
        }
        return best;
    }
}
