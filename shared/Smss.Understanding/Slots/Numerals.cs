namespace Smss.Understanding;

/// <summary>Numbers in digits or in words ("dwadzieścia osiem", "двадцять восьмого", "five").</summary>
internal static class Numerals
{
    /// <summary>The cardinal that begins at a word and how many words it has; 0 words when there is none.</summary>
    public static (long Value, int Length) Cardinal(Message message, int at)
    {
        if (at >= message.Count) return default;
        if (message.Words[at].IsDigits) return (message.Words[at].Digits, 1);
        return OfWords(message, at, Sense.Number);
    }

    /// <summary>A day of a month or an hour, in digits or as an ordinal or a cardinal in words.</summary>
    public static (long Value, int Length) Place(Message message, int at) =>
        OfWords(message, at, Sense.Ordinal) is { Length: > 0 } ordinal ? ordinal : Cardinal(message, at);

    // Hundreds, then tens, then units, each at most once: "sześćset jeden" is 601, "jeden dwa" is 1 and then 2.
    private static (long Value, int Length) OfWords(Message message, int at, Sense kind)
    {
        int sum = 0, room = 1000, i = at;
        for (; message.Sense(i) == kind || i > at && message.Sense(i) is Sense.Number or Sense.Ordinal && room > 1 && sum > 0; i++)
        {
            int value = message.Value(i);
            if (value >= room || value == 0 && i > at) break;
            sum += value;
            room = value >= 100 ? 100 : value is >= 20 and < 100 ? 10 : 1;
            if (room == 1) return (sum, i - at + 1);
        }
        return (sum, i - at);
    }
}
