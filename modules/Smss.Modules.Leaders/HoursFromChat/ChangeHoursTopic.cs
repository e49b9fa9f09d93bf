using Smss.Abstractions.Conversation;
using Smss.Modules.Leaders.Topics;

namespace Smss.Modules.Leaders.HoursFromChat;

/// <summary>"Dziś zamykam o 15": a leader's word changes the day, after it was read back; anybody else hears the hours.</summary>
internal sealed class ChangeHoursTopic(HoursChange change, PointsTopic points) : ITopic
{
    public const string Intent = "hours.change";

    public string Id => "leaders.change";

    public IReadOnlyCollection<string> Intents { get; } = [Intent];

    public async ValueTask HandleAsync(Turn turn, CancellationToken cancellation)
    {
        if (await change.TakeAsync(turn, cancellation)) return;
        turn.Say("leaders.change.not-yours");
        await points.TellHoursAsync(turn, cancellation);
    }

    public ValueTask<bool> FollowUpAsync(Turn turn, FollowUp followUp, CancellationToken cancellation) => points.FollowUpAsync(turn, followUp, cancellation);
}
