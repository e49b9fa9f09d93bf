using Smss.Understanding;

namespace Smss.Abstractions.Conversation;

/// <summary>
/// Questions asked one after another until all are answered, then read back and confirmed. Data only: the conversation
/// asks, validates, corrects, cancels, and takes care of interruptions and of the next day.
/// Texts follow from the ids: <c>&lt;form&gt;.&lt;field&gt;.ask</c>, <c>&lt;form&gt;.&lt;field&gt;.label</c>,
/// <c>&lt;form&gt;.confirm</c> (said above the read-back), <c>&lt;form&gt;.cancelled</c>, and <c>&lt;form&gt;.what</c> (what is being
/// done, said to somebody who comes back the next day: "zgłoszenie inicjatywy"; may be left out).
/// </summary>
public abstract class Form
{
    /// <summary>Begins with the module's id (<c>initiatives.file</c>). Stored with the conversation.</summary>
    public abstract string Id { get; }

    /// <summary>Raise it when stored answers no longer fit; open forms of older versions then end politely.</summary>
    public virtual int Version => 1;

    /// <summary>The questions in their order.</summary>
    public abstract IReadOnlyList<Field> Fields { get; }

    /// <summary>Called after a field was answered, to say something before the next question (similar initiatives).</summary>
    public virtual ValueTask AnsweredAsync(Field field, IReadOnlyDictionary<string, string> answers, Turn turn, CancellationToken cancellation) =>
        ValueTask.CompletedTask;

    /// <summary>Whether a message of the form's own module is no answer but something else ("popieram 4" while filing): it is answered, and the form comes back.</summary>
    public virtual bool YieldsTo(Meaning meaning) => false;

    /// <summary>
    /// What is read back above yes and no, finished text; null for <c>&lt;form&gt;.confirm</c> and a line for each answer. A form without
    /// questions says here what its topic found out, which stands in the answers under ids that are no field's.
    /// </summary>
    public virtual string? ReadBack(IReadOnlyDictionary<string, string> answers, Turn turn) => null;

    /// <summary>Called after the yes: hands over the request that writes.</summary>
    public abstract void Submit(IReadOnlyDictionary<string, string> answers, Turn turn);
}

/// <summary>One question of a form.</summary>
/// <param name="Id">Unique in the form.</param>
/// <param name="Read">Reads the answer; pure.</param>
public sealed record Field(string Id, Func<FieldInput, FieldAnswer> Read)
{
    /// <summary>May be skipped ("pomiń").</summary>
    public bool Optional { get; init; }

    /// <summary>Asks yes or no: "nie" is an answer here and not a wish to skip.</summary>
    public bool YesOrNo { get; init; }

    /// <summary>Asks for something personal (phone, e-mail, name): what becomes of it is said before, once in a conversation.</summary>
    public bool Personal { get; init; }
}

/// <summary>What a field reads its answer from.</summary>
/// <param name="Text">The message, trimmed.</param>
/// <param name="Meaning">What was understood of it.</param>
/// <param name="Today">Local day of the city.</param>
public readonly record struct FieldInput(string Text, Meaning Meaning, DateOnly Today);

/// <summary>An answer, or why there is none.</summary>
public readonly record struct FieldAnswer
{
    /// <summary>The value to keep and to read back; null when refused.</summary>
    public string? Value { get; private init; }

    /// <summary>Text key of what is wrong; null when accepted.</summary>
    public string? ErrorKey { get; private init; }

    /// <summary>Accepts.</summary>
    public static FieldAnswer Accept(string value) => new() { Value = value };

    /// <summary>Refuses and says why.</summary>
    public static FieldAnswer Refuse(string errorKey) => new() { ErrorKey = errorKey };
}
