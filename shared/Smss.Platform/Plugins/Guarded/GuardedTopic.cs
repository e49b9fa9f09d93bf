using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Conversation;

namespace Smss.Platform.Plugins.Guarded;

/// <summary>A plugin's topic.</summary>
internal sealed class GuardedTopic<TTopic>(InstalledPlugins plugins, IServiceProvider services) : ITopic where TTopic : class, ITopic
{
    private readonly Plugin _plugin = plugins.Of(typeof(TTopic));

    public string Id => Topic.Id;
    public IReadOnlyCollection<string> Intents => Topic.Intents;
    private TTopic Topic => services.GetRequiredService<TTopic>();

    public async ValueTask HandleAsync(Turn turn, CancellationToken cancellation) =>
        await _plugin.SayAsync(typeof(TTopic).Name, turn, services, aside => Topic.HandleAsync(aside, cancellation).AsTask());

    public async ValueTask<bool> FollowUpAsync(Turn turn, FollowUp followUp, CancellationToken cancellation)
    {
        bool can = false;
        return !await _plugin.SayAsync(typeof(TTopic).Name, turn, services, async aside => can = await Topic.FollowUpAsync(aside, followUp, cancellation)) || can;
    }
}
