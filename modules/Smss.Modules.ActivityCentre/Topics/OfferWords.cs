using Smss.Abstractions.Conversation;
using Smss.Abstractions.Texts;
using Smss.Modules.ActivityCentre.Model;
using Smss.Modules.ActivityCentre.Search;
using Smss.Understanding;

namespace Smss.Modules.ActivityCentre.Topics;

/// <summary>How an offer is said: one line of a list, or a card.</summary>
internal static class OfferWords
{
    public static string Line(Turn turn, OfferLine offer, int number)
    {
        string line = $"{number}. {offer.Title}, {offer.Place}";
        if (offer.Employer is { } employer) line += $", {employer}";
        return Amounts.Pay(offer.Pay, turn.Language, turn.Texts) is { } pay ? $"{line}, {pay}" : line;
    }

    public static Card Card(Turn turn, JobOffer offer)
    {
        var links = new List<Link> { new(turn.Get("activitycentre.details"), turn.PageUrl($"/praca/{offer.Id}")) };
        if (offer is { ApplyPhone: { } phone, IsSample: false }) links.Add(new Link(phone, "tel:" + phone.Replace(" ", "", StringComparison.Ordinal)));
        return new Card(offer.Title, string.Join('\n', Details(turn, offer)), links);
    }

    /// <summary>An occupation in the language of the talk; the Polish name when the lexicon knows no other.</summary>
    public static string Occupation(string name, Language language)
    {
        if (language == Language.Pl || Occupations.Default.Find(name) is not { } known || known.NamePl != name) return name;
        return (language == Language.Uk ? known.NameUk : known.NameEn) ?? name;
    }

    /// <summary>"Od 24 listopada do 4 grudnia", or the one day.</summary>
    public static string Days(Language language, ITexts texts, DateOnly from, DateOnly to) => from == to
        ? texts.Get(language, "activitycentre.one-day", ("day", from))
        : texts.Get(language, "activitycentre.from-to", ("from", from), ("to", to));

    public static string ContractKey(Contract contract) => contract switch
    {
        Contract.PartTime => "activitycentre.contract.part_time",
        Contract.Temporary => "activitycentre.contract.temporary",
        Contract.Weekend => "activitycentre.contract.weekend",
        Contract.Remote => "activitycentre.contract.remote",
        Contract.Mandate => "activitycentre.contract.mandate",
        _ => "activitycentre.contract.full_time",
    };

    /// <summary>How to apply, as the employer says it; null when nothing was said.</summary>
    public static string? Apply(JobOffer offer)
    {
        string how = string.Join(", ", new[] { offer.HowToApply, offer.ApplyPhone, offer.ApplyEmail }.Where(p => !string.IsNullOrWhiteSpace(p)));
        return how.Length == 0 ? null : how;
    }

    private static IEnumerable<string> Details(Turn turn, JobOffer offer)
    {
        if (offer.IsSample) yield return turn.Get("activitycentre.sample");
        if (offer.Employer is { } employer) yield return employer.Name;
        yield return string.Join(", ", new[] { offer.Place, offer.Street }.OfType<string>());
        yield return string.Join(", ", new[] { turn.Get(ContractKey(offer.Contract)), offer.Hours }.OfType<string>());
        if (Amounts.Pay(offer.Pay, turn.Language, turn.Texts) is { } pay) yield return pay;
        if (offer.NoExperience) yield return turn.Get("activitycentre.no-experience");
        if (offer.PlacesForDisabled > 0) yield return turn.Get("activitycentre.for-disabled", ("count", offer.PlacesForDisabled));
        yield return turn.Get("activitycentre.until", ("day", offer.ValidUntil));
        if (offer.Description.Length > 0) yield return offer.Description.Length <= 300 ? offer.Description : offer.Description[..299] + "…";
    }
}
