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
    private const int FewestLetters = 3, LongestWord = 40;
    private readonly Repertoire _repertoire =
        new(topics, forms, [.. menu.OrderBy(m => m.Order)], texts, new Corrections(texts), (text, language) => understander.Understand(text, clock.Today, language));

    /// <summary>Decides what one message does; writes nothing.</summary>
    public async Task<TurnOutcome> RunAsync(IncomingMessage message, ConversationState state, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        if (message.Text is null) return Join(message, state, scope.ServiceProvider);
        string text = message.Text.Trim();
        Meaning meaning = understander.Understand(
            text.Length > LongestMessage ? text[..LongestMessage] : text, clock.Today, state.Language ?? Known(message.Hint));
        meaning = FollowUps.WithSubject(text, meaning, state, _repertoire);
        Turn turn = NewTurn(message, text, meaning, LanguageFor(text, meaning, state, message.Hint));
        if (message.Also is not null) turn.Say("platform.joined", ("words", text));
        return message.Also is null && state.Form is null && Requests.In(text, meaning, _repertoire) is { } two
            ? await BothAsync(turn, two, state, scope.ServiceProvider, cancellation)
            : await OneAsync(turn, state, scope.ServiceProvider, cancellation);
    }

    /// <summary>Two messages in quick succession as one, when the later only adds to the earlier; null when each is to be answered.</summary>
    public IncomingMessage? Joined(IncomingMessage first, IncomingMessage next, ConversationState state) =>
        state.Form is null && Requests.Joined(first.Text, next.Text, state.Language ?? Known(first.Hint) ?? Language.Pl, _repertoire) is { } words
            ? next with { Text = words, Also = first.Sequence }
            : null;

    private Task<TurnOutcome> OneAsync(Turn turn, ConversationState state, IServiceProvider services, CancellationToken cancellation)
    {
        var answer = new Answering(_repertoire, services, turn, state);
        if (!state.Welcomed) answer.Introduce();
        return answer.RunAsync(cancellation);
    }

    /// <summary>Answers both; what asks back or writes comes last.</summary>
    private async Task<TurnOutcome> BothAsync(
        Turn whole, (Request First, Request Second) two, ConversationState state, IServiceProvider services, CancellationToken cancellation)
    {
        TurnOutcome first = await OneAsync(whole.Part(two.First.Words, two.First.Meaning), state, services, cancellation);
        if (!first.IsBinding)
            return (await OneAsync(whole.Part(two.Second.Words, two.Second.Meaning), first.State, services, cancellation)).After(first);
        TurnOutcome second = await OneAsync(whole.Part(two.Second.Words, two.Second.Meaning), state, services, cancellation);
        if (second.IsBinding) return first.After(whole.Get("platform.later", ("words", two.Second.Words)));
        return (await OneAsync(whole.Part(two.First.Words, two.First.Meaning), second.State, services, cancellation)).After(second);
    }

    private TurnOutcome Join(IncomingMessage message, ConversationState state, IServiceProvider services)
    {
        Language language = state.Language ?? Known(message.Hint) ?? Language.Pl;
        Turn turn = NewTurn(message, "", new Meaning(language, Meaning.OutOfScope, 0, Slots.None, []), language);
        if (state.Welcomed) return new Answering(_repertoire, services, turn, state).Return();
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
        bool vague = meaning.Intent == Meaning.OutOfScope || meaning.Confidence < Answering.Worth;
        if (meaning.Language == Language.Other || text.Count(char.IsLetter) < FewestLetters || (vague && (state.Language ?? Known(hint)) is not null)) return before;
        int words = Phrases.WordCount(text);
        if (text.Length > words * LongestWord) return before;
        // Two Polish words without accents read like Ukrainian in Latin letters now and then.
        if (meaning.Language == Language.Uk && words < 3 && !text.Any(c => c is >= '\u0400' and < '\u0530')) return before;
        return state.Form is not null && words < 4 ? before : meaning.Language;
    }

    private static Language? Known(Language language) => language == Language.Other ? null : language;
}
