using Smss.Abstractions.Conversation;
using Smss.Modules.Initiatives.Model;
using Smss.Modules.Initiatives.Search;

namespace Smss.Modules.Initiatives.Topics;

/// <summary>Backing an initiative, and taking that back.</summary>
internal sealed class SupportTalk(ListTalk list, InitiativeSearch search)
{
    public async ValueTask AnswerAsync(Turn turn, InitiativeNumber? meant, CancellationToken cancellation)
    {
        if (meant is not { } said)
        {
            turn.Say("initiatives.support.which");
            await list.ShowAsync(turn, cancellation);
            return;
        }
        InitiativeNumber number = await search.AnsweringAsync(said, cancellation);
        if (number != said) turn.Say("initiatives.status.merged", ("number", said.ToString()), ("other", number.ToString()));
        turn.Remember(new Shown { Picked = number.ToString() });
        if (Wording.TakesBack(turn.Text)) TakeBack(turn, number);
        else turn.Write(new SupportInitiative.Request(number, turn.ResidentId), (after, result) => Say(after, number, result));
    }

    private static void TakeBack(Turn turn, InitiativeNumber number) => turn.Write(
        new WithdrawSupport.Request(number, turn.ResidentId),
        (after, removed) => after.Say(removed ? "initiatives.support.withdrawn" : "initiatives.support.not-given", ("number", number.ToString())));

    private static void Say(Turn turn, InitiativeNumber number, SupportInitiative.Result result)
    {
        string key = "initiatives.support." + result.Outcome switch
        {
            SupportInitiative.Outcome.Supported => "given",
            SupportInitiative.Outcome.Already => "already",
            SupportInitiative.Outcome.Own => "own",
            SupportInitiative.Outcome.Ended => "ended",
            _ => "unknown",
        };
        turn.Say(key, ("number", number.ToString()), ("title", result.Title), ("count", result.Supporters));
    }
}
