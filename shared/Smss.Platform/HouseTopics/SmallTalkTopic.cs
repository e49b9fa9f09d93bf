using Smss.Abstractions.Conversation;
using Smss.Conversation;

namespace Smss.Platform.HouseTopics;

/// <summary>Greeting, thanks, goodbye, and "never mind" with nothing open.</summary>
internal sealed class SmallTalkTopic(IEnumerable<MenuButton> menu) : ITopic
{
    public string Id => "platform.small-talk";
    public IReadOnlyCollection<string> Intents => ["greet", "goodbye", "thanks", "cancel"];

    public ValueTask HandleAsync(Turn turn, CancellationToken cancellation)
    {
        Reply reply = turn.Say(turn.Meaning.Intent == "cancel" ? "platform.nothing-open" : "platform." + turn.Meaning.Intent);
        if (turn.Meaning.Intent is "greet" or "cancel") reply.Offer(menu.OrderBy(m => m.Order).Select(m => turn.Get(m.TextKey)));
        return ValueTask.CompletedTask;
    }
}
