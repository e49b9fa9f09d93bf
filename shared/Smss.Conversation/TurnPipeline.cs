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
    private const int FewestLetters = 3, LongestWord = 40, FewWords = 4;
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
        // Who cries for help in a few words says it outright: a fragment that only resembles it ("де він?") names no numbers.
        if (meaning.Intent != Meaning.Crisis && Phrases.WordCount(text) <= FewWords) meaning = meaning with { Danger = Math.Min(meaning.Danger, Answering.FaintDanger) };
        // A report about a street sounds dark ("щоб батьки мали де сидіти"): while a form asks, what is not nearly certain answers the form.
        if (state.Form is { Paused: null } && meaning is { Intent: Meaning.Crisis, Danger: < Answering.CertainDanger }) meaning = meaning with { Intent = Meaning.OutOfScope, Confidence = 0 };
        meaning = FollowUps.WithSubject(text, meaning, state, _repertoire);
        Turn turn = NewTurn(message, state, text, meaning, LanguageFor(text, meaning, state, message.Hint));
        if (message.Also is not null) turn.Say("platform.joined", ("words", text));
        return message.Also is null && ListensFreely(state) && Requests.In(text, meaning, _repertoire) is { } two
            ? await BothAsync(turn, two, state, scope.ServiceProvider, cancellation)
            : await OneAsync(turn, state, scope.ServiceProvider, cancellation);
    }

    /// <summary>Two messages in quick succession as one, when the later only adds to the earlier; null when each is to be answered.</summary>
    public IncomingMessage? Joined(IncomingMessage first, IncomingMessage next, ConversationState state) =>
        ListensFreely(state) && Requests.Joined(first.Text, next.Text, state.Language ?? Known(first.Hint) ?? Language.Pl, _repertoire) is { } words
            ? next with { Text = words, Also = first.Sequence }
            : null;

    /// <summary>The person who answered, or was waited for, is gone.</summary>
    /// <param name="conversationId">In which conversation.</param>
    /// <param name="residentId">Who talks there.</param>
    /// <param name="state">State of the conversation.</param>
    /// <param name="textKey">What the bot says about it.</param>
    public TurnOutcome AfterPerson(string conversationId, string residentId, ConversationState state, string textKey)
    {
        ArgumentNullException.ThrowIfNull(state);
        using IServiceScope scope = scopes.CreateScope();
        var message = new IncomingMessage(conversationId, 0, residentId, null, Language.Other);
        return new Answering(_repertoire, scope.ServiceProvider, Silent(message, state), state).Return(textKey);
    }

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
        // The halves may look harmless and carry the danger of the whole; what was named for the first is not named again for the second.
        double danger = Math.Max(whole.Meaning.Danger, Math.Max(two.First.Meaning.Danger, two.Second.Meaning.Danger));
        TurnOutcome first = await PartAsync(two.First, state);
        if (!first.IsBinding) return (await PartAsync(two.Second, first.State)).After(first);
        TurnOutcome second = await PartAsync(two.Second, state);
        if (second.IsBinding) return first.Before(two.Second.Words, whole);
        return (await PartAsync(two.First, second.State)).After(second);

        Task<TurnOutcome> PartAsync(Request request, ConversationState before) =>
            OneAsync(whole.Part(request.Words, request.Meaning with { Danger = danger }), before, services, cancellation);
    }

    private TurnOutcome Join(IncomingMessage message, ConversationState state, IServiceProvider services)
    {
        Turn turn = Silent(message, state);
        if (state.Welcomed) return new Answering(_repertoire, services, turn, state).Return();
        turn.Say("platform.welcome").Offer(_repertoire.MenuFor(turn));
        return new TurnOutcome(state with { Welcomed = true, Language = turn.Language }, turn.Replies);
    }

    private static bool ListensFreely(ConversationState state) => state.Form is null && state.Person != PersonState.Here;

    /// <summary>A turn to which nobody said anything.</summary>
    private Turn Silent(IncomingMessage message, ConversationState state)
    {
        Language language = state.Language ?? Known(message.Hint) ?? Language.Pl;
        return NewTurn(message, state, "", new Meaning(language, Meaning.OutOfScope, 0, Slots.None, []), language);
    }

    private Turn NewTurn(IncomingMessage message, ConversationState state, string text, Meaning meaning, Language language) => new()
    {
        Text = text, Meaning = meaning, Language = language, ResidentId = message.ResidentId, Now = clock.Now, Today = clock.Today,
        Texts = texts, PublicUrl = site.PublicUrl, Person = state.Person,
    };

    /// <summary>One word typed into a form, or a name, does not change the language of the talk.</summary>
    private static Language LanguageFor(string text, Meaning meaning, ConversationState state, Language hint)
    {
        Language before = state.Language ?? Known(hint) ?? Language.Pl;
        // Markup, gibberish and small talk about something else must not turn the talk into another language; what the house knows by heart may.
        bool vague = (meaning.Intent == Meaning.OutOfScope || meaning.Confidence < Answering.Worth) && !Phrases.IsNoMoreNotices(text);
        if (meaning.Language == Language.Other || text.Count(char.IsLetter) < FewestLetters || (vague && (state.Language ?? Known(hint)) is not null)) return before;
        int words = Phrases.WordCount(text);
        if (text.Length > words * LongestWord) return before;
        // Two Polish words without accents read like Ukrainian in Latin letters now and then.
        if (meaning.Language == Language.Uk && words < 3 && !text.Any(c => c is >= '\u0400' and < '\u0530')) return before;
        return state.Form is not null && words < 4 ? before : meaning.Language;
    }

    private static Language? Known(Language language) => language == Language.Other ? null : language;
}
