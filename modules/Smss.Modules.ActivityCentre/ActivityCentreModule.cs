using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Modules;
using Smss.Modules.ActivityCentre;
using Smss.Modules.ActivityCentre.Import;
using Smss.Modules.ActivityCentre.Search;
using Smss.Modules.ActivityCentre.Topics;

[assembly: SmssModule("activitycentre", typeof(ActivityCentreModule))]

namespace Smss.Modules.ActivityCentre;

/// <summary>Work, internships, trainings and events of the Activity Centre.</summary>
public sealed class ActivityCentreModule : IModule
{
    /// <inheritdoc/>
    public void Register(IModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Services.AddSingleton<KnownWords>();
        module.Services.AddScoped<OfferSearch>();
        module.Services.AddScoped<TrainingSearch>();
        module.Services.AddScoped<PersonToAsk>();

        module.AddDb<ActivityCentreDbContext>()
            .AddTopic<JobsTopic>()
            .AddTopic<InternshipsTopic>()
            .AddTopic<TrainingsTopic>()
            .AddTopic<EventsTopic>()
            .AddTopic<AppointmentsTopic>()
            .AddMenu("activitycentre.menu.work", 10)
            .AddMenu("activitycentre.menu.trainings", 20)
            .AddMenu("activitycentre.menu.events", 30)
            .AddSegment("praca", "activitycentre.nav.work", 10)
            .AddSegment("staze", "activitycentre.nav.internships", 20)
            .AddSegment("szkolenia", "activitycentre.nav.trainings", 30)
            .AddSegment("wydarzenia", "activitycentre.nav.events", 40)
            .AddJob<Sweep>("sweep", "0 5 0 * * ?")
            .AddSampleData<SampleRows>()
            .AddImport<ImportOffers>()
            .AddImport<ImportTrainings>();
    }

    /// <inheritdoc/>
    public void Map(IModuleRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        OffersApi.Map(routes.Api);
        EventCalendar.Map(routes.Segment("wydarzenia"));
    }
}
