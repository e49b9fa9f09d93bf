using Smss.Abstractions.Conversation;
using Smss.Abstractions.Data;
using Smss.Understanding;

namespace Smss.Abstractions.TargetGroups;

/// <summary>
/// A few yes-or-no questions that lead to the guides worth reading. The answers are forgotten with the form: that somebody belongs
/// to a target group is stored nowhere. Needs the text <c>&lt;form&gt;.fits</c> besides those of every form.
/// </summary>
public abstract class EligibilityForm : Form
{
    private const int LongestAnswer = 40;
    private static readonly string[] YesWords = ["tak", "jasne", "oczywiście", "так", "звісно", "да", "yes", "sure", "t", "y"];
    private static readonly string[] NoWords = ["nie", "ні", "нет", "no", "nope", "n", "не"];
    private static readonly string[] UnsureWords = ["nie wiem", "не знаю", "i dont know", "i don't know", "dont know", "not sure", "nie jestem pewna", "nie jestem pewien", "chyba", "moze", "може", "мабуть", "maybe"];

    /// <summary>Ids of the questions, in their order.</summary>
    protected abstract IReadOnlyList<string> Questions { get; }

    /// <summary>Subjects of the guides worth reading; pure.</summary>
    /// <param name="maybe">Whether a question was answered with yes or "I do not know".</param>
    protected abstract IEnumerable<string> Fitting(Func<string, bool> maybe);

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Field> Fields => [.. Questions.Select(q => new Field(q, Read) { YesOrNo = true })];

    /// <inheritdoc/>
    public sealed override void Submit(IReadOnlyDictionary<string, string> answers, Turn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        string module = Naming.ModuleOf(GetType());
        turn.Say(Id + ".fits").Offer(Fitting(q => !Says(NoWords, answers[q])).Distinct().Select(subject => turn.Get($"{module}.say.{module}.{subject}")));
    }

    private static FieldAnswer Read(FieldInput input) =>
        input.Text.Length <= LongestAnswer && (Says(YesWords, input.Text) || Says(UnsureWords, input.Text) || Says(NoWords, input.Text))
            ? FieldAnswer.Accept(input.Text)
            : FieldAnswer.Refuse("platform.yes-or-no");

    private static bool Says(string[] words, string text)
    {
        string said = Folding.Fold(text).Trim(' ', '.', ',', '!', '?');
        return Array.Exists(words, w => Folding.Fold(w) == said);
    }
}
