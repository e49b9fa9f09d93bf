namespace Smss.Understanding;

/// <summary>What a word of a closed class means to the readers of dates, times and numbers (<c>Lexicon/senses.tsv</c>).</summary>
internal enum Sense : byte
{
    None,
    /// <summary>Filler: a stop word of no other use, never corrected to another word.</summary>
    Common,
    Preposition, In, At, After, Until, Next, This, Last, End, Half, Quarter,
    Number, Ordinal, Weekday, Month, RelativeDay, Feast, Easter, Weekend, Day, Week, MonthUnit, Year,
    Hour, Morning, Afternoon, Pm, Am, Noon,
    Money, Grosz, Thousand, NumberSign, Initiative, Pointing, Listed, Shift,
    Job, Training, Firm, AtSign, Dot,
}

/// <summary>A sense with its value: the number, the day of the week from 1 (Monday), the month, the days from today, the month and day of a feast.</summary>
internal readonly record struct Meant(Sense Sense, short Value);
