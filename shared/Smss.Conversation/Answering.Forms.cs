using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Conversation;
using Smss.Conversation.Forms;

namespace Smss.Conversation;

/// <summary>The open form: asked, answered, interrupted, corrected, read back.</summary>
internal sealed partial class Answering
{
    private Form? Resolve(string formId) =>
        repertoire.Forms.Find(formId) is { } type ? (Form)services.GetRequiredService(type) : null;

    /// <summary>The open form, or null (said politely) when it is gone or has changed since.</summary>
    private Form? OpenForm()
    {
        Form? form = Resolve(_state.Form!.FormId);
        if (form is not null && form.Version == _state.Form.Version) return form;
        turn.Say("platform.form.gone");
        _state = _state with { Form = null };
        return null;
    }

    private void BeginForm(FormRequest request)
    {
        if (Resolve(request.FormId) is not { } form) return;
        FormState? before = _state.Form;
        // Somebody who speaks of a report that lies aside goes on with it.
        FormState opened = before?.FormId == form.Id && before.Version == form.Version
            ? FormEngine.Add(form, before with { Paused = null }, request.Answered)
            : FormEngine.Open(form, request.Answered) with { Behind = before is null ? null : before with { Behind = null } };
        _state = _state with { Form = opened };
        Ask(form, opened);
    }

    private async Task AnswerFormAsync(Form form, CancellationToken cancellation)
    {
        FormStep step = FormEngine.Step(form, _state.Form!, new FieldInput(turn.Text, _meaning, turn.Today), repertoire.Corrections);
        _state = _state with { Form = step.State, Misses = 0 };
        switch (step.Outcome)
        {
            case FormOutcome.Cancel:
                Leave(form);
                break;
            case FormOutcome.Submit:
                _state = _state with { Form = null, Topic = null, Memory = null };
                form.Submit(step.State.Answers, turn);
                break;
            default:
                if (step.ErrorKey is { } error) turn.Say(error);
                if (step.Outcome == FormOutcome.Stuck) await StuckAsync(cancellation);
                if (step.Answered is { } field) await form.AnsweredAsync(field, step.State.Answers, turn, cancellation);
                Ask(form, step.State);
                break;
        }
    }

    private void Leave(Form form)
    {
        turn.Say(form.Id + ".cancelled");
        _state = _state with { Form = _state.Form!.Behind };
        if (_state.Form is { Paused: null } behind && OpenForm() is { } before) AskAgain(before, behind);
    }

    private void AskAgain(Form form, FormState open)
    {
        turn.Say("platform.form.back");
        Ask(form, open);
    }

    /// <summary>A person is offered; the form stays.</summary>
    private async Task StuckAsync(CancellationToken cancellation)
    {
        turn.Say("platform.form.stuck");
        await TopicAsync("human.handoff", cancellation);
    }

    /// <summary>A clear question about something else, not an answer that happens to share words with one.</summary>
    private bool IsSomethingElse(Form form)
    {
        if (repertoire.Corrections.Find(form, turn.Text) is not null) return false;
        if (_state.Form!.Asking == FormState.Which && repertoire.Corrections.FieldNamed(form, turn.Text) is not null) return false;
        if (form.YieldsTo(_meaning)) return true;
        if (_meaning.Confidence < Sure || _meaning.Slots is not { Phone: null, Email: null } || repertoire.Topics.ForIntent(_meaning.Intent) is not { } topic) return false;
        if (form.Id.StartsWith(topic.ModuleId + ".", StringComparison.Ordinal) && topic.ModuleId != "platform") return false;
        bool free = _state.Form!.Asking is not (FormState.Confirm or FormState.Which);
        if (_meaning.Intent is "help" or "language.change") return Phrases.WordCount(turn.Text) <= 4;
        if (topic.ModuleId == "platform") return !free && _meaning.Intent is "privacy.info";
        return turn.Text.EndsWith('?') || FollowUps.BeginsWithQuestion(turn.Text) || !free;
    }

    private void Ask(Form form, FormState open)
    {
        switch (open.Asking)
        {
            case FormState.Confirm:
                turn.SayAsWritten(ReadBack(form, open)).Offer(turn.Get("platform.yes"), turn.Get("platform.no"));
                break;
            case FormState.Which:
                turn.Say("platform.form.which")
                    .Offer([.. form.Fields.Select(f => turn.Get($"{form.Id}.{f.Id}.label")), turn.Get("platform.cancel")]);
                break;
            default:
                Field field = form.Fields.First(f => f.Id == open.Asking);
                if (field.Personal) turn.SayClause();
                Reply question = turn.Say($"{form.Id}.{open.Asking}.ask");
                if (field.Optional) question.Offer(turn.Get("platform.skip-field"));
                break;
        }
    }

    private string ReadBack(Form form, FormState open)
    {
        if (form.ReadBack(open.Answers, turn) is { } own) return own;
        var lines = form.Fields.Where(f => open.Answers.ContainsKey(f.Id)).Select(f =>
            $"{turn.Get($"{form.Id}.{f.Id}.label")}: {(open.Answers[f.Id] is { Length: > 0 } value ? value : turn.Get("platform.none"))}");
        return string.Join('\n', [turn.Get(form.Id + ".confirm"), .. lines]);
    }
}
