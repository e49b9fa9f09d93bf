using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Smss.Abstractions.Conversation;
using Smss.Understanding;

namespace Smss.Conversation.Masking;

/// <summary>A message nobody could answer, without who wrote it: for staff to see what residents ask for.</summary>
/// <param name="Language">Language of the answer.</param>
/// <param name="Key">The same for messages that differ only in capitals, accents and signs.</param>
/// <param name="Text">As written, with numbers, names, addresses and links replaced.</param>
public sealed partial record Unanswered(Language Language, string Key, string Text)
{
    private const int Longest = 200;

    /// <summary>One in two hundred is enough to keep nothing: nobody reads a cry here.</summary>
    private const double SignOfDanger = 0.005;
    private const string Hidden = "…";
    private static readonly char[] Signs = [.. " .,;:!?\"'()[]{}<>/\\|*#…„”«»–-_"];
    private static readonly FrozenSet<string> BeforeName = ["pan", "pani", "pana", "panem", "pania", "panu", "imie", "nazywam", "пан", "пані", "пана", "звати", "звуть", "mr", "mrs", "ms", "named", "called"];
    private static readonly FrozenSet<string> Between = ["sie", "to", "jest", "mi", "мене", "мені", "is"];

    /// <summary>Null when nothing may be kept: signs of a crisis, a contact said in words, nothing to read.</summary>
    internal static Unanswered? Of(Turn turn)
    {
        Meaning meaning = turn.Meaning;
        if (meaning.Danger >= SignOfDanger) return null;
        string text = turn.Text.Length <= Longest ? turn.Text : turn.Text[..Longest];
        if (IsContactInWords(text)) return null;
        string masked = MaskOthers(text);
        string key = string.Join(' ', Folding.Fold(masked).Split(Signs, StringSplitOptions.RemoveEmptyEntries));
        return key.Any(char.IsLetter) ? new Unanswered(turn.Language, key, masked) : null;
    }

    /// <summary>Digits, addresses, links and what looks like a name, replaced.</summary>
    internal static string MaskOthers(string text)
    {
        string[] words = text.Replace(Unsolicited.Mark, Hidden, StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        bool shouted = !text.Any(char.IsLower);
        for (int i = words.Length - 1; i >= 0; i--)
            if (IsAddress(words[i]) || IsName(words, i, shouted)) words[i] = Hidden;
        return Digits().Replace(string.Join(' ', words), "#");
    }

    private static bool IsContactInWords(string text) =>
        !text.Any(char.IsAsciiDigit) && (SlotText.Phone(text) is not null || (!text.Contains('@', StringComparison.Ordinal) && SlotText.Email(text) is not null));

    private static bool IsAddress(string word) =>
        word.Contains('@', StringComparison.Ordinal) || word.Contains("://", StringComparison.Ordinal) || Site().IsMatch(word);

    /// <summary>A capital inside a sentence, or the word after "pani"; places and occupations stay. The words behind are replaced already.</summary>
    private static bool IsName(string[] words, int at, bool shouted)
    {
        string word = words[at].Trim(Signs);
        if (word.Length < 2 || !char.IsLetter(word[0])) return false;
        if (IsIntroduced(words, at)) return true;
        if (shouted || !char.IsUpper(word[0]) || SlotText.Place(word) is not null || Occupations.Default.Find(word) is not null) return false;
        bool begins = at == 0 || words[at - 1][^1] is '.' or '!' or '?' or ':';
        return !begins || (at + 1 < words.Length && words[at + 1] == Hidden);
    }

    private static bool IsIntroduced(string[] words, int at)
    {
        if (Between.Contains(Plain(words[at]))) return false;
        int before = at - 1;
        while (before > 0 && Between.Contains(Plain(words[before]))) before--;
        return before >= 0 && BeforeName.Contains(Plain(words[before]));
    }

    private static string Plain(string word) => Folding.Fold(word).Trim(Signs);

    [GeneratedRegex(@"\d[\d\s.,:/-]*\d|\d", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^[\w-]+(\.[\w-]+)*\.[a-z]{2,6}(/\S*)?[.,!?]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Site();
}
