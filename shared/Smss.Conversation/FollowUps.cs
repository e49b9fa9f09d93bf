using System.Buffers;
using System.Collections.Frozen;
using Smss.Abstractions.Conversation;
using Smss.Understanding;

namespace Smss.Conversation;

/// <summary>Tells a message that leans on the last answer from one that stands alone.</summary>
internal static class FollowUps
{
    private const double Doubtful = 0.6;
    private const int FragmentWords = 3;
    private static readonly SearchValues<char> Ends = SearchValues.Create(" ,?!.\n");
    private static readonly FrozenSet<string> Joints = Set("a|i|na|oraz|ale|tylko|albo|jeszcze|to|ta|te|а|і|й|та|але|тільки|лише|або|ще|and|but|only|or|what|how about|just|bez|без|without|tam|там");
    private static readonly FrozenSet<string> Questions = Set("gdzie|kiedy|jak|jaki|jaka|jakie|czy|co|kto|ile|o ktorej|dlaczego|de|де|коли|як|який|яка|які|чи|що|хто|скільки|о котрій|чому|where|when|how|what|who|is|are|do|does|can|which|why");

    public static FollowUp? Of(Turn turn, TopicCatalog.Entry last, TopicCatalog topics)
    {
        Meaning meaning = turn.Meaning;
        if (Phrases.IsMore(turn.Text)) return new FollowUp(FollowUpKind.More);
        int words = Phrases.WordCount(turn.Text);
        TopicCatalog.Entry? meant = topics.ForIntent(meaning.Intent);
        bool joint = Joints.Contains(FirstWord(turn.Text));
        bool fragment = joint && words <= FragmentWords && !meaning.Slots.IsEmpty;
        bool mayLean = meant is null || meant.Id == last.Id || meaning.Confidence < Doubtful || fragment || meaning.Asks == SlotKinds.Ordinal;
        if (meaning.Slots.Ordinal is { } ordinal && words <= 5 && (mayLean || words <= 3)) return new FollowUp(FollowUpKind.Pick, ordinal);
        if (words > 8 || !mayLean) return null;
        if (joint && !meaning.Slots.IsEmpty) return new FollowUp(FollowUpKind.Refine);
        return (meant is null || meaning.Confidence < Doubtful) && (!meaning.Slots.IsEmpty || joint) && words <= 5
            ? new FollowUp(FollowUpKind.Refine)
            : null;
    }

    public static bool BeginsWithQuestion(string text) => Questions.Contains(FirstWord(text));

    private static string FirstWord(string text)
    {
        int end = text.AsSpan().IndexOfAny(Ends);
        return end is < 0 or > 12 ? (text.Length <= 12 ? Folding.Fold(text) : "") : Folding.Fold(text[..end]);
    }

    private static FrozenSet<string> Set(string words) => words.Split('|').Select(Folding.Fold).ToFrozenSet();
}
