using System.Text.RegularExpressions;
using Smss.Modules.Leaders.Model;
using Smss.Understanding;

namespace Smss.Modules.Leaders.HoursFromChat;

/// <summary>Reads what a leader wants of a day out of their words, in three languages. What it reads is read back before it is done.</summary>
/// <param name="timeIn">The time of day in some words; null when there is none.</param>
/// <param name="at">What stands before a time in the language spoken: "o", "о", "at".</param>
internal sealed partial class WishWords(Func<string, TimeOnly?> timeIn, string at)
{
    private const int TimeWords = 4;
    private static readonly char[] Gaps = [' ', ',', ';', '!', '?', '\n', '\t', '"', '(', ')'];

    private static readonly string[] Undoing = Folded("cofn cofam wycofa odwoła скасу поверн відмін undo revert");
    private static readonly string[] Closed = Folded("zamknięt nieczyn зачинен закрит closed вихідн");
    private static readonly string[] Absent = FoldedPhrases("nie będzie mnie|nie ma mnie|nie przyjd|nie pracuj|nie otw|nie będzie otw|nie będzie czyn|dzień wolny|mam wolne|мене не буде|не буде мене|не працю|не відчин|не відкри|не буде відч|not open|n't open|wont open|no opening|not work|n't work|won't be|wont be|will not be|i'm not in|day off");
    private static readonly string[] NotClosing = FoldedPhrases("nie zamyk|nie zamkn|не зачин|не закри|not clos|n't clos|wont clos");
    private static readonly string[] Closing = Folded("zamyk zamkn kończ skończ wychodz зачин закри закінч clos shut finish leav");
    private static readonly string[] Opening = Folded("otwier otworz otwart czynn pracuj zaczyn jestem będę відчин відкри працю почина буду open start work");
    private static readonly string[] Pausing = Folded("przerw перерв обід break lunch obiad");
    private static readonly string[] Usually = Folded("normaln zwykl zawsze standard звичай завжди зазвичай нормальн стандарт usual normal regular always");
    private static readonly string[] Now = Folded("teraz natychmiast już razu зараз негайно одразу вже now immediately away");
    private static readonly string[] Past = Folded("wczoraj przedwczoraj вчора учора позавчора вчера yesterday");
    private static readonly string[] Asking = Folded("czy kiedy ktor gdzie jak czemu dlaczego чи коли котр яка якій де як чому when what which where how why is are do does will can");
    private static readonly string[] Until = ["do", "до", "to", "until", "till", "til"];
    private static readonly string[] From = Folded("od z з із від from since po після after");

    /// <summary>"Wpół do trzeciej", "quarter to five", "o trzeciej po południu": here the same small words belong to the time itself.</summary>
    private static readonly string[] HalfBefore = Folded("wpół kwadrans чверть half quarter"), NoonAfter = Folded("połud обід полуд noon lunch");

    /// <summary>Whether a day is meant that has been; no slot holds such a day.</summary>
    public static bool IsPast(string text) => Array.Exists(text.Split(Gaps, StringSplitOptions.RemoveEmptyEntries), w => Begins(Folding.Fold(w), Past));

    /// <summary>Whether it asks rather than says.</summary>
    public static bool IsQuestion(string text) => text.Contains('?', StringComparison.Ordinal)
        || text.Split(Gaps, StringSplitOptions.RemoveEmptyEntries).Take(2).Any(w => Array.Exists(Asking, a => Folding.Fold(w).StartsWith(a, StringComparison.Ordinal)));

    public DayWish Read(string text)
    {
        string[] words = Range().Replace(text, "od $1 do $2").Split(Gaps, StringSplitOptions.RemoveEmptyEntries);
        string[] folded = [.. words.Select(w => Folding.Fold(w).Trim('.', ':'))];
        string all = string.Join(' ', folded);
        bool says(string[] beginnings) => Array.Exists(folded, w => Begins(w, beginnings));
        bool contains(string[] phrases) => Array.Exists(phrases, p => all.Contains(p, StringComparison.Ordinal));
        if (says(Undoing)) return new DayWish(says(Usually) ? WishKind.Usual : WishKind.Undo);

        TimeOnly? until = After(words, folded, Until), from = After(words, folded, From), said = until ?? from ?? timeIn(text);
        bool absent = contains(Absent), closed = says(Closed) || absent, pause = says(Pausing), closes = says(Closing);
        if (from is not null && until is not null) return new DayWish(closed || pause ? WishKind.Break : WishKind.Between, from, until);
        if (said is { } time && !pause)
        {
            if (closed) return until is not null ? new DayWish(WishKind.From, From: time) : new DayWish(WishKind.Until, Until: time);
            if (closes || until is not null) return new DayWish(WishKind.Until, Until: time);
            return from is not null || says(Opening) ? new DayWish(WishKind.From, From: time) : default;
        }
        if (says(Usually) || contains(NotClosing)) return new DayWish(WishKind.Usual);
        if ((closes || closed) && !absent && says(Now)) return new DayWish(WishKind.UntilNow);
        if (closed) return new DayWish(WishKind.Closed);
        return says(Opening) && !closes ? new DayWish(WishKind.Usual) : default;
    }

    /// <summary>The time that stands right after one of the words: "do 15", "od dziesiątej".</summary>
    private TimeOnly? After(string[] words, string[] folded, string[] joints)
    {
        for (int i = 0; i + 1 < words.Length; i++)
        {
            if (Array.IndexOf(joints, folded[i]) < 0 || (i > 0 && Begins(folded[i - 1], HalfBefore)) || Begins(folded[i + 1], NoonAfter)) continue;
            IEnumerable<string> next = words.Skip(i + 1).TakeWhile((_, n) => n < TimeWords && !IsJoint(folded[i + 1 + n]));
            if (timeIn($"{at} {string.Join(' ', next)}") is { } time) return time;
        }
        return null;
    }

    private static bool Begins(string word, string[] beginnings) => Array.Exists(beginnings, b => word.StartsWith(b, StringComparison.Ordinal));

    private static bool IsJoint(string folded) => Array.IndexOf(Until, folded) >= 0 || Array.IndexOf(From, folded) >= 0;

    private static string[] Folded(string words) => [.. words.Split(' ').Select(Folding.Fold)];

    private static string[] FoldedPhrases(string phrases) => [.. phrases.Split('|').Select(Folding.Fold)];

    /// <summary>"10-14", "9:00–13.30"; a date in figures has other neighbours.</summary>
    [GeneratedRegex(@"(?<![\d.-])(\d{1,2}(?:[:.]\d{2})?)\s*[-–—]\s*(\d{1,2}(?:[:.]\d{2})?)(?![\d.-]*\d)")]
    private static partial Regex Range();
}
