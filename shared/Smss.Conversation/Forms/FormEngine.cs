using Smss.Abstractions.Conversation;

namespace Smss.Conversation.Forms;

/// <summary>The pure step of every form: (form, state, message) → what happened. Says nothing, reads no clock, writes nothing.</summary>
internal static class FormEngine
{
    private const int Patience = 3;

    /// <summary>Begins a form; answers that the first message already held were read by the topic that opened it.</summary>
    public static FormState Open(Form form, IReadOnlyDictionary<string, string>? answered) => Add(form, new FormState(form.Id, form.Version), answered);

    /// <summary>Begins it once more with nothing but what was known before the first question.</summary>
    public static FormState Anew(Form form, FormState state) => Open(form, state.Answers.Where(a => IsKnown(form, a.Key)).ToDictionary());

    /// <summary>Adds answers to questions that are still open, and what is known without a question.</summary>
    public static FormState Add(Form form, FormState state, IReadOnlyDictionary<string, string>? answered)
    {
        foreach ((string id, string value) in answered ?? new Dictionary<string, string>())
            if (IsKnown(form, id)) state = state.With(id, value);
        foreach (Field field in form.Fields)
            if (!state.Answers.ContainsKey(field.Id) && answered?.GetValueOrDefault(field.Id) is { Length: > 0 } value) state = state.With(field.Id, value);
        return Next(form, state);
    }

    /// <summary>Takes one message. <paramref name="corrections"/> tells a correction ("zmień tytuł na…") from an answer.</summary>
    public static FormStep Step(Form form, FormState state, FieldInput input, Corrections corrections)
    {
        if (corrections.Find(form, input.Text) is { } correction && (state.Answers.ContainsKey(correction.Field.Id) || correction.Explicit))
            return Correct(form, state, correction, input);
        return state.Asking switch
        {
            FormState.Confirm => Confirmed(form, state, input),
            FormState.Which => ChooseField(form, state, input, corrections),
            _ => Answer(form, state, form.Fields.First(f => f.Id == state.Asking), input),
        };
    }

    private static FormStep Correct(Form form, FormState state, Correction correction, FieldInput input)
    {
        if (correction.Value is null)
            return new FormStep(state with { Asking = correction.Field.Id, Failures = 0 }, FormOutcome.Ask);
        return Answer(form, state, correction.Field, input with { Text = correction.Value });
    }

    private static FormStep Answer(Form form, FormState state, Field field, FieldInput input)
    {
        bool skips = Phrases.IsSkip(input.Text) && !(field.YesOrNo && Phrases.IsNo(input.Text));
        if (skips && field.Optional) return Accept(form, state, field, "");
        if (skips) return Fail(state with { Asking = field.Id }, "platform.form.required");
        FieldAnswer answer = field.Read(input);
        return answer.Value is { } value ? Accept(form, state, field, value) : Fail(state with { Asking = field.Id }, answer.ErrorKey);
    }

    private static FormStep Accept(Form form, FormState state, Field field, string value) =>
        new(Next(form, state.With(field.Id, value)), FormOutcome.Ask, field);

    private static bool IsKnown(Form form, string id) => form.Fields.All(f => f.Id != id);

    private static FormStep Confirmed(Form form, FormState state, FieldInput input)
    {
        if (Phrases.IsYes(input.Text)) return new FormStep(state, FormOutcome.Submit);
        if (Phrases.IsNo(input.Text))
            return form.Fields.Count == 0
                ? new FormStep(state, FormOutcome.Cancel)
                : new FormStep(state with { Asking = FormState.Which, Failures = 0 }, FormOutcome.Ask);
        return Fail(state, null);
    }

    private static FormStep ChooseField(Form form, FormState state, FieldInput input, Corrections corrections)
    {
        if (Phrases.IsYes(input.Text)) return new FormStep(state with { Asking = FormState.Confirm }, FormOutcome.Ask);
        if (Phrases.IsNo(input.Text)) return new FormStep(state, FormOutcome.Cancel);
        return corrections.FieldNamed(form, input.Text) is { } field
            ? new FormStep(state with { Asking = field.Id, Failures = 0 }, FormOutcome.Ask)
            : Fail(state, null);
    }

    private static FormStep Fail(FormState state, string? errorKey)
    {
        int failures = state.Failures + 1;
        return failures >= Patience
            ? new FormStep(state with { Failures = 0 }, FormOutcome.Stuck, ErrorKey: errorKey)
            : new FormStep(state with { Failures = failures }, FormOutcome.Ask, ErrorKey: errorKey);
    }

    private static FormState Next(Form form, FormState state) =>
        state with { Asking = form.Fields.FirstOrDefault(f => !state.Answers.ContainsKey(f.Id))?.Id ?? FormState.Confirm };
}
