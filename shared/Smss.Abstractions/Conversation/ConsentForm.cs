using MediatR;
using Smss.Understanding;

namespace Smss.Abstractions.Conversation;

/// <summary>
/// Asks whether a resident agrees to be written to about one topic ("nowe oferty pracy"); open it with <see cref="Turn.Open"/>.
/// Nothing is pushed without such a consent; the answer to what somebody filed is no push. The words shown are
/// <c>&lt;id&gt;.confirm</c>; after the yes comes <c>&lt;id&gt;.given</c>, after the no <c>&lt;id&gt;.cancelled</c>; raise
/// <see cref="Form.Version"/> when the words change. "Stop" withdraws all consents at any moment.
/// </summary>
public abstract class ConsentForm : Form
{
    /// <inheritdoc/>
    public sealed override IReadOnlyList<Field> Fields => [];

    /// <inheritdoc/>
    public sealed override void Submit(IReadOnlyDictionary<string, string> answers, Turn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var given = new GiveConsent(turn.ResidentId, Id, Version, turn.Get(Id + ".confirm"), turn.Language);
        turn.Write(given, (after, _) => after.Say(Id + ".given"));
    }
}

/// <summary>Whether residents agreed to be written to.</summary>
public interface IConsents
{
    /// <summary>Whether a resident agreed and did not withdraw.</summary>
    /// <param name="residentId">The resident's id in their channel.</param>
    /// <param name="topic">Id of the <see cref="ConsentForm"/>.</param>
    /// <param name="cancellation">Ends the wait for the database.</param>
    ValueTask<bool> IsGivenAsync(string residentId, string topic, CancellationToken cancellation);
}

internal sealed record GiveConsent(string ResidentId, string Topic, int Version, string Words, Language Language) : IRequest<Unit>;

/// <summary>Withdraws all of a resident's consents; tells how many there were.</summary>
internal sealed record WithdrawConsents(string ResidentId) : IRequest<int>;
