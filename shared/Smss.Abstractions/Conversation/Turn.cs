using System.Text.Json;
using MediatR;
using Smss.Abstractions.Texts;
using Smss.Understanding;

namespace Smss.Abstractions.Conversation;

/// <summary>
/// One message and its answer. A topic reads the message, says replies, and hands over at most one request that writes;
/// all of it is committed at once, or not at all.
/// </summary>
public sealed class Turn
{
    /// <summary>Raised with every change of <c>platform.clause</c> that a resident must hear of.</summary>
    internal const int ClauseVersion = 1;
    private const int MostReplies = 20;
    private readonly List<Reply> _replies = [];

    /// <summary>The message as written.</summary>
    public required string Text { get; init; }

    /// <summary>What was understood of it.</summary>
    public required Meaning Meaning { get; init; }

    /// <summary>Language to answer in, never <see cref="Language.Other"/>. Setting it changes the language from here on.</summary>
    public required Language Language { get; set; }

    /// <summary>The resident's id in their channel: a random name, not a person's.</summary>
    public required string ResidentId { get; init; }

    /// <summary>When the message is answered, UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Local day of the city.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Texts of all enabled modules.</summary>
    public required ITexts Texts { get; init; }

    /// <summary>Address of the site, without a slash at its end.</summary>
    public required string PublicUrl { get; init; }

    internal string? Memory { get; set; }
    internal PersonState Person { get; set; }

    /// <summary>Version of the information clause the resident has seen; 0 for none.</summary>
    internal int Clause { get; set; }
    internal bool MemoryChanged { get; private set; }
    internal FormRequest? FormToOpen { get; private set; }
    internal PendingWrite? PendingWrite { get; private set; }
    internal IReadOnlyList<Reply> Replies => _replies;

    /// <summary>Says a text of the modules' text files, in the turn's language.</summary>
    public Reply Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) =>
        SayAsWritten(Texts.Get(Language, key, values));

    /// <summary>Says a finished text.</summary>
    /// <exception cref="InvalidOperationException">More than 20 replies in one turn: a mistake of the topic.</exception>
    public Reply SayAsWritten(string text)
    {
        if (_replies.Count == MostReplies) throw new InvalidOperationException($"More than {MostReplies} replies in one turn.");
        var reply = new Reply(text);
        _replies.Add(reply);
        return reply;
    }

    /// <summary>What becomes of personal data (GDPR art. 13), before they are asked for; once, and again when the words have changed.</summary>
    internal void SayClause()
    {
        if (Clause >= ClauseVersion) return;
        Say("platform.clause", ("page", PageUrl("/prywatnosc")));
        Clause = ClauseVersion;
    }

    /// <summary>A text in the turn's language.</summary>
    public string Get(string key, params ReadOnlySpan<(string Name, object? Value)> values) => Texts.Get(Language, key, values);

    /// <summary>Absolute address of a public page in the turn's language (<c>/praca/…</c>).</summary>
    public string PageUrl(string path) => PublicUrl + (Language == Language.Pl ? "" : "/" + Language.Code()) + path;

    /// <summary>Keeps what was shown, for follow-ups of the same topic. Small: it is stored with the conversation.</summary>
    public void Remember<T>(T shown)
    {
        Memory = JsonSerializer.Serialize(shown, JsonSerializerOptions.Web);
        MemoryChanged = true;
    }

    /// <summary>What this topic kept last; default when there is nothing, or when an earlier release kept it in another shape.</summary>
    public T? Recall<T>()
    {
        try
        {
            return Memory is null ? default : JsonSerializer.Deserialize<T>(Memory, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>Begins a form after this turn's replies, some questions answered already; further entries are kept for the form.</summary>
    public void Open(string formId, IReadOnlyDictionary<string, string>? answered = null) => FormToOpen = new FormRequest(formId, answered);

    /// <summary>
    /// Hands over the one request of this turn that writes. Its handler runs in the turn's transaction;
    /// <paramref name="then"/> says what came of it. When it throws, nothing of the turn stays.
    /// </summary>
    /// <exception cref="InvalidOperationException">A second request in one turn.</exception>
    public void Write<TResult>(IRequest<TResult> request, Action<Turn, TResult> then)
    {
        if (PendingWrite is not null) throw new InvalidOperationException("One module writes per turn.");
        PendingWrite = new PendingWrite(async (mediator, turn, cancellation) =>
        {
            TResult result = await mediator.Send(request, cancellation);
            then(turn, result);
        });
    }

    /// <summary>One of two requests of this message, as a turn of its own.</summary>
    internal Turn Part(string text, Meaning meaning) => new()
    {
        Text = text, Meaning = meaning, Language = Language, ResidentId = ResidentId, Now = Now, Today = Today,
        Texts = Texts, PublicUrl = PublicUrl, Person = Person,
    };

    /// <summary>Takes over what was said and asked for on a copy of this turn.</summary>
    internal void Adopt(Turn copy, PendingWrite? write)
    {
        _replies.AddRange(copy._replies);
        if (copy.MemoryChanged) (Memory, MemoryChanged) = (copy.Memory, true);
        FormToOpen = copy.FormToOpen ?? FormToOpen;
        PendingWrite = write ?? PendingWrite;
        Language = copy.Language;
    }

    /// <summary>A copy without replies, for running the write again.</summary>
    internal Turn Fresh() => new()
    {
        Text = Text, Meaning = Meaning, Language = Language, ResidentId = ResidentId, Now = Now, Today = Today,
        Texts = Texts, PublicUrl = PublicUrl, Memory = Memory,
    };
}

internal sealed record FormRequest(string FormId, IReadOnlyDictionary<string, string>? Answered);

internal sealed record PendingWrite(Func<IMediator, Turn, CancellationToken, Task> RunAsync);
