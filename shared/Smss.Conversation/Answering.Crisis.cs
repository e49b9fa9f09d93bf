using Smss.Abstractions.Conversation;
using Smss.Conversation.Forms;
using Smss.Understanding;

namespace Smss.Conversation;

/// <summary>Somebody is in danger, or may be.</summary>
internal sealed partial class Answering
{
    /// <summary>Enough to put an open form aside; cries said outright lie above it, reports of what is wrong in the estate below.</summary>
    internal const double CertainDanger = 0.97;

    /// <summary>Enough to name the numbers before the form goes on.</summary>
    private const double LikelyDanger = 0.5;

    /// <summary>Not enough to answer nothing else, but enough to name the numbers before the answer.</summary>
    internal const double PerhapsDanger = 0.25;

    /// <summary>Not enough to speak of danger, but enough that the way to the numbers is the first guess when nothing else was understood.</summary>
    internal const double FaintDanger = 0.1;

    /// <summary>Numbers just given are not given again.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    /// <summary>The form lies aside until the resident asks for it.</summary>
    private async Task CrisisAsync(CancellationToken cancellation)
    {
        await TopicAsync("crisis", cancellation);
        if (_state.Form is { } open && Resolve(open.FormId) is not null)
        {
            turn.Say("platform.crisis.form");
            _state = _state with { Form = open with { Paused = FormPause.Aside } };
        }
        _state = _state with { Hold = true, NumbersAt = turn.Now };
    }

    /// <summary>In one sentence; to a form's answer only when it is likelier than not, because "there is nowhere to leave a bike" is no talk about oneself.</summary>
    private void NameNumbers()
    {
        if (_meaning.Danger < PerhapsDanger || turn.Now - _state.NumbersAt < Remembered) return;
        turn.Say("platform.crisis.perhaps");
        _state = _state with { NumbersAt = turn.Now };
    }

    private string[] WayToNumbers() => _meaning.Danger >= FaintDanger && repertoire.SayingFor(Meaning.Crisis, turn) is { } saying ? [saying] : [];
}
