using System.Text.RegularExpressions;
using Smss.Understanding;

namespace Smss.Conversation;

/// <summary>One of two things asked for in a message.</summary>
internal readonly record struct Request(string Words, Meaning Meaning);

/// <summary>Two requests in one message are taken apart; one request in two messages is put together.</summary>
internal static partial class Requests
{
    private const double Sure = 0.8;
    private const int Longest = 400, MostJoints = 4, FewestWords = 3, ShortRequest = 3, LongestAddition = 5;

    /// <summary>The two requests, each clear on its own and of a topic of its own; null when the message is one.</summary>
    public static (Request First, Request Second)? In(string text, Meaning whole, Repertoire repertoire)
    {
        if (whole.Intent == Meaning.Crisis || text.Length > Longest || Phrases.WordCount(text) < FewestWords) return null;
        (Request, Request)? best = null;
        double surest = Sure;
        foreach (Match joint in Joint().Matches(text).Where(j => whole.Language != Language.En || !IsEnglishWord(j)).Take(MostJoints))
        {
            string left = text[..joint.Index].Trim(), right = text[(joint.Index + joint.Length)..].Trim();
            if (!MayStandAlone(left, right)) continue;
            Request first = Read(left, whole, repertoire), second = Read(right, whole, repertoire);
            if (IsClear(first.Meaning, repertoire) && IsAnother(first, right, whole, repertoire))
                second = second with { Meaning = second.Meaning with { Intent = first.Meaning.Intent, Confidence = first.Meaning.Confidence } };
            else if (!IsClear(first.Meaning, repertoire) || !IsClear(second.Meaning, repertoire) || first.Meaning.Intent == second.Meaning.Intent) continue;
            double sure = Math.Min(first.Meaning.Confidence, second.Meaning.Confidence);
            if (sure >= surest) (best, surest) = ((first, second), sure);
        }
        return best;
    }

    /// <summary>"szukam pracy" and "jako spawacz" are one request; null when the second asks for something itself.</summary>
    public static string? Joined(string? first, string? second, Language language, Repertoire repertoire)
    {
        string before = first?.Trim() ?? "", added = second?.Trim() ?? "";
        if (before.Length is 0 or > Longest || added.Length == 0 || Phrases.WordCount(added) > LongestAddition) return null;
        Meaning meant = repertoire.Understand(before, language), addition = repertoire.Understand(added, language);
        if (Math.Max(meant.Danger, addition.Danger) >= Answering.PerhapsDanger) return null;
        if (!IsClear(meant, repertoire) || addition.Slots.IsEmpty || addition.Slots.Ordinal is not null || addition.Slots.Number is not null) return null;
        if (addition.Intent != meant.Intent && addition.Confidence >= Sure && repertoire.Topics.ForIntent(addition.Intent) is not null) return null;
        string words = $"{before} {added}";
        Meaning both = repertoire.Understand(words, language);
        return both.Intent == meant.Intent && both.Confidence >= Sure && both.Slots != meant.Slots ? words : null;
    }

    /// <summary>One word is a request beside another short one ("praca i szkolenia"), not at the end of a story.</summary>
    private static bool MayStandAlone(string left, string right)
    {
        int before = Phrases.WordCount(left), after = Phrases.WordCount(right);
        return before > 0 && after > 0 && (before > 1 && after > 1 || Math.Max(before, after) <= ShortRequest);
    }

    /// <summary>"Kiedy otwarte w sobotę i w niedzielę": the same asked of another day or place, which no slot holds together.</summary>
    private static bool IsAnother(Request first, string words, Meaning whole, Repertoire repertoire)
    {
        if (Phrases.WordCount(words) > ShortRequest || !FollowUps.IsBound(words)) return false;
        Slots one = first.Meaning.Slots, other = repertoire.Understand(words, whole.Language).Slots;
        bool day = one.Date is { } on && other.Date is { } then && on != then && whole.Slots.Date is { } all && !(all.Contains(on.From) && all.Contains(then.To));
        return day || (other.Place is { } there && one.Place is { } here && here != there);
    }

    /// <summary>A place named once counts for both.</summary>
    private static Request Read(string words, Meaning whole, Repertoire repertoire)
    {
        Meaning alone = repertoire.Understand(words, whole.Language);
        return new Request(words, alone with
        {
            Language = whole.Language, IsRussian = whole.IsRussian, Slots = alone.Slots with { Place = alone.Slots.Place ?? whole.Slots.Place },
        });
    }

    private static bool IsClear(Meaning meaning, Repertoire repertoire) =>
        meaning.Confidence >= Sure && meaning.Slots is { Phone: null, Email: null } && repertoire.Topics.ForIntent(meaning.Intent) is { ModuleId: not "platform" };

    /// <summary>"Help for a soldier's family", "can I": joints in Polish, words of the sentence in English.</summary>
    private static bool IsEnglishWord(Match joint) => joint.Value.Trim() is "a" or "A" or "i" or "I";

    /// <summary>Ends of sentences, and the words that join requests.</summary>
    [GeneratedRegex(@"(?:\s*[.?!;]+\s+|\s*\n\s*)(?:(?:a|i|oraz|а|і|та|and)\s+)?|,?\s+(?:a\s+poza\s+tym|poza\s+tym|opr[oó]cz\s+tego|a\s+tak[zż]e|tak[zż]e|i\s+jeszcze|a\s+jeszcze|oraz|крім\s+того|а\s+також|також|а\s+ще|і\s+ще|та\s+ще|ще|and\s+also|also|and|plus|albo|lub|або|i|і|й|та|a|а|or)\s+|,\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joint();
}
