using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Conversation;
using Smss.Conversation;

namespace Smss.Platform.Plugins.Guarded;

/// <summary>A plugin's part of a turn: said on a copy, taken over only when it ended well and in time.</summary>
internal static class GuardedTurn
{
    private const int LongestText = 4_000, MostCards = 10, MostChoices = 20;

    /// <returns>False when it failed; the resident was told so, and what else they can do.</returns>
    public static async Task<bool> SayAsync(this Plugin plugin, string what, Turn turn, IServiceProvider services, Func<Turn, Task> say)
    {
        Turn aside = turn.Fresh();
        Exception? fault = await plugin.CallAsync(what, async () =>
        {
            await say(aside);
            Check(aside);
        }, PluginLimits.Turn, turn.Text);
        if (fault is null)
        {
            turn.Adopt(aside, aside.PendingWrite is { } write ? Guarded(plugin, write) : null);
            return true;
        }
        turn.Say("platform.plugin.unable").Offer(
            [turn.Get("platform.say.human.handoff"), .. services.GetServices<MenuButton>().Where(m => m.ModuleId != plugin.Id).OrderBy(m => m.Order).Select(m => turn.Get(m.TextKey))]);
        return false;
    }

    private static PendingWrite Guarded(Plugin plugin, PendingWrite write) => new(async (mediator, turn, cancellation) =>
    {
        if (await plugin.CallAsync("write", () => write.RunAsync(mediator, turn, cancellation), PluginLimits.Write, turn.Text) is { } fault) throw fault;
    });

    private static void Check(Turn turn)
    {
        foreach (Reply reply in turn.Replies)
            if (reply.Text.Length > LongestText || reply.Cards.Count > MostCards || reply.Choices.Count > MostChoices) throw new PluginFault("platform.plugin.floods");
    }
}
