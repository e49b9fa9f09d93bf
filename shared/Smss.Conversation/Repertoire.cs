using Smss.Abstractions.Conversation;
using Smss.Abstractions.Texts;
using Smss.Conversation.Forms;
using Smss.Understanding;

namespace Smss.Conversation;

/// <summary>What the enabled modules brought to the conversation.</summary>
/// <param name="Topics">By intent and id.</param>
/// <param name="Forms">By id.</param>
/// <param name="Menu">Buttons, in their order.</param>
/// <param name="Texts">In three languages.</param>
/// <param name="Corrections">Reads corrections inside forms.</param>
/// <param name="Understand">Reads a part of a message, in the language of the whole.</param>
internal sealed record Repertoire(
    TopicCatalog Topics, FormCatalog Forms, IReadOnlyList<MenuButton> Menu, ITexts Texts, Corrections Corrections, Func<string, Language, Meaning> Understand)
{
    public IEnumerable<string> MenuFor(Turn turn) => Menu.Select(m => turn.Get(m.TextKey));

    /// <summary>What a resident would say for an intent, for a button; null when its module has no such words.</summary>
    public string? SayingFor(string intent, Turn turn) =>
        Topics.ForIntent(intent) is { } entry && $"{entry.ModuleId}.say.{intent}" is var key && Texts.Has(key) ? turn.Get(key) : null;
}
