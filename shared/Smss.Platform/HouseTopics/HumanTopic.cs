using Smss.Abstractions.Contracts.Leaders;
using Smss.Abstractions.Conversation;
using Smss.Platform.HandOvers;
using Smss.Understanding;

namespace Smss.Platform.HouseTopics;

/// <summary>
/// A person: who asks for one waits for the staff on duty, or is told honestly that nobody is, where a person is and when. Who only
/// is not understood is told that there are people, and asks for one if they want.
/// </summary>
internal sealed class HumanTopic(IEnumerable<IPointsReader> points, OnDuty duty) : ITopic
{
    public string Id => "platform.human";
    public IReadOnlyCollection<string> Intents => ["human.handoff"];

    public async ValueTask HandleAsync(Turn turn, CancellationToken cancellation)
    {
        bool anybody = await duty.IsAnybodyAsync(cancellation), waits = turn.Person != PersonState.None;
        if (!anybody) await SayWhereAsync(turn, cancellation);
        if (waits) turn.Say("platform.person.still");
        else if (turn.Meaning.Intent == "human.handoff")
        {
            turn.Person = PersonState.Waiting;
            // It asks for a way to call back.
            if (!anybody) turn.SayClause();
            turn.Say(anybody ? "platform.person.called" : "platform.person.nobody");
        }
        else if (anybody) turn.Say("platform.person.offer");
    }

    private async ValueTask SayWhereAsync(Turn turn, CancellationToken cancellation)
    {
        PointContact? contact = null;
        foreach (IPointsReader reader in points) contact ??= await reader.ContactAsync(turn.Meaning.Slots.Place, turn.Language, cancellation);
        if (contact is null)
        {
            turn.Say("platform.human.nobody");
            return;
        }
        string text = turn.Get("platform.human", ("point", contact.Name), ("address", contact.Address), ("hours", contact.Hours));
        if (contact.IsSample) text += "\n" + turn.Get("platform.sample");
        Reply reply = turn.SayAsWritten(text);
        if (contact.Phone is { } phone)
            reply.With(new Card(contact.Name, phone, new Link(turn.Get("platform.call", ("phone", phone)), "tel:" + (SlotText.Phone(phone) ?? phone.Replace(" ", "", StringComparison.Ordinal)))));
    }
}
