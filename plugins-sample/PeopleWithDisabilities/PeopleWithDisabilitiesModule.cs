using PeopleWithDisabilities;
using Smss.Abstractions.Contracts.ActivityCentre;
using Smss.Abstractions.Conversation;
using Smss.Abstractions.Modules;
using Smss.Abstractions.TargetGroups;

[assembly: SmssModule("disabilities", typeof(PeopleWithDisabilitiesModule))]

namespace PeopleWithDisabilities;

/// <summary>The certificate, a workplace that fits, a job coach, offers that keep places, plain words.</summary>
public sealed class PeopleWithDisabilitiesModule : IModule
{
    /// <inheritdoc/>
    public void Register(IModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.AddTopic<DisabilityGuide>().AddTopic<OffersWithPlaces>();
    }
}

internal sealed class DisabilityGuide : GuideTopic;

/// <summary>Only offers that keep places for people with disabilities.</summary>
internal sealed class OffersWithPlaces(IEnumerable<IOffersReader> offers) : ITopic
{
    private const int Most = 5;

    public string Id => "disabilities.jobs";
    public IReadOnlyCollection<string> Intents { get; } = ["disabilities.offers"];

    public async ValueTask HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var wanted = new OffersWanted
        {
            Occupation = turn.Meaning.Slots.Occupation, OccupationCode = turn.Meaning.Slots.OccupationCode, Place = turn.Meaning.Slots.Place, ForPeopleWithDisabilities = true,
        };
        var found = new List<OfferFound>();
        foreach (IOffersReader reader in offers) found.AddRange(await reader.FindAsync(wanted, Most, cancellation));
        Reply reply = turn.Say(found.Count == 0 ? "disabilities.offers.none" : "disabilities.offers.found");
        foreach (OfferFound offer in found) reply.With(Card(turn, offer));
    }

    private static Card Card(Turn turn, OfferFound offer)
    {
        string?[] told = [offer.Employer, offer.Place, offer.IsSample ? turn.Get("disabilities.offers.sample") : null];
        return new Card(offer.Title, string.Join(", ", told.OfType<string>()), new Link(turn.Get("disabilities.offers.open"), turn.PageUrl(offer.Path)));
    }
}
