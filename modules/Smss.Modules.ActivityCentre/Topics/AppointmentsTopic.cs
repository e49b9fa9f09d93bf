using Smss.Abstractions.Conversation;

namespace Smss.Modules.ActivityCentre.Topics;

/// <summary>Appointments with a career counsellor: not made here, and never as if they were; a person makes them.</summary>
internal sealed class AppointmentsTopic(PersonToAsk person) : ITopic
{
    public string Id => "activitycentre.appointments";

    public IReadOnlyCollection<string> Intents { get; } = ["counselling.book", "appointment.cancel"];

    public ValueTask HandleAsync(Turn turn, CancellationToken cancellation) => person.SayAsync(
        turn, turn.Meaning.Intent == "counselling.book" ? "activitycentre.counselling.book" : "activitycentre.appointment.cancel",
        turn.Meaning.Slots.Place, cancellation);
}
