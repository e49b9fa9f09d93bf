using System.Text.Json;
using System.Text.Json.Serialization;
using Smss.Abstractions.Conversation;
using Smss.Conversation.Forms;
using Smss.Understanding;

namespace Smss.Conversation;

/// <summary>What the bot keeps of a conversation between two messages; stored as JSON with the conversation.</summary>
public sealed record ConversationState
{
    /// <summary>A conversation in which nothing was said.</summary>
    public static ConversationState New { get; } = new();

    /// <summary>Language of the last answer.</summary>
    public Language? Language { get; init; }

    /// <summary>Whether the welcome was said; it is said once.</summary>
    public bool Welcomed { get; init; }

    /// <summary>Whether it was said that the answers come in Ukrainian although the questions come in Russian.</summary>
    public bool ToldAboutRussian { get; init; }

    /// <summary>Version of the information clause that was shown; 0 while none was.</summary>
    public int Clause { get; init; }

    /// <summary>The open form.</summary>
    public FormState? Form { get; init; }

    /// <summary>The other request of a message, in its own words, which waits until the open form is done with.</summary>
    public string? Later { get; init; }

    /// <summary>Topic that spoke last: follow-ups go to it.</summary>
    public string? Topic { get; init; }

    /// <summary>What that topic keeps, as JSON of its own.</summary>
    public string? Memory { get; init; }

    /// <summary>The trade and the place talked of last: "a szkolenia?" means them, too.</summary>
    public Subject? Subject { get; init; }

    /// <summary>Messages in a row that were not understood.</summary>
    public int Misses { get; init; }

    /// <summary>The numbers to call in a crisis were given and nothing else was talked of since: what is not understood is answered with care and kept nowhere.</summary>
    public bool Hold { get; init; }

    /// <summary>When the numbers to call in a crisis were named last.</summary>
    public DateTimeOffset? NumbersAt { get; init; }

    /// <summary>How far the resident has come on the way to a person.</summary>
    [JsonInclude]
    internal PersonState Person { get; init; }

    /// <summary>As it is stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, StateJson.Default.ConversationState);

    /// <summary>A person begins to answer; a form that is open waits until they leave.</summary>
    internal ConversationState WithPerson() => this with { Person = PersonState.Here, Form = Form is null ? null : Form with { Paused = FormPause.Aside } };

    /// <summary>Reads what was stored; a state that no longer reads is a new one, because a chat must go on.</summary>
    public static ConversationState FromJson(string? json)
    {
        if (string.IsNullOrEmpty(json)) return New;
        try
        {
            return JsonSerializer.Deserialize(json, StateJson.Default.ConversationState) ?? New;
        }
        catch (JsonException)
        {
            return New;
        }
    }
}

/// <summary>What a conversation is about, whichever topic speaks.</summary>
public sealed record Subject(string? Occupation, string? OccupationCode, string? Place)
{
    /// <summary>What was named now, the rest as before; null when nothing is.</summary>
    internal static Subject? Of(Slots named, Subject? before)
    {
        bool trade = named.Occupation is not null;
        var about = new Subject(trade ? named.Occupation : before?.Occupation, trade ? named.OccupationCode : before?.OccupationCode, named.Place ?? before?.Place);
        return about is { Occupation: null, Place: null } ? null : about;
    }
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ConversationState))]
internal sealed partial class StateJson : JsonSerializerContext;
