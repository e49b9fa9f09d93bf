using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Conversation;
using Smss.Abstractions.Modules;
using Smss.Platform.Modules;

namespace Smss.Platform.HouseTopics;

/// <summary>What is kept, a copy of it, and its deletion.</summary>
internal sealed class PrivacyTopic(IEnumerable<PersonalDataRegistration> kept, IServiceProvider services) : ITopic
{
    public string Id => "platform.privacy";
    public IReadOnlyCollection<string> Intents => ["privacy.info", "privacy.export", "privacy.erase"];

    public ValueTask HandleAsync(Turn turn, CancellationToken cancellation)
    {
        switch (turn.Meaning.Intent)
        {
            case "privacy.erase":
                turn.Open(EraseForm.FormId);
                break;
            case "privacy.export":
                turn.Say("platform.privacy.export", ("page", turn.PageUrl("/prywatnosc")));
                break;
            default:
                var lines = kept.Select(k => ((IPersonalData)services.GetRequiredService(k.Data)).DescriptionKey).Select(key => "– " + turn.Get(key));
                turn.SayAsWritten(string.Join('\n', [turn.Get("platform.privacy.info"), .. lines, turn.Get("platform.privacy.more", ("page", turn.PageUrl("/prywatnosc")))]))
                    .Offer(turn.Get("platform.say.privacy.erase"));
                break;
        }
        return ValueTask.CompletedTask;
    }
}
