using Smss.Abstractions.Conversation;
using Smss.Modules.Initiatives.Model;

namespace Smss.Modules.Initiatives.Topics;

/// <summary>Filing, listing, asking after and supporting initiatives; one topic, because each leans on what another showed.</summary>
internal sealed class InitiativesTopic(FilingTalk filing, ListTalk list, StatusTalk status, SupportTalk support) : ITopic
{
    public string Id => "initiatives.talk";

    public IReadOnlyCollection<string> Intents => ["initiative.file", "initiative.list", "initiative.status", "initiative.support"];

    public ValueTask HandleAsync(Turn turn, CancellationToken cancellation) => turn.Meaning.Intent switch
    {
        "initiative.file" => filing.BeginAsync(turn, cancellation),
        "initiative.list" => list.ShowAsync(turn, cancellation),
        "initiative.support" => support.AnswerAsync(turn, Meant(turn), cancellation),
        _ => status.AnswerAsync(turn, Named(turn), cancellation),
    };

    public ValueTask<bool> FollowUpAsync(Turn turn, FollowUp followUp, CancellationToken cancellation) => followUp.Kind switch
    {
        FollowUpKind.More => list.MoreAsync(turn, cancellation),
        FollowUpKind.Pick => PickAsync(turn, followUp.Ordinal, cancellation),
        FollowUpKind.Refine when turn.Meaning.Intent is "initiative.support" or "initiative.status" => ValueTask.FromResult(false),
        _ => list.RefineAsync(turn, cancellation),
    };

    private async ValueTask<bool> PickAsync(Turn turn, int ordinal, CancellationToken cancellation)
    {
        if (turn.Meaning.Slots.Number is not null || (InList(turn, ordinal) ?? Unlisted(turn)) is not { } number) return false;
        if (turn.Meaning.Intent == "initiative.support" || Wording.TakesBack(turn.Text)) await support.AnswerAsync(turn, number, cancellation);
        else await status.AnswerAsync(turn, number, cancellation);
        return true;
    }

    /// <summary>Which initiative a support is for: the one said, the one picked from the list, or the one just spoken of.</summary>
    private static InitiativeNumber? Meant(Turn turn) =>
        turn.Meaning.Slots is { Number: null, Ordinal: { } ordinal } && InList(turn, ordinal) is { } listed
            ? listed
            : Named(turn) ?? InitiativeNumber.Parse(turn.Recall<Shown>()?.Picked);

    /// <summary>"nr 8" with no list in sight is the eighth of this year.</summary>
    private static InitiativeNumber? Named(Turn turn) => turn.Meaning.Slots switch
    {
        { Number: { } number } => InitiativeNumber.Parse(number),
        { Ordinal: > 0 and var ordinal } => new InitiativeNumber(turn.Today.Year, ordinal),
        _ => null,
    };

    // "A numer 2?" after the status of another.
    private static InitiativeNumber? Unlisted(Turn turn) => turn.Recall<Shown>() is { Picked: not null, Numbers.Count: 0 } ? Named(turn) : null;

    private static InitiativeNumber? InList(Turn turn, int ordinal)
    {
        IReadOnlyList<string> shown = turn.Recall<Shown>()?.Numbers ?? [];
        int index = ordinal < 0 ? shown.Count - 1 : ordinal - 1;
        return index >= 0 && index < shown.Count ? InitiativeNumber.Parse(shown[index]) : null;
    }
}
