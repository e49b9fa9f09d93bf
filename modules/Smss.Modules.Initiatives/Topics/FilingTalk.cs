using Smss.Abstractions.Conversation;
using Smss.Abstractions.Texts;
using Smss.Modules.Initiatives.Model;

namespace Smss.Modules.Initiatives.Topics;

/// <summary>Opens the form, with what the first message already said.</summary>
internal sealed class FilingTalk(FileInitiativeForm form)
{
    public async ValueTask BeginAsync(Turn turn, CancellationToken cancellation)
    {
        var answers = new Dictionary<string, string>();
        if (turn.Meaning.Slots.Place is { } place) answers[FileInitiativeForm.Place] = place;
        string description = PlainText.Clean(turn.Text);
        if (Wording.HoldsInitiative(turn.Text) && description.Length is >= Initiative.ShortestDescription and <= Initiative.LongestDescription)
        {
            answers[FileInitiativeForm.Description] = description;
            turn.Say("initiatives.file.heard");
            await form.SaySimilarAsync(description, turn, cancellation);
        }
        else turn.Say("initiatives.file.begin");
        turn.Open(FileInitiativeForm.FormId, answers);
    }
}
