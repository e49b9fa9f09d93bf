using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions;
using Smss.Abstractions.Conversation;
using Smss.Abstractions.Texts;
using Smss.Conversation.Forms;
using Smss.Understanding;

namespace Smss.Conversation;

/// <summary>Address of the site, for links in replies.</summary>
public sealed record SiteAddress(string PublicUrl);

/// <summary>
/// The order in which a message is understood: crisis, stop, a person or erasure, other words, the open form,
/// what leans on the last answer, topics, and the words for not having understood.
/// </summary>
public sealed class TurnPipeline(
    Understander understander, TopicCatalog topics, FormCatalog forms, IEnumerable<MenuButton> menu, ITexts texts,
    CityClock clock, SiteAddress site, IServiceScopeFactory scopes)
{
    internal const int LongestMessage = 4000;
    private readonly Repertoire _repertoire = new(topics, forms, [.. menu.OrderBy(m => m.Order)], texts, new Corrections(texts));

    /// <summary>Decides what one message does; writes nothing.</summary>
    public async Task<TurnOutcome> RunAsync(IncomingMessage message, ConversationState state, CancellationToken cancellation)
    {
        if (message.Text is null) return Join(message, state);
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        string text = message.Text.Trim();
        Meaning meaning = understander.Understand(
            text.Length > LongestMessage ? text[..LongestMessage] : text, clock.Today, state.Language ?? Known(message.Hint));
        var answer = new Answering(_repertoire, scope.ServiceProvider, NewTurn(message, text, meaning, LanguageFor(text, meaning, state, message.Hint)), state);
        if (!state.Welcomed) answer.Introduce();
        return await answer.RunAsync(cancellation);
    }

    private TurnOutcome Join(IncomingMessage message, ConversationState state)
    {
        if (state.Welcomed) return new TurnOutcome(state, []);
        Language language = state.Language ?? Known(message.Hint) ?? Language.Pl;
        Turn turn = NewTurn(message, "", new Meaning(language, Meaning.OutOfScope, 0, Slots.None, []), language);
        turn.Say("platform.welcome").Offer(_repertoire.MenuFor(turn));
        return new TurnOutcome(state with { Welcomed = true, Language = language }, turn.Replies);
    }

    private Turn NewTurn(IncomingMessage message, string text, Meaning meaning, Language language) => new()
    {
        Text = text, Meaning = meaning, Language = language, ResidentId = message.ResidentId, Now = clock.Now, Today = clock.Today,
        Texts = texts, PublicUrl = site.PublicUrl,
    };

    /// <summary>One word typed into a form, or a name, does not change the language of the talk.</summary>
    private static Language LanguageFor(string text, Meaning meaning, ConversationState state, Language hint)
    {
        Language before = state.Language ?? Known(hint) ?? Language.Pl;
        // Markup, gibberish and small talk about something else must not turn the talk into another language.
        if (meaning.Language == Language.Other || (meaning.Intent == Meaning.OutOfScope && (state.Language ?? Known(hint)) is not null)) return before;
        int words = Phrases.WordCount(text);
        return state.Form is not null && words < 4 ? before : meaning.Language;
    }

    private static Language? Known(Language language) => language == Language.Other ? null : language;
}

/// <summary>What the enabled modules brought to the conversation.</summary>
internal sealed record Repertoire(TopicCatalog Topics, FormCatalog Forms, IReadOnlyList<MenuButton> Menu, ITexts Texts, Corrections Corrections)
{
    public IEnumerable<string> MenuFor(Turn turn) => Menu.Select(m => turn.Get(m.TextKey));

    /// <summary>What a resident would say for an intent, for a button; null when its module has no such words.</summary>
    public string? SayingFor(string intent, Turn turn) =>
        Topics.ForIntent(intent) is { } entry && $"{entry.ModuleId}.say.{intent}" is var key && Texts.Has(key) ? turn.Get(key) : null;
}
