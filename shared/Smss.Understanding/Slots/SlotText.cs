namespace Smss.Understanding;

/// <summary>Reads the answer to one field of a form; null when the answer does not hold what is asked for.</summary>
public static class SlotText
{
    /// <summary>A phone number as E.164; nine digits are Polish.</summary>
    public static string? Phone(string text)
    {
        using var reading = new Reading(Lexicon.Default, text);
        return ContactReader.Phone(reading.Message).Phone;
    }

    /// <summary>An e-mail address in lower case, also dictated ("ola małpa przyklad kropka pl").</summary>
    public static string? Email(string text)
    {
        using var reading = new Reading(Lexicon.Default, text);
        return ContactReader.Email(reading.Message);
    }

    /// <summary>A part of Wrocław or a town near it, in the Polish nominative; asked for a place, common words count too ("gaj").</summary>
    public static string? Place(string text)
    {
        using var reading = new Reading(Lexicon.Default, text);
        var place = PlaceReader.Find(Lexicon.Default, reading.Message, Found.Nothing, asked: true);
        return place.Index >= 0 ? Lexicon.Default.PlaceList[place.Index].Name : null;
    }

    /// <summary>A day or a range of days, counted from today.</summary>
    public static DayRange? Date(string text, DateOnly today)
    {
        using var reading = new Reading(Lexicon.Default, text);
        return DateReader.Find(reading.Message, today, Found.Nothing);
    }

    /// <summary><c>HH:MM</c>, <c>morning</c> or <c>afternoon</c>; asked for a time, a bare hour counts too ("15").</summary>
    public static string? Time(string text)
    {
        using var reading = new Reading(Lexicon.Default, text);
        return TimeReader.Find(reading.Message) ?? TimeReader.BareHour(reading.Message);
    }

    /// <summary>A place in a list, from 1; -1 is the last one.</summary>
    public static int? Ordinal(string text)
    {
        using var reading = new Reading(Lexicon.Default, text);
        return NumberReader.AskedOrdinal(reading.Message);
    }

    /// <summary>The first number, in digits or in words of three languages.</summary>
    public static long? Number(string text)
    {
        using var reading = new Reading(Lexicon.Default, text);
        for (int i = 0; i < reading.Message.Count; i++)
            if (Numerals.Cardinal(reading.Message, i) is { Length: > 0, Value: < long.MaxValue and var value }) return value;
        return null;
    }

    /// <summary>The number of an initiative, <c>IN-YYYY-NNNN</c>; asked for one, bare digits count too.</summary>
    public static string? InitiativeNumber(string text, DateOnly today)
    {
        using var reading = new Reading(Lexicon.Default, text);
        return NumberReader.Initiative(reading.Message, today) ?? NumberReader.BareInitiative(reading.Message, today);
    }
}
