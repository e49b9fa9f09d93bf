using Smss.Abstractions.Contracts.Leaders;
using Smss.Abstractions.Conversation;

namespace Smss.Platform.HouseTopics;

/// <summary>The right numbers first, warm and short. Nothing of it is counted or logged.</summary>
internal sealed class CrisisTopic(IEnumerable<IPointsReader> points) : ITopic
{
    public string Id => "platform.crisis";
    public IReadOnlyCollection<string> Intents => ["crisis"];

    public async ValueTask HandleAsync(Turn turn, CancellationToken cancellation)
    {
        turn.Say("platform.crisis").With(new Card(
            turn.Get("platform.crisis.numbers"), turn.Get("platform.crisis.who"),
            new Link("112", "tel:112"), new Link("116 123", "tel:116123"), new Link("116 111", "tel:116111"), new Link("800 120 002", "tel:800120002")));
        foreach (IPointsReader reader in points)
            if (await reader.ContactAsync(turn.Meaning.Slots.Place, turn.Language, cancellation) is { IsSample: false } point)
                turn.Say("platform.crisis.point", ("point", point.Name), ("phone", point.Phone), ("hours", point.Hours));
    }
}
