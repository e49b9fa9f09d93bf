using Smss.Abstractions.Contracts.Leaders;
using Smss.Abstractions.Conversation;
using Smss.Understanding;

namespace Smss.Platform.HouseTopics;

/// <summary>A person: says honestly where one is and when, because nobody sits behind this chat.</summary>
internal sealed class HumanTopic(IEnumerable<IPointsReader> points) : ITopic
{
    public string Id => "platform.human";
    public IReadOnlyCollection<string> Intents => ["human.handoff"];

    public async ValueTask HandleAsync(Turn turn, CancellationToken cancellation)
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
