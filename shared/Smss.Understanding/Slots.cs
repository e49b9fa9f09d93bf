using System.Globalization;

namespace Smss.Understanding;

/// <summary>
/// What a message names, each value in its normal form. Absent means not said, never guessed.
/// </summary>
public sealed record Slots
{
    /// <summary>No slot at all.</summary>
    public static Slots None { get; } = new();

    /// <summary>Polish name, nominative singular, lower case ("spawacz"); the feminine form maps to the masculine.</summary>
    public string? Occupation { get; init; }
    /// <summary>Six-digit KZiS 2023 code of <see cref="Occupation"/> where known.</summary>
    public string? OccupationCode { get; init; }
    /// <summary>Polish nominative ("Zakrzów").</summary>
    public string? Place { get; init; }
    /// <summary><c>full_time</c>, <c>part_time</c>, <c>temporary</c>, <c>weekend</c>, <c>remote</c> or <c>mandate</c>.</summary>
    public string? Contract { get; init; }
    /// <summary><c>none</c>: without experience.</summary>
    public string? Experience { get; init; }
    /// <summary>Name of a firm, as written.</summary>
    public string? Employer { get; init; }
    /// <summary>What a training or an event is about: short Polish name, nominative.</summary>
    public string? Topic { get; init; }
    /// <summary>Name of a social indicator: short Polish name, nominative.</summary>
    public string? Indicator { get; init; }
    /// <summary>Day or range of days, local.</summary>
    public DayRange? Date { get; init; }
    /// <summary><c>HH:MM</c>, <c>morning</c> or <c>afternoon</c>, local.</summary>
    public string? Time { get; init; }
    /// <summary>Only what costs nothing.</summary>
    public bool Free { get; init; }
    /// <summary>Number of an initiative, <c>IN-YYYY-NNNN</c>.</summary>
    public string? Number { get; init; }
    /// <summary>Place in a list shown before, from 1; -1 is the last one.</summary>
    public int? Ordinal { get; init; }
    /// <summary>E.164.</summary>
    public string? Phone { get; init; }
    /// <summary>Lower case.</summary>
    public string? Email { get; init; }
    /// <summary>Integer grosze.</summary>
    public int? Price { get; init; }

    /// <summary>Whether nothing was named.</summary>
    public bool IsEmpty => this == None;

    /// <summary>Only slots of these kinds; a phone number and an e-mail address always count.</summary>
    public Slots Only(SlotKinds kinds)
    {
        if (kinds == SlotKinds.All || IsEmpty) return this;
        bool Keeps(SlotKinds kind) => (kinds & kind) != 0;
        return new Slots
        {
            Occupation = Keeps(SlotKinds.Occupation) ? Occupation : null,
            OccupationCode = Keeps(SlotKinds.Occupation) ? OccupationCode : null,
            Place = Keeps(SlotKinds.Place) ? Place : null,
            Contract = Keeps(SlotKinds.Contract) ? Contract : null,
            Experience = Keeps(SlotKinds.Experience) ? Experience : null,
            Employer = Keeps(SlotKinds.Employer) ? Employer : null,
            Topic = Keeps(SlotKinds.Topic) ? Topic : null,
            Indicator = Keeps(SlotKinds.Indicator) ? Indicator : null,
            Date = Keeps(SlotKinds.Date) ? Date : null,
            Time = Keeps(SlotKinds.Time) ? Time : null,
            Free = Keeps(SlotKinds.Free) && Free,
            Number = Keeps(SlotKinds.Number) ? Number : null,
            Ordinal = Keeps(SlotKinds.Ordinal) ? Ordinal : null,
            Phone = Phone,
            Email = Email,
            Price = Keeps(SlotKinds.Price) ? Price : null,
        };
    }

    /// <summary>The slots that are words, by their names in files and JSON, in a fixed order.</summary>
    public IEnumerable<(string Name, string Value)> Words()
    {
        if (Occupation is not null) yield return ("occupation", Occupation);
        if (OccupationCode is not null) yield return ("occupationCode", OccupationCode);
        if (Place is not null) yield return ("place", Place);
        if (Contract is not null) yield return ("contract", Contract);
        if (Experience is not null) yield return ("experience", Experience);
        if (Employer is not null) yield return ("employer", Employer);
        if (Topic is not null) yield return ("topic", Topic);
        if (Indicator is not null) yield return ("indicator", Indicator);
        if (Time is not null) yield return ("time", Time);
        if (Number is not null) yield return ("number", Number);
        if (Phone is not null) yield return ("phone", Phone);
        if (Email is not null) yield return ("email", Email);
    }

    /// <summary>Every slot that is named, as text, for comparing.</summary>
    public Dictionary<string, string> Named()
    {
        var named = Words().ToDictionary(s => s.Name, s => s.Value);
        if (Date is { } date) named["date"] = string.Create(CultureInfo.InvariantCulture, $"{date.From:yyyy-MM-dd}/{date.To:yyyy-MM-dd}");
        if (Free) named["free"] = "true";
        if (Ordinal is { } ordinal) named["ordinal"] = ordinal.ToString(CultureInfo.InvariantCulture);
        if (Price is { } price) named["price"] = price.ToString(CultureInfo.InvariantCulture);
        return named;
    }
}

/// <summary>A range of local days, both ends included.</summary>
public readonly record struct DayRange(DateOnly From, DateOnly To)
{
    /// <summary>One day.</summary>
    public static DayRange Of(DateOnly day) => new(day, day);
    /// <summary>Whether the day lies in the range.</summary>
    public bool Contains(DateOnly day) => From <= day && day <= To;
}
