using Smss.Abstractions.Contracts.Leaders;
using Smss.Abstractions.Conversation;
using Smss.Platform.HandOvers;

namespace Smss.Platform.HouseTopics;

/// <summary>The right number first, warm and short. Nothing of it is counted or logged.</summary>
internal sealed class CrisisTopic(IEnumerable<IPointsReader> points, OnDuty duty) : ITopic
{
    public string Id => "platform.crisis";
    public IReadOnlyCollection<string> Intents => ["crisis"];

    public async ValueTask HandleAsync(Turn turn, CancellationToken cancellation)
    {
        IReadOnlyList<CrisisLine> lines = CrisisLine.For(turn.Text);
        turn.SayAsWritten(string.Join('\n', [turn.Get("platform.crisis"), .. lines.Select(l => turn.Get(l.TextKey))]))
            .With(new Card(turn.Get("platform.crisis.numbers"), turn.Get("platform.crisis.who"), [.. lines.Select(l => l.ToLink())]))
            .Offer(turn.Get("platform.say.human.handoff"));
        foreach (IPointsReader reader in points)
            if (await reader.ContactAsync(turn.Meaning.Slots.Place, turn.Language, cancellation) is { IsSample: false } point)
                turn.Say("platform.crisis.point", ("point", point.Name), ("phone", point.Phone), ("hours", point.Hours));
        if (turn.Person == PersonState.None && await duty.IsAnybodyAsync(cancellation)) turn.Say("platform.person.offer");
    }
}
