using MediatR;
using Smss.Abstractions.Conversation;
using Smss.Conversation.Masking;

namespace Smss.Conversation;

/// <summary>What a turn decided, before anything is written.</summary>
public sealed class TurnOutcome
{
    private readonly Turn? _turn;
    private readonly Reply? _last;

    /// <summary>A turn that only says something.</summary>
    public TurnOutcome(ConversationState state, IReadOnlyList<Reply> replies) : this(state, replies, null)
    {
    }

    internal TurnOutcome(ConversationState state, IReadOnlyList<Reply> replies, Turn? turn, Reply? last = null)
    {
        State = state;
        _turn = turn;
        Replies = replies;
        if (turn?.PendingWrite is not null) _last = last;
        else if (last is not null) Replies = [.. replies, last];
    }

    /// <summary>State after the turn.</summary>
    public ConversationState State { get; }

    /// <summary>What the bot says.</summary>
    public IReadOnlyList<Reply> Replies { get; }

    /// <summary>What is kept for staff of a message that was not understood; null otherwise.</summary>
    public Unanswered? Unanswered { get; internal init; }

    /// <summary>Whether something waits for the resident's next word or for the commit: it must be the last thing said.</summary>
    internal bool IsBinding => Writes || _turn?.FormToOpen is not null;

    /// <summary>Whether a module writes in this turn.</summary>
    public bool Writes => _turn?.PendingWrite is not null;

    /// <summary>This outcome with what was said before it, in the same turn.</summary>
    internal TurnOutcome After(TurnOutcome first) => new(State, [.. first.Replies, .. Replies], _turn, _last);

    /// <summary>This outcome, and another request that waits: while a form is open it is only named, else it is offered at once.</summary>
    internal TurnOutcome Before(string request, Turn turn) => State.Form is null
        ? new(State, Replies, _turn, Answering.Offer(request, turn))
        : new(State with { Later = request }, [new Reply(turn.Get("platform.later", ("words", request))), .. Replies], _turn);

    /// <summary>
    /// Runs the module's write inside the caller's transaction and adds what came of it. May be run again after a
    /// rollback: each run begins from the same turn.
    /// </summary>
    public async Task<TurnOutcome> WriteAsync(IMediator mediator, CancellationToken cancellation)
    {
        if (_turn?.PendingWrite is not { } write) return this;
        Turn written = _turn.Fresh();
        await write.RunAsync(mediator, written, cancellation);
        return new TurnOutcome(
            written.MemoryChanged ? State with { Memory = written.Memory } : State, _last is null ? [.. Replies, .. written.Replies] : [.. Replies, .. written.Replies, _last]);
    }
}
