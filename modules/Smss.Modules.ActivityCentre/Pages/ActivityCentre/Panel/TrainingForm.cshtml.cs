using Microsoft.AspNetCore.Authorization;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.ActivityCentre.Model;
using Smss.Modules.ActivityCentre.Topics;

namespace Smss.Modules.ActivityCentre.Pages.ActivityCentre.Panel;

/// <summary>A course.</summary>
[Authorize("activitycentre.read")]
internal sealed class TrainingFormModel(ActivityCentreDbContext db, CityClock clock) : CentreForm<Training>(db, clock)
{
    public override string ListPath => "/panel/activitycentre/szkolenia";

    protected override string Permission => "activitycentre.trainings.edit";

    protected override string Kind => "training";

    protected override string PublicPath => "/szkolenia/" + Id;

    protected override IReadOnlyList<Field<Training>> Fields { get; } =
    [
        Field.Text<Training>("title", t => t.Title, (t, text) => t.Title = text ?? "", needed: true),
        Field.Text<Training>("topic", t => t.Topic, (t, text) => t.Topic = text) with { HasHint = true },
        Field.Text<Training>("provider", t => t.Provider, (t, text) => t.Provider = text ?? "", needed: true),
        Field.Day<Training>("from", t => Day(t.StartsOn), (t, day) => t.StartsOn = day ?? default, needed: true),
        Field.Day<Training>("to", t => Day(t.EndsOn), (t, day) => t.EndsOn = day ?? default, needed: true),
        Field.Day<Training>("recruitment", t => t.RecruitmentEndsOn, (t, day) => t.RecruitmentEndsOn = day) with { HasHint = true },
        Field.Choice<Training, TrainingMode>("mode", t => t.Mode, (t, mode) => t.Mode = mode, TrainingWords.ModeKey),
        Field.Text<Training>("place", t => t.Place, (t, text) => t.Place = text) with { HasHint = true },
        Field.Number<Training>("lessons", t => t.Hours, (t, count) => t.Hours = count),
        Field.Number<Training>("seats", t => t.Seats, (t, count) => t.Seats = count),
        Field.Money<Training>("price", t => t.Price, (t, amount) => t.Price = amount) with { HasHint = true },
        Field.Lines<Training>("description", t => t.Description, (t, text) => t.Description = text),
    ];

    protected override Training Create(Guid id) => new() { Id = id, Title = "" };

    protected override async Task SettleAsync(Training training, CancellationToken cancellation)
    {
        training.Index();
        string? missing = training.WhyNotPublishable();
        if (missing == "days" || (missing == "place" && training.Status == TrainingStatus.Published)) RefuseFor(missing);
        await base.SettleAsync(training, cancellation);
    }

    protected override void Do(string deed, Training training)
    {
        if (deed == Withdraw) training.Withdraw();
        else if (training.WhyNotPublishable() is { } missing) RefuseFor(missing);
        else if (training.LastDay < Clock.Today) Refuse("from", "activitycentre.why-not.begun");
        else training.Publish();
    }

    private void RefuseFor(string missing) => Refuse(missing switch { "days" => "to", _ => missing }, "activitycentre.why-not." + missing);
}
