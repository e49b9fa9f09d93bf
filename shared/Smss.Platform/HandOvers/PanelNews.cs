using Smss.BotFramework.DirectLine;
using Smss.Platform.Conversations;

namespace Smss.Platform.HandOvers;

/// <summary>Wakes the open pages of the panel, on every replica: who waits has changed, or what somebody may do.</summary>
internal sealed class PanelNews(DirectLineHub hub, Replicas replicas)
{
    /// <summary>No conversation has this id.</summary>
    private const string Panel = "panel";

    public void Tell()
    {
        hub.Wake(Panel);
        replicas.Tell(Panel);
    }

    public IDisposable Watch(Action changed) => hub.Watch(Panel, changed);
}
