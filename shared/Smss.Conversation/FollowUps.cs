using System.Buffers;
using System.Collections.Frozen;
using Smss.Abstractions.Conversation;
using Smss.Understanding;

namespace Smss.Conversation;

/// <summary>Tells a message that leans on the last answer from one that stands alone.</summary>
internal static class FollowUps
{
    private const double Doubtful = 0.75, Certain = 0.9;
    private const int LongestPick = 7, LongestRefine = 8, LongestBare = 5, LongestPointing = 3;
    private static readonly SearchValues<char> Ends = SearchValues.Create(" ,?!.\n");
    private static readonly FrozenSet<string> Joints = Set("a|i|oraz|ale|tylko|albo|jeszcze|to|ta|te|а|і|й|та|але|тільки|лише|або|ще|and|but|only|or|what|how about|just|bez|без|without|no|not|tam|там");
    // "jako spawacz", "на вихідні", "in Zakrzów": a slot with what binds it to the question before.
    private static readonly FrozenSet<string> Bonds = Set("jako|na|w|we|od|do|przy|po|za|dla|z|як|на|в|у|від|до|при|по|за|для|біля|as|in|at|on|near|for|from|with");
    private static readonly FrozenSet<string> Questions = Set("gdzie|kiedy|jak|jaki|jaka|jakie|czy|co|kto|ile|o ktorej|dlaczego|de|де|коли|як|який|яка|які|чи|що|хто|скільки|о котрій|чому|where|when|how|what|who|is|are|do|does|can|which|why");

    public static FollowUp? Of(Turn turn, TopicCatalog.Entry last, Repertoire repertoire)
    {
        if (Phrases.IsMore(turn.Text)) return new FollowUp(FollowUpKind.More);
        Meaning meaning = turn.Meaning;
        int words = Phrases.WordCount(turn.Text);
        TopicCatalog.Entry? meant = repertoire.Topics.ForIntent(meaning.Intent);
        bool doubtful = meant is null || meaning.Confidence < Doubtful;
        bool mayLean = doubtful || meant!.Id == last.Id || meaning.Asks == SlotKinds.Ordinal;
        if (meaning.Slots.Ordinal is { } ordinal && words <= LongestPick && (mayLean || words <= LongestPointing)) return new FollowUp(FollowUpKind.Pick, ordinal);
        if (words > LongestRefine) return null;
        bool leans = mayLean ? LeansOnItsOwn(turn.Text, words, meaning, doubtful) : IsFragment(turn, words, last, repertoire);
        return leans ? new FollowUp(FollowUpKind.Refine) : null;
    }

    /// <summary>"A szkolenia?" after a search for work is about the same trade and place.</summary>
    public static Meaning WithSubject(string text, Meaning meaning, ConversationState state, Repertoire repertoire)
    {
        if (state is not { Subject: { } subject, Form: null } || !meaning.Slots.IsEmpty || meaning.Confidence < Doubtful) return meaning;
        if (Phrases.WordCount(text) > LongestPointing || !IsBound(text) || FirstWord(text) is "what" && !text.Contains("about", StringComparison.Ordinal)) return meaning;
        if (repertoire.Topics.ForIntent(meaning.Intent) is not { ModuleId: not "platform" } topic || topic.Id == state.Topic) return meaning;
        return meaning with { Slots = new Slots { Occupation = subject.Occupation, OccupationCode = subject.OccupationCode, Place = subject.Place } };
    }

    public static bool BeginsWithQuestion(string text) => Questions.Contains(FirstWord(text));

    /// <summary>Whether the words alone say nothing: "jako spawacz", "a jutro", "na Zakrzowie".</summary>
    public static bool IsBound(string text) => FirstWord(text) is var first && (Joints.Contains(first) || Bonds.Contains(first));

    private static bool LeansOnItsOwn(string text, int words, Meaning meaning, bool doubtful) =>
        IsBound(text) || words == 1 || (words <= LongestPointing && (doubtful || meaning.Slots.IsEmpty)) || (doubtful && words <= LongestBare && !meaning.Slots.IsEmpty);

    /// <summary>"а на вихідні?" reads like a question about hours or events, yet names nothing but a day.</summary>
    private static bool IsFragment(Turn turn, int words, TopicCatalog.Entry last, Repertoire repertoire) =>
        words <= LongestBare && !turn.Meaning.Slots.IsEmpty && IsBound(turn.Text)
        && !turn.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(word => Names(word, turn, last, repertoire));

    /// <summary>Whether one word by itself is another topic ("szkolenia").</summary>
    private static bool Names(string word, Turn turn, TopicCatalog.Entry last, Repertoire repertoire)
    {
        if (word.Length < 4) return false;
        Meaning alone = repertoire.Understand(word, turn.Language);
        return alone.Confidence >= Certain && alone.Slots.IsEmpty && repertoire.Topics.ForIntent(alone.Intent) is { } topic && topic.Id != last.Id;
    }

    private static string FirstWord(string text)
    {
        int end = text.AsSpan().IndexOfAny(Ends);
        return end is < 0 or > 12 ? (text.Length <= 12 ? Folding.Fold(text) : "") : Folding.Fold(text[..end]);
    }

    private static FrozenSet<string> Set(string words) => words.Split('|').Select(Folding.Fold).ToFrozenSet();
}
