namespace Smss.Understanding;

/// <summary>Which slots an intent asks for, by their names in files and JSON.</summary>
[Flags]
public enum SlotKinds
{
    /// <summary>None at all.</summary>
    None = 0,
    /// <summary><see cref="Slots.Occupation"/>.</summary>
    Occupation = 1 << 0,
    /// <summary><see cref="Slots.Place"/>.</summary>
    Place = 1 << 1,
    /// <summary><see cref="Slots.Contract"/>.</summary>
    Contract = 1 << 2,
    /// <summary><see cref="Slots.Experience"/>.</summary>
    Experience = 1 << 3,
    /// <summary><see cref="Slots.Employer"/>.</summary>
    Employer = 1 << 4,
    /// <summary><see cref="Slots.Topic"/>.</summary>
    Topic = 1 << 5,
    /// <summary><see cref="Slots.Indicator"/>.</summary>
    Indicator = 1 << 6,
    /// <summary><see cref="Slots.Date"/>.</summary>
    Date = 1 << 7,
    /// <summary><see cref="Slots.Time"/>.</summary>
    Time = 1 << 8,
    /// <summary><see cref="Slots.Free"/>.</summary>
    Free = 1 << 9,
    /// <summary><see cref="Slots.Number"/>.</summary>
    Number = 1 << 10,
    /// <summary><see cref="Slots.Ordinal"/>.</summary>
    Ordinal = 1 << 11,
    /// <summary><see cref="Slots.Price"/>.</summary>
    Price = 1 << 12,
    /// <summary>Every slot.</summary>
    All = (1 << 13) - 1,
}
