using Smss.Abstractions.Conversation;
using Smss.Conversation.Forms;

namespace Smss.Conversation;

/// <summary>Waiting for a person of the staff, and being silent beside one.</summary>
internal sealed partial class Answering
{
    private const int FewestDigits = 5;

    private bool Waits => turn.Person is PersonState.Waiting or PersonState.Reachable;

    /// <summary>The bot is back, which is said once; the form that was kept aside is offered.</summary>
    public TurnOutcome Return(string textKey)
    {
        EndPerson(textKey);
        return Outcome();
    }

    /// <summary>A person answers: the bot only names numbers to call, stops, and erases.</summary>
    private async Task BesidePersonAsync(CancellationToken cancellation)
    {
        if (_meaning.Intent == "crisis") await TopicAsync("crisis", cancellation);
        else if (_state.Form is { Paused: null } && OpenForm() is { } form)
        {
            // Asked whether to erase: anything but a clear yes is said to the person, and a later "tak" must not erase.
            if (Phrases.IsYes(turn.Text)) await AnswerFormAsync(form, cancellation);
            else Leave(form);
        }
        else if (Phrases.IsStop(turn.Text))
        {
            EndPerson("platform.person.back");
            Withdraw();
        }
        else if (_meaning is { Intent: "privacy.erase", Confidence: >= Sure }) await TopicAsync("privacy.erase", cancellation);
    }

    private void EndPerson(string textKey)
    {
        turn.Person = PersonState.None;
        turn.Say(textKey);
        if (_state.Form?.Paused != FormPause.Aside || OpenForm() is not { } form) return;
        turn.Say("platform.person.form", ("what", WhatOf(form)))
            .Offer(turn.Get("platform.form.go-on"), turn.Get("platform.form.anew"), turn.Get("platform.form.leave"));
        _state = _state with { Form = _state.Form with { Paused = FormPause.Offered } };
    }

    /// <summary>"Stop" withdraws consents whatever else it ends.</summary>
    private void Withdraw() => turn.Write(new WithdrawConsents(turn.ResidentId), (after, many) =>
    {
        if (many > 0) after.Say("platform.stop.withdrawn");
    });

    /// <summary>While one waits, a phone number or an e-mail address is where the answer is to go. The log keeps it, nothing else does.</summary>
    private bool LeavesContact()
    {
        if (!Waits) return false;
        bool left = _meaning.Slots is { Phone: not null } or { Email: not null };
        bool meant = turn.Text.Contains('@', StringComparison.Ordinal) || (turn.Text.Count(char.IsDigit) >= FewestDigits && !turn.Text.Any(char.IsLetter));
        if (left) turn.Person = PersonState.Reachable;
        if (left || meant) turn.Say(left ? "platform.person.contact" : "platform.person.contact.wrong");
        return left || meant;
    }
}
