using System.Globalization;

namespace Smss.Understanding;

/// <summary>Times of day: <c>HH:MM</c> as said, or <c>morning</c> or <c>afternoon</c>.</summary>
internal readonly ref struct TimeReader(Message message)
{
    private readonly Message _message = message;

    public static string? Find(Message message)
    {
        var reader = new TimeReader(message);
        for (int i = 0; i < message.Count; i++)
        {
            if (reader.Minutes(i) is { } minutes) return Clock(minutes);
        }
        return reader.Names(Sense.Afternoon) || reader.SaysAfterNoon() ? "afternoon"
            : reader.Names(Sense.Morning) || reader.SaysBeforeNoon() ? "morning" : null;
    }

    /// <summary>A lone number as an hour.</summary>
    public static string? BareHour(Message message) =>
        Numerals.Place(message, 0) is { Length: > 0, Value: <= 24 and var hour } only && only.Length == message.Count ? Clock((int)hour % 24 * 60) : null;

    private static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    private int? Minutes(int i) => _message.Sense(i) switch
    {
        Sense.Half => Half(i),
        Sense.Quarter => Quarter(i),
        Sense.Noon when _message.Sense(i - 1) is Sense.At or Sense.In && _message.Value(i - 1) == 0 => 12 * 60,
        Sense.At or Sense.After => Said(i + 1, _message.Sense(i)),
        // "Na poniedziałek na 9", "jutro na 10"
        Sense.Preposition when i > 0 && _message.Sense(i - 1) is Sense.Weekday or Sense.RelativeDay && IsOnTheHour(i) => Said(i + 1, Sense.At),
        Sense.Preposition when _message.Sense(i + 1) == Sense.Ordinal || IsClock(i + 1) => Said(i + 1, Sense.Preposition),
        Sense.Hour => Said(i, Sense.Hour),
        _ => IsDigits(i) ? Digital(i) : null,
    };

    // 15:30, 16.00, 3 pm, 10 rano, 15 год
    private int? Digital(int i)
    {
        bool clock = IsClock(i) || Dotted(i) && IsNoDay(i);
        int next = clock ? i + 2 : i + 1;
        if (!clock && _message.Sense(next) is not (Sense.Pm or Sense.Am or Sense.Morning or Sense.Afternoon) && !(_message.Sense(next) == Sense.Hour && !IsLength(next))) return null;
        return At(i, clock, next);
    }

    // "16.00" and "9.30" name no month, but "12.50 zł" is money and "28.11" is a day.
    private bool IsNoDay(int i) =>
        _message.Words[i].Digits is >= 6 and <= 22 && _message.Words[i + 1].Digits is 0 or > 12 && _message.Words[i + 1].Digits % 5 == 0
        && _message.Sense(i + 2) != Sense.Money && !(IsDigits(i + 2) && _message.Joined(i + 1, '.'));

    // "o 15", "po godz. 16", "at three", "о п'ятнадцятій", "na 15:30"
    private int? Said(int i, Sense how)
    {
        if (_message.Sense(i) == Sense.Hour) i++;
        if (i >= _message.Count) return null;
        if (IsDigits(i))
        {
            bool clock = IsClock(i) || Dotted(i);
            int next = clock ? i + 2 : i + 1;
            return !clock && (how == Sense.Preposition || IsCounted(next) || how == Sense.After && IsFewOf(_message.Words[i].Digits, next)) ? null : At(i, clock, next, IsEnglish(i - 1));
        }
        if (_message.Sense(i) == Sense.Number && (how == Sense.Preposition || _message.Value(i) is 0 or > 12)) return null;
        var (hour, length) = Numerals.Place(_message, i);
        if (length == 0 || hour > 24 || IsCounted(i + length) || how == Sense.After && IsFewOf(hour, i + length)) return null;
        if (how is Sense.Preposition or Sense.After && _message.Sense(i) == Sense.Ordinal && !HasClockForm(i)) return null;
        return HalfOfDay((int)hour * 60, i + length, IsEnglish(i - 1));
    }

    // "Na 9", but not "na 2 osoby", "na 3 godziny"
    private bool IsOnTheHour(int i) =>
        _message.Folded(i) is "na" or "на" && IsDigits(i + 1) && (i + 2 >= _message.Count || _message.Gap(i + 1) is not " " && !IsDigits(i + 2)
            || _message.Sense(i + 2) is Sense.Morning or Sense.Afternoon or Sense.Am or Sense.Pm or Sense.Preposition or Sense.In or Sense.Until);

    private bool IsEnglish(int i) => i >= 0 && _message.Folded(i) is "at" or "after" or "past";

    private int? At(int i, bool clock, int next, bool office = false)
    {
        long hour = _message.Words[i].Digits, minute = clock ? _message.Words[i + 1].Digits : 0;
        return hour <= 24 && minute < 60 ? HalfOfDay((int)(hour * 60 + minute), next, office) : null;
    }

    // "wpół do ósmej", "пів на восьму", "half past seven"
    private int? Half(int i)
    {
        var (hour, length) = Numerals.Place(_message, i + 2);
        if (length == 0 || hour is < 1 or > 24) return null;
        return _message.Sense(i + 1) switch
        {
            Sense.Until or Sense.Preposition => HalfOfDay((int)hour * 60 - 30, i + 2 + length, office: true),
            Sense.After => HalfOfDay((int)hour * 60 + 30, i + 2 + length, office: true),
            _ => null,
        };
    }

    // "kwadrans po ósmej", "za kwadrans ósma", "quarter to five"
    private int? Quarter(int i)
    {
        bool after = _message.Sense(i + 1) == Sense.After;
        int at = after || _message.Sense(i + 1) is Sense.Pointing or Sense.Preposition ? i + 2 : i + 1;
        var (hour, length) = Numerals.Place(_message, at);
        return length > 0 && hour is >= 1 and <= 24 ? HalfOfDay((int)hour * 60 + (after ? 15 : -15), at + length, office: true) : null;
    }

    private int HalfOfDay(int minutes, int next, bool office = false)
    {
        bool late = _message.Sense(next) is Sense.Pm or Sense.Afternoon || IsAfterNoon(next + 1) || IsAfternoonWord(next)
            || _message.Sense(next) == Sense.In && _message.Sense(next + 2) == Sense.Afternoon;
        // "After 4", "at three": nobody comes before the sun.
        bool day = office && minutes is >= 60 and < 7 * 60 && _message.Sense(next) != Sense.Am && !Has(Sense.Morning);
        if ((late || day) && minutes < 12 * 60) return minutes + 12 * 60;
        return _message.Sense(next) == Sense.Am && minutes >= 12 * 60 ? minutes - 12 * 60 : minutes % (24 * 60);
    }

    // Hours are feminine: "na drugą", "na drugiej" but not "na drugim"; the first and the second are rarely hours and often offers.
    private bool HasClockForm(int i) => _message.Value(i) > 2 && _message.Folded(i) is [.., 'a' or 'j' or 'у' or 'ю' or 'и' or 'і'];

    private bool SaysAfterNoon()
    {
        for (int i = 1; i < _message.Count; i++) if (IsAfterNoon(i)) return true;
        return false;
    }

    private bool SaysBeforeNoon()
    {
        for (int i = 1; i < _message.Count; i++)
            if (_message.Sense(i) == Sense.Noon && _message.Folded(i - 1) is "przed" or "do" or "before" or "перед" or "до" or "pered") return true;
        return false;
    }

    // "po południu", "по обіді", "after lunch"
    private bool IsAfterNoon(int i) => _message.Sense(i) == Sense.Noon && (_message.Sense(i - 1) == Sense.After || _message.Folded(i - 1) is "по");

    private bool Has(Sense sense) => _message.Has(sense);

    // "Good evening" and "dobry wieczór" greet.
    private bool Names(Sense sense)
    {
        for (int i = 0; i < _message.Count; i++)
            if (_message.Sense(i) == sense && !(i > 0 && IsGreeting(_message.Folded(i - 1)))) return true;
        return false;
    }

    private static bool IsGreeting(ReadOnlySpan<char> before) => before is "good" or "dobry" or "dobrego" or "добрии" or "доброго" or "добрыи";

    // "О третій дня"
    private bool IsAfternoonWord(int i) => i < _message.Count && _message.Folded(i) is "дня";

    // "After two surgeries", "po 2 operacjach": a few of something the lexicon does not know.
    private bool IsFewOf(long hour, int i) => hour < 7 && i < _message.Count && _message.Gap(i - 1) is " " && _message.Sense(i) == Sense.None;

    // "po 2 tygodniach", "o 15 zł", "o 50 ofert": a quantity, not an hour.
    private bool IsCounted(int i) =>
        _message.Sense(i) == Sense.Day && !IsAfternoonWord(i) || _message.Sense(i) is Sense.Week or Sense.MonthUnit or Sense.Year or Sense.Money or Sense.Thousand or Sense.Listed or Sense.Month or Sense.Shift or Sense.Initiative
        || i < _message.Count && _message.Folded(i) is "lat" or "latach" or "років" or "years" or "min" or "minut" or "хвилин" or "minutes";

    // "8 godzin", "2 години", "8 hours" is a length, "3 o'clock", "15 h", "15 год" a time.
    private bool IsLength(int i) => _message.Folded(i) is not ("h" or "год" or "oclock" or "година" or "годині" or "година");

    private bool IsClock(int i) => IsDigits(i) && IsDigits(i + 1) && _message.Joined(i, ':') && _message.Words[i + 1].Length == 2;
    private bool Dotted(int i) => IsDigits(i + 1) && _message.Joined(i, '.') && _message.Words[i + 1].Length == 2;
    private bool IsDigits(int i) => i < _message.Count && _message.Words[i].IsDigits;
}
