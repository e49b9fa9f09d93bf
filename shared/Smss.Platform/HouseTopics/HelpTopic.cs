using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Conversation;
using Smss.Conversation;

namespace Smss.Platform.HouseTopics;

/// <summary>What one can say here: the menu and an example of each enabled topic.</summary>
internal sealed class HelpTopic(IEnumerable<MenuButton> menu, IServiceProvider services) : ITopic
{
    public string Id => "platform.help";
    public IReadOnlyCollection<string> Intents => ["help"];

    public ValueTask HandleAsync(Turn turn, CancellationToken cancellation)
    {
        // Asked for late: the catalogue is made from all topics, this one included.
        var topics = services.GetRequiredService<TopicCatalog>();
        var examples = from topic in topics.All
                       where topic.ModuleId != "platform"
                       from intent in topic.Intents
                       let key = $"{topic.ModuleId}.say.{intent}"
                       where turn.Texts.Has(key)
                       select "– " + turn.Get(key);
        turn.SayAsWritten(string.Join('\n', [turn.Get("platform.help"), .. examples, turn.Get("platform.help.always")]))
            .Offer(menu.OrderBy(m => m.Order).Select(m => turn.Get(m.TextKey)));
        return ValueTask.CompletedTask;
    }
}
