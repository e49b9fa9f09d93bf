namespace Smss.Conversation.Forms;

/// <summary>An open form: which, what was answered, what is being asked. Named steps, never indexes.</summary>
public sealed record FormState(string FormId, int Version)
{
    /// <summary>The question being asked: a field's id, <see cref="Confirm"/> or <see cref="Which"/>.</summary>
    public string Asking { get; init; } = Confirm;

    /// <summary>Answers by field; an empty one was skipped.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>Wrong answers in a row to the question being asked.</summary>
    public int Failures { get; init; }

    /// <summary>When it was last spoken of.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Why it waits; null while it is being answered.</summary>
    public FormPause? Paused { get; init; }

    /// <summary>The form that was open before this one came between; it goes on when this one is left.</summary>
    public FormState? Behind { get; init; }

    /// <summary>"Is this right?"</summary>
    public const string Confirm = "?confirm";

    /// <summary>"What shall I change?"</summary>
    public const string Which = "?which";

    internal FormState With(string field, string value) =>
        this with { Answers = new Dictionary<string, string>(Answers) { [field] = value }, Failures = 0 };
}

/// <summary>Why an open form waits.</summary>
public enum FormPause
{
    /// <summary>The resident came back after hours and was asked whether to go on.</summary>
    Offered,

    /// <summary>Something graver came between: nothing is an answer until the resident says to go on.</summary>
    Aside,
}
