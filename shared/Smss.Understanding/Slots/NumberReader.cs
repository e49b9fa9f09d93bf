using System.Globalization;

namespace Smss.Understanding;

/// <summary>Numbers of initiatives, places in a list and prices.</summary>
internal static class NumberReader
{
    private const int ShortMessage = 4;
    private const int OfferNumbers = 1_000_000;

    /// <summary><c>IN-YYYY-NNNN</c> however it was typed: "in 2026 42", "inicjatywa 42", "№ 42".</summary>
    public static string? Initiative(Message message, DateOnly today)
    {
        for (int i = 0; i < message.Count; i++)
        {
            bool named = message.Sense(i) == Sense.Initiative, coded = message.Folded(i) is "in" or "ін";
            bool sign = message.Before(i) == '№' || i == 0 && message.Text.TrimStart() is ['№', ..] || message.Words[i].Start > 1 && message.Text[message.Words[i].Start - 2] == '№';
            if (sign && message.Words[i].IsDigits) return Number(message, i, YearSaid(message, today));
            if (!named && !coded) continue;
            int at = i + 1;
            while (at < i + 4 && message.Sense(at) is Sense.NumberSign or Sense.Preposition) at++;
            if (coded && message.Folded(Math.Min(at, message.Count - 1)) is "in") at++;
            if (Year(message, at) is { } year && Count(message, at + 1) > 0) return Number(message, at + 1, year);
            if (coded && Together(message, at) is { } whole) return whole;
            // "In 0930" further on is an hour.
            bool padded = coded && i == 0 && at < message.Count && message.Words[at] is { IsDigits: true, Length: 4 } && message.Folded(at)[0] == '0';
            bool certain = named || padded || message.Words[i].Capital && message.Text[message.Words[i].End - 1] is 'N' or 'Н';
            if (certain && Count(message, at) > 0 && !IsCounted(message, at)) return Number(message, at, YearSaid(message, today));
        }
        return null;
    }

    /// <summary>Digits alone as the number of an initiative of this year.</summary>
    public static string? BareInitiative(Message message, DateOnly today) => message.Count switch
    {
        1 => Number(message, 0, today.Year),
        2 when Year(message, 0) is { } year => Number(message, 1, year),
        _ => null,
    };

    /// <summary>
    /// The number of an initiative when one is asked for: after a sign for it, and where nothing else is <paramref name="counted"/>, at the end
    /// of a clause or in a few words ("popieram 12").
    /// </summary>
    public static string? AskedInitiative(Message message, DateOnly today, bool counted)
    {
        for (int i = 0; i < message.Count; i++)
        {
            if (IsNumberSign(message, i) && Year(message, i + 1) is null && Number(message, i + 1, YearSaid(message, today)) is { } signed) return signed;
            if (Year(message, i) is { } year && message.Gap(i) is "-" or "/" && message.Gap(i + 1) is not ("-" or "/")) return Number(message, i + 1, year);
            if (message.Words[i].IsDigits && message.Before(i) == '#') return Number(message, i, YearSaid(message, today));
        }
        if (counted) return null;
        for (int i = 0; i < message.Count; i++)
        {
            if (!message.Words[i].IsDigits || Year(message, i) is not null || i > 0 && message.Words[i - 1].IsDigits) continue;
            bool alone = message.Before(i) != '+' && message.Sense(i - 1) is not (Sense.At or Sense.After);
            if (alone && !IsCounted(message, i) && (EndsClause(message, i) || message.Count <= ShortMessage)) return Number(message, i, YearSaid(message, today));
        }
        return null;
    }

    // "Nr 256", "no 256"
    private static bool IsNumberSign(Message message, int i) =>
        message.Sense(i) == Sense.NumberSign || message.Folded(i) is "no" && i + 1 < message.Count && message.Words[i + 1].IsDigits;

    private static bool EndsClause(Message message, int i) =>
        i == message.Count - 1 || message.Gap(i) is [',' or '.' or ';' or '!' or '?' or ')' or '\n', ..] && !message.Words[i + 1].IsDigits;

    /// <summary>"to drugie", "numer 2", "остання", or a bare number when there is little else; -1 is the last.</summary>
    public static int? Ordinal(Message message, Found topic)
    {
        for (int i = 0; i < message.Count; i++)
        {
            if (new Found(0, i, 1).Overlaps(topic)) continue;
            var sense = message.Sense(i);
            if (sense == Sense.Ordinal && IsChosen(message, i)) return message.Value(i);
            if (sense == Sense.Last && IsChosen(message, i)) return -1;
            if (sense is not (Sense.NumberSign or Sense.Listed)) continue;
            int at = message.Sense(i + 1) == Sense.NumberSign ? i + 2 : i + 1;
            if (Count(message, at) is > 0 and <= 20 and var place) return (int)place;
        }
        return topic.Index < 0 ? Bare(message) : null;
    }

    /// <summary>
    /// The place in a list when one is asked for: any ordinal that orders nothing else, then the last, then any small number that counts nothing.
    /// </summary>
    public static int? AskedOrdinal(Message message)
    {
        int? last = null;
        for (int i = 0; i < message.Count; i++)
        {
            if (message.Sense(i) is not (Sense.Ordinal or Sense.Last) || OrdersTime(message.Sense(i + 1)) || message.Sense(i - 1) is Sense.At or Sense.After or Sense.Half or Sense.Quarter) continue;
            if (message.Sense(i) == Sense.Ordinal) return message.Value(i);
            last = -1;
        }
        if (last is not null) return last;
        for (int i = 0; i < message.Count; i++)
        {
            bool signed = message.Sense(i - 1) is Sense.NumberSign or Sense.Listed;
            if (Count(message, i) is > 0 and var place && (place <= 20 || signed && place < OfferNumbers) && !IsAmount(message, i) && !IsPronoun(message, i)) return (int)place;
        }
        return null;
    }

    // "That bakery one", "the one in the middle"
    private static bool IsPronoun(Message message, int i) =>
        message.Folded(i) is "one" && message.Count > 2 && message.Sense(i - 1) is not (Sense.NumberSign or Sense.Listed);

    private static bool OrdersTime(Sense next) =>
        next is Sense.Weekday or Sense.Month or Sense.Shift or Sense.Hour or Sense.Week or Sense.MonthUnit or Sense.Day or Sense.Year or Sense.Weekend;

    private static bool IsAmount(Message message, int i) =>
        message.Sense(i - 1) is Sense.At or Sense.After or Sense.In or Sense.Until || message.Sense(i + 1) is > Sense.Ordinal and <= Sense.Thousand;

    /// <summary>"do 500 zł", "25,50 zł", "2 tys. złotych" in grosze.</summary>
    public static int? Price(Message message)
    {
        for (int i = 0; i < message.Count; i++)
        {
            if (message.Sense(i) is not (Sense.Money or Sense.Grosz) || i == 0) continue;
            decimal factor = message.Sense(i) == Sense.Money ? 100 : 1;
            int at = i - 1;
            if (message.Sense(at) == Sense.Thousand && at > 0) (factor, at) = (factor * 1000, at - 1);
            if (Amount(message, at) is { } amount && amount * factor is > 0 and < int.MaxValue and var grosze) return (int)grosze;
        }
        return null;
    }

    // The amount that ends at a word: 500, 1 200, 25,50 or words.
    private static decimal? Amount(Message message, int last)
    {
        if (!message.Words[last].IsDigits)
        {
            int first = last;
            while (message.Sense(first - 1) == Sense.Number) first--;
            return message.Sense(last) == Sense.Number && Numerals.Cardinal(message, first) is { Length: > 0 } said ? said.Value : null;
        }
        decimal value = message.Words[last].Digits;
        if (last == 0 || !message.Words[last - 1].IsDigits) return value;
        decimal before = message.Words[last - 1].Digits;
        int length = message.Words[last].Length;
        if (length <= 2 && (message.Joined(last - 1, ',') || message.Joined(last - 1, '.'))) return before + value / (length == 1 ? 10 : 100);
        return length == 3 && before < 1000 && message.Gap(last - 1) is " " or "." or "\u00a0" ? before * 1000 + value : value;
    }

    private static bool IsChosen(Message message, int i)
    {
        if (OrdersTime(message.Sense(i + 1)) || message.Sense(i + 1) == Sense.Job) return false;
        if (message.Sense(i + 1) == Sense.Number && message.Value(i + 1) != 1) return false;
        if (message.Sense(i + 1) == Sense.Listed) return true;
        if (message.Sense(i - 1) is Sense.At or Sense.Half or Sense.Quarter) return false;
        return message.Count <= ShortMessage || message.Sense(i - 1) is Sense.Pointing or Sense.This or Sense.Listed ||
            message.Sense(i - 1) == Sense.Preposition && message.Count <= 6;
    }

    // "2", "dwójka", "poproszę 2": not a year, not a phone, not a time.
    private static int? Bare(Message message)
    {
        if (message.Count > ShortMessage) return null;
        int? only = null;
        for (int i = 0; i < message.Count; i++)
        {
            if (Count(message, i) is not (> 0 and var value)) continue;
            if (only is not null || value > 20) return null;
            if (message.Sense(i - 1) is Sense.At or Sense.After or Sense.In or Sense.Until || message.Sense(i + 1) is > Sense.Ordinal and <= Sense.Thousand or Sense.Listed) return null;
            only = (int)value;
        }
        return only;
    }

    private static string? Number(Message message, int at, long year) =>
        Count(message, at) is > 0 and < 1_000_000_000 and var number ? string.Create(CultureInfo.InvariantCulture, $"IN-{year}-{number:0000}") : null;

    private static long? Year(Message message, int at) =>
        at < message.Count && message.Words[at].IsDigits && message.Words[at].Digits is >= 2000 and < 2100 and var year ? year : null;

    // "Number 19 of last year"
    private static int YearSaid(Message message, DateOnly today)
    {
        for (int i = 0; i < message.Count; i++)
            if (message.Folded(i) is "торік" or "torik" || IsLast(message.Folded(i)) && message.Sense(i + 1) == Sense.Year) return today.Year - 1;
        return today.Year;
    }

    private static bool IsLast(ReadOnlySpan<char> word) => word is "last" or "zeszlego" or "zeszlym" or "ubieglego" or "ubieglym" or "минулого" or "минулому" or "mynuloho";

    private static long Count(Message message, int at) => Numerals.Cardinal(message, at).Value;

    // "in20260042"
    private static string? Together(Message message, int at)
    {
        if (at >= message.Count || !message.Words[at].IsDigits || message.Words[at].Length < 8) return null;
        var digits = message.Folded(at);
        return digits.StartsWith("20") ? $"IN-{digits[..4]}-{digits[4..]}" : null;
    }

    private static bool IsCounted(Message message, int at) => message.Sense(at + 1) is > Sense.Ordinal and <= Sense.Thousand;
}
