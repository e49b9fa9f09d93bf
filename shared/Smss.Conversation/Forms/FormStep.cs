using Smss.Abstractions.Conversation;

namespace Smss.Conversation.Forms;

/// <summary>What one message did to a form.</summary>
/// <param name="State">The form afterwards.</param>
/// <param name="Outcome">What happened.</param>
/// <param name="Answered">The field that was answered just now, if any.</param>
/// <param name="ErrorKey">Text that says what is wrong with the answer, if something is.</param>
internal sealed record FormStep(FormState State, FormOutcome Outcome, Field? Answered = null, string? ErrorKey = null);

internal enum FormOutcome
{
    /// <summary>Goes on: <see cref="FormState.Asking"/> is asked next.</summary>
    Ask,
    /// <summary>Confirmed: submit it.</summary>
    Submit,
    /// <summary>Closed by the resident.</summary>
    Cancel,
    /// <summary>Three answers in a row could not be read: offer a person, keep the form.</summary>
    Stuck,
}
