using System.Net.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.ActivityCentre.Model;
using Smss.Modules.ActivityCentre.Topics;
using Smss.Understanding;

namespace Smss.Modules.ActivityCentre.Pages.ActivityCentre.Panel;

/// <summary>A job offer: completed, published, prolonged, taken back, filled.</summary>
[Authorize("activitycentre.read")]
internal sealed class OfferFormModel : CentreForm<JobOffer>
{
    private const string Fill = "fill";
    private string? _employer;

    public OfferFormModel(ActivityCentreDbContext db, CityClock clock) : base(db, clock) => Fields =
    [
        Field.Text<JobOffer>("title", o => o.Title, (o, text) => o.Title = text ?? "", needed: true),
        Field.Text<JobOffer>("employer", o => o.Employer?.Name, (_, text) => _employer = text) with { HasHint = true },
        Field.Text<JobOffer>("occupation", o => o.Occupation, Name) with { HasHint = true },
        Field.Text<JobOffer>("place", o => o.Place, (o, text) => o.Place = text) with { HasHint = true },
        Field.Text<JobOffer>("street", o => o.Street, (o, text) => o.Street = text),
        Field.Choice<JobOffer, Contract>("contract", o => o.Contract, (o, contract) => o.Contract = contract, OfferWords.ContractKey),
        Field.Text<JobOffer>("hours", o => o.Hours, (o, text) => o.Hours = text),
        Field.Money<JobOffer>("pay-from", o => o.PayFrom, (o, amount) => o.PayFrom = amount),
        Field.Money<JobOffer>("pay-to", o => o.PayTo, (o, amount) => o.PayTo = amount),
        Field.Choice<JobOffer, PayPeriod>("pay-period", o => o.PayPeriod, (o, period) => o.PayPeriod = period, period => "activitycentre.period." + period.ToString().ToLowerInvariant()),
        Field.Number<JobOffer>("vacancies", o => o.Vacancies, (o, count) => o.Vacancies = count ?? 1, needed: true),
        Field.Number<JobOffer>("disabled", o => o.PlacesForDisabled, (o, count) => o.PlacesForDisabled = count ?? 0),
        Field.Flag<JobOffer>("no-experience", o => o.NoExperience, (o, flag) => o.NoExperience = flag),
        Field.Day<JobOffer>("until", o => o.ValidUntil, (o, day) => o.ValidUntil = day) with { HasHint = true },
        Field.Text<JobOffer>("apply", o => o.HowToApply, (o, text) => o.HowToApply = text),
        Field.Text<JobOffer>("phone", o => o.ApplyPhone, (o, text) => o.ApplyPhone = text, type: "tel"),
        Field.Text<JobOffer>("email", o => o.ApplyEmail, (o, text) => o.ApplyEmail = text, type: "email"),
        Field.Lines<JobOffer>("description", o => o.Description, (o, text) => o.Description = text),
    ];

    public override string ListPath => "/panel/activitycentre/oferty";

    protected override string Permission => "activitycentre.offers.edit";

    protected override string Kind => "offer";

    protected override string PublicPath => "/praca/" + Id;

    protected override IReadOnlyList<Field<JobOffer>> Fields { get; }

    protected override Task<JobOffer?> FindAsync(Guid id, CancellationToken cancellation) =>
        Db.Offers.Include(o => o.Employer).FirstOrDefaultAsync(o => o.Id == id, cancellation);

    protected override JobOffer Create(Guid id) => new() { Id = id, Title = "" };

    protected override IEnumerable<string> DeedsOf(JobOffer offer) => offer.IsLive(Clock.Today) ? [Fill, Withdraw] : [Publish];

    protected override bool IsDone(string deed, JobOffer offer) => deed == Fill ? offer.Status == OfferStatus.Filled : base.IsDone(deed, offer);

    protected override async Task SettleAsync(JobOffer offer, CancellationToken cancellation)
    {
        offer.OfferedBy(await EmployerAsync(_employer, cancellation));
        if (offer.PayFrom > offer.PayTo) Refuse("pay-to", "activitycentre.field.pay-to.wrong");
        if (offer.ApplyEmail is { } email && !MailAddress.TryCreate(email, out _)) Refuse("email", "activitycentre.field.email.wrong");
        if (offer.PlacesForDisabled > offer.Vacancies) Refuse("disabled", "activitycentre.field.disabled.wrong");
        // A past day takes it off; without a place or a day nobody could make use of it.
        if (offer.Status == OfferStatus.Published && offer.WhyNotPublishable(DateOnly.MinValue) is { } missing) RefuseFor(missing);
        await base.SettleAsync(offer, cancellation);
    }

    protected override void Do(string deed, JobOffer offer)
    {
        if (deed == Withdraw) offer.Withdraw();
        else if (deed == Fill) offer.Fill();
        else if (!Db.Publish(offer, Clock.Today)) RefuseFor(offer.WhyNotPublishable(Clock.Today)!);
    }

    private void RefuseFor(string missing) => Refuse(missing switch { "expiry" => "until", _ => missing }, "activitycentre.why-not." + missing);

    /// <summary>An occupation of the lexicon brings its code; other words are kept without one.</summary>
    private static void Name(JobOffer offer, string? words)
    {
        if (words == offer.Occupation) return;
        Occupation? known = words is null ? null : Occupations.Default.Find(words);
        (offer.Occupation, offer.OccupationCode) = (known?.NamePl ?? words, known?.Code);
    }
}
