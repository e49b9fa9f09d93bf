using Smss.Abstractions.Conversation;
using Smss.Conversation.Forms;

namespace Smss.Conversation;

/// <summary>A form that waited: overnight, or because something graver came between.</summary>
internal sealed partial class Answering
{
    private const int LongestQuote = 60;
    private static readonly TimeSpan Away = TimeSpan.FromHours(4);

    private bool CameBack => _state.Form is { Paused: null, At: { } at } && turn.Now - at >= Away;

    /// <summary>Somebody opened the chat again; says something only when a form waits.</summary>
    public TurnOutcome Return()
    {
        if (CameBack && OpenForm() is { } form) OfferToGoOn(form);
        return Outcome();
    }

    /// <summary>What a message does to the open form: wakes it, leaves it, goes past it, or answers it.</summary>
    private async Task InFormAsync(Form form, CancellationToken cancellation)
    {
        bool back = CameBack;
        if (Phrases.IsAnew(turn.Text)) Restart(form);
        else if (SaysOf(Phrases.IsGoOn)) Resume(form);
        else if (_state.Form!.Paused is not null && SaysOf(Phrases.IsLeave)) Leave(form);
        else if (_state.Form!.Paused == FormPause.Aside) await FreelyAsync(cancellation);
        else if (back && (_meaning is { Intent: "greet", Confidence: >= Sure } || _state.Form.Asking == FormState.Confirm)) OfferToGoOn(form);
        else if (IsSomethingElse(form)) await InterruptAsync(cancellation);
        else
        {
            if (_meaning.Danger >= LikelyDanger) NameNumbers();
            if (back) turn.Say("platform.form.again", ("what", WhatOf(form)));
            _state = _state with { Form = _state.Form with { Paused = null } };
            await AnswerFormAsync(form, cancellation);
        }
    }

    /// <summary>Whether the words are meant for the form that waits; after a crisis a mere "tak" is not.</summary>
    private bool SaysOf(Predicate<string> words) => words(turn.Text) && _state.Form?.Paused switch
    {
        FormPause.Aside => !Phrases.IsYes(turn.Text) && !Phrases.IsNo(turn.Text),
        FormPause.Offered => true,
        _ => CameBack,
    };

    private void OfferToGoOn(Form form)
    {
        turn.Say("platform.form.return", ("what", WhatOf(form)))
            .Offer(turn.Get("platform.form.go-on"), turn.Get("platform.form.anew"), turn.Get("platform.form.leave"));
        _state = _state with { Form = _state.Form! with { Paused = FormPause.Offered } };
    }

    private void Resume(Form form)
    {
        _state = _state with { Form = _state.Form! with { Paused = null }, Hold = false, Misses = 0 };
        Ask(form, _state.Form);
    }

    private void Restart(Form form)
    {
        _state = _state with { Form = FormEngine.Anew(form, _state.Form!), Hold = false, Misses = 0 };
        Ask(form, _state.Form);
    }

    /// <summary>"zgłoszenie inicjatywy „Ławka przy przystanku”"</summary>
    private string WhatOf(Form form)
    {
        string key = form.Id + ".what";
        string what = turn.Get(turn.Texts.Has(key) ? key : "platform.form.what");
        string? first = form.Fields.Select(f => _state.Form!.Answers.GetValueOrDefault(f.Id)).FirstOrDefault(a => a is { Length: > 0 });
        if (first is null) return what;
        return turn.Get("platform.form.quoted", ("what", what), ("first", first.Length <= LongestQuote ? first : first[..LongestQuote] + "…"));
    }
}
