using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Modules.ActivityCentre.Model;
using Smss.Modules.ActivityCentre.Topics;

namespace Smss.Modules.ActivityCentre.Pages.ActivityCentre.Panel;

/// <summary>All trainings, for the staff; the last to begin come first.</summary>
[Authorize("activitycentre.read")]
internal sealed class TrainingListModel(ActivityCentreDbContext db, CityClock clock)
    : SmallList<Training>(clock, "szkolenia", "training", "activitycentre.trainings.edit")
{
    protected override IReadOnlyList<Standing> Possible => [Standing.Draft, Standing.Live, Standing.Ended, Standing.Withdrawn];

    protected override IReadOnlyList<(string, Func<Training, string?>)> Columns =>
    [
        ("activitycentre.field.title", t => t.Title), ("activitycentre.field.provider", t => t.Provider), ("activitycentre.field.place", t => t.Place),
        ("activitycentre.panel.standing", t => Said(t.At(Clock.Local))), ("activitycentre.field.from", t => Iso(t.StartsOn)), ("activitycentre.field.to", t => Iso(t.EndsOn)),
    ];

    protected override string WordsOf(Training training) => $"{training.Title} {training.Provider} {training.Place}";

    protected override CentreLine LineOf(Training training) => new(
        training.Id, training.Title, training.At(Clock.Local),
        [training.Provider, training.Place ?? T(TrainingWords.ModeKey(training.Mode)), T("activitycentre.from-to", ("from", training.StartsOn), ("to", training.EndsOn))],
        training.IsSample)
    {
        Missing = training.Status == TrainingStatus.Draft && training.WhyNotPublishable() is "place" ? [T("activitycentre.panel.no-place")] : [],
    };

    protected override IQueryable<Training> Ordered()
    {
        DateOnly today = Clock.Today;
        IQueryable<Training> rows = db.Trainings.AsNoTracking().OrderByDescending(t => t.StartsOn).ThenBy(t => t.Id);
        return AskedStanding switch
        {
            Standing.Draft => rows.Where(t => t.Status == TrainingStatus.Draft),
            Standing.Live => rows.Where(t => t.Status == TrainingStatus.Published && t.LastDay >= today),
            Standing.Ended => rows.Where(t => t.Status == TrainingStatus.Past || (t.Status == TrainingStatus.Published && t.LastDay < today)),
            Standing.Withdrawn => rows.Where(t => t.Status == TrainingStatus.Withdrawn),
            _ => rows,
        };
    }
}
