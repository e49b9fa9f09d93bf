using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Conversation;
using Smss.Conversation.Forms;
using Smss.Conversation.Masking;
using Smss.Understanding;

namespace Smss.Conversation;

/// <summary>One turn being decided.</summary>
internal sealed partial class Answering(Repertoire repertoire, IServiceProvider services, Turn turn, ConversationState state)
{
    private const double Sure = 0.8;

    /// <summary>Below it the guess is more often wrong than right: the bot asks instead of acting.</summary>
    internal const double Worth = 0.4;

    /// <summary>Below it a guess is no better than the menu.</summary>
    private const double Imaginable = 0.03;
    private const int Patience = 3, LongestLabel = 3;
    private readonly Meaning _meaning = turn.Meaning;
    private ConversationState _state = Begun(turn, state);
    private Unanswered? _unanswered;

    private static ConversationState Begun(Turn turn, ConversationState state)
    {
        turn.Clause = state.Clause;
        return state with { Welcomed = true, Language = turn.Language };
    }

    public void Introduce()
    {
        if (_meaning.Intent is not ("greet" or "crisis")) turn.Say("platform.machine");
    }

    private void ApologiseForRussian()
    {
        if (!_meaning.IsRussian || _state.ToldAboutRussian || _meaning.Intent == "crisis") return;
        turn.Say("platform.russian");
        _state = _state with { ToldAboutRussian = true };
    }

    public async Task<TurnOutcome> RunAsync(CancellationToken cancellation)
    {
        if (turn.Person == PersonState.Here)
        {
            await BesidePersonAsync(cancellation);
            return Outcome();
        }
        ApologiseForRussian();
        if (_meaning.Intent == "crisis") await CrisisAsync(cancellation);
        else if (turn.Text.Length == 0) turn.Say("platform.only-text");
        else if (turn.Text.Length > TurnPipeline.LongestMessage)
        {
            NameNumbers();
            turn.Say("platform.too-long");
        }
        else if (!WasOnlyUnsolicited()) await AnswerAsync(cancellation);
        return Outcome();
    }

    private async Task AnswerAsync(CancellationToken cancellation)
    {
        if (WantsToStop()) await StopAsync(cancellation);
        else if (_state.Form is not { Paused: null } && Phrases.IsNoMoreNotices(turn.Text)) WithdrawAll();
        else if (_meaning.Intent is "human.handoff" or "privacy.erase" && _meaning.Confidence >= Sure) await InterruptAsync(cancellation);
        else if (_state.Form is not null && OpenForm() is { } form) await InFormAsync(form, cancellation);
        else await FreelyAsync(cancellation);
    }

    /// <summary>No form listens.</summary>
    private async Task FreelyAsync(CancellationToken cancellation)
    {
        if (LeavesContact()) return;
        // "Co mam robić?" after a cry for help is no question about this chat.
        if (_state.Hold && (_meaning.Intent is "help" or Meaning.OutOfScope || _meaning.Confidence < Sure))
        {
            turn.Say("platform.crisis.still");
            return;
        }
        NameNumbers();
        if (!await FollowUpAsync(cancellation) && (_meaning.Confidence < Worth || !await TopicAsync(_meaning.Intent, cancellation))) await NotUnderstoodAsync(cancellation);
    }

    private TurnOutcome Outcome()
    {
        if (turn.FormToOpen is { } request) BeginForm(request);
        if (_state.Form is { } open) _state = _state with { Form = open with { At = turn.Now } };
        Reply? last = _state is { Form: null, Later: { } other } ? Offer(other, turn) : null;
        if (last is not null) _state = _state with { Later = null };
        return new TurnOutcome(_state with { Language = turn.Language, Person = turn.Person, Clause = turn.Clause }, turn.Replies, turn, last) { Unanswered = _unanswered };
    }

    /// <summary>The other request of a message, as a button with its own words.</summary>
    internal static Reply Offer(string request, Turn turn) => new Reply(turn.Get("platform.later.now")).Offer(request);

    /// <summary>Says that a number was not kept; the rest of the message is answered, when there is a rest.</summary>
    private bool WasOnlyUnsolicited()
    {
        if (!Unsolicited.WasIn(turn.Text)) return false;
        turn.Say("platform.unsolicited");
        // "PESEL 440…" asks for nothing.
        bool clear = _meaning.Confidence >= Sure && repertoire.Topics.ForIntent(_meaning.Intent) is { ModuleId: not "platform" };
        if (turn.Text.Any(char.IsLetterOrDigit) && (clear || Phrases.WordCount(turn.Text) > LongestLabel)) return false;
        if (_state.Form is { Paused: null } open && OpenForm() is { } form) Ask(form, open);
        return true;
    }

    private bool WantsToStop() =>
        Phrases.IsStop(turn.Text)
        || (_meaning.Intent == "cancel" && _meaning.Confidence >= Sure && Phrases.WordCount(turn.Text) <= 5 && !(_state.Form is not null && IsForTheForm()));

    /// <summary>"Pomiń" and "od nowa" mean something to a form; with none open they are a "never mind".</summary>
    private bool IsForTheForm() =>
        Phrases.IsSkip(turn.Text) || Phrases.IsYes(turn.Text) || Phrases.IsNo(turn.Text) || Phrases.IsAnew(turn.Text)
        || Phrases.IsGoOn(turn.Text) || SaysOf(Phrases.IsLeave);

    private async Task StopAsync(CancellationToken cancellation)
    {
        if (_state.Form is not null)
        {
            if (OpenForm() is { } form) Leave(form);
        }
        else if (Waits)
        {
            turn.Person = PersonState.None;
            turn.Say("platform.person.cancelled");
            Withdraw();
        }
        else if (Phrases.IsStop(turn.Text)) WithdrawAll();
        else await TopicAsync("cancel", cancellation);
    }

    private void WithdrawAll() =>
        turn.Write(new WithdrawConsents(turn.ResidentId), (after, many) => after.Say(many == 0 ? "platform.stop" : "platform.stop.withdrawn"));

    /// <summary>Answers something else, then the form comes back by itself.</summary>
    private async Task InterruptAsync(CancellationToken cancellation)
    {
        bool back = CameBack;
        NameNumbers();
        if (!await TopicAsync(_meaning.Intent, cancellation)) await NotUnderstoodAsync(cancellation);
        if (_state.Form is not { Paused: not FormPause.Aside } open || turn.FormToOpen is not null || Resolve(open.FormId) is not { } form) return;
        if (back) OfferToGoOn(form);
        else AskAgain(form, open);
    }

    private async Task<bool> TopicAsync(string intent, CancellationToken cancellation)
    {
        if (repertoire.Topics.ForIntent(intent) is not { } entry) return false;
        turn.Memory = _state.Topic == entry.Id ? _state.Memory : null;
        await ((ITopic)services.GetRequiredService(entry.Type)).HandleAsync(turn, cancellation);
        Spoke(entry, null);
        return true;
    }

    private async Task<bool> FollowUpAsync(CancellationToken cancellation)
    {
        if (repertoire.Topics.Find(_state.Topic) is not { } entry || FollowUps.Of(turn, entry, repertoire) is not { } followUp) return false;
        turn.Memory = _state.Memory;
        if (!await ((ITopic)services.GetRequiredService(entry.Type)).FollowUpAsync(turn, followUp, cancellation)) return false;
        Spoke(entry, _state.Subject);
        return true;
    }

    /// <summary>The house's own words (thanks, help) leave what was shown before in reach of a follow-up.</summary>
    private void Spoke(TopicCatalog.Entry entry, Subject? before)
    {
        _state = _state with { Misses = 0 };
        if (entry.ModuleId != "platform") _state = _state with { Topic = entry.Id, Memory = turn.Memory, Subject = Subject.Of(_meaning.Slots, before), Hold = false };
    }

    private async Task NotUnderstoodAsync(CancellationToken cancellation)
    {
        if (!_state.Hold) _unanswered = Unanswered.Of(turn);
        int misses = _state.Misses + 1;
        if (misses % Patience == 0) await OfferPersonAsync(cancellation);
        else Guess();
        _state = _state with { Misses = misses };
    }

    private void Guess()
    {
        IEnumerable<string> likely = _meaning.Alternatives.Where(a => a.Confidence >= Imaginable && a.Intent != Meaning.Crisis).Select(a => a.Intent).Prepend(_meaning.Intent)
            .Select(intent => repertoire.SayingFor(intent, turn)).OfType<string>();
        List<string> nearest = [.. WayToNumbers().Union(likely).Take(3)];
        if (nearest.Count == 0) turn.Say("platform.not-understood").Offer([.. repertoire.MenuFor(turn).Take(3), .. Person()]);
        else turn.Say("platform.not-understood").Offer(nearest.Union(Person()));
    }

    /// <summary>Guessing on would be a loop: says where a person is.</summary>
    private async Task OfferPersonAsync(CancellationToken cancellation)
    {
        turn.Say("platform.not-understood.again");
        await TopicAsync("human.handoff", cancellation);
        turn.Say("platform.not-understood.menu").Offer([.. WayToNumbers(), .. Person(), .. repertoire.MenuFor(turn)]);
    }

    private string[] Person() => repertoire.SayingFor("human.handoff", turn) is { } saying ? [saying] : [];
}
