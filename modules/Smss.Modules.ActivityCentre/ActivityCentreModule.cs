using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions;
using Smss.Abstractions.Contracts.ActivityCentre;
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
    private const StaffRoles Editors = StaffRoles.Coordinator | StaffRoles.CentreStaff, Readers = Editors | StaffRoles.SocialLeader | StaffRoles.Auditor;

    /// <inheritdoc/>
    public void Register(IModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Services.AddSingleton<KnownWords>();
        module.Services.AddScoped<OfferSearch>();
        module.Services.AddScoped<TrainingSearch>();
        module.Services.AddScoped<IndexUpkeep>();
        module.Services.AddScoped<IOffersReader, OffersReader>();
        module.Services.AddScoped<PersonToAsk>();
        module.Services.AddScoped<StaffOffers>();
        module.Services.AddScoped<PanelImport>();

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
            .AddPermission("activitycentre.read", Readers)
            .AddPermission("activitycentre.offers.edit", Editors)
            .AddPermission("activitycentre.internships.edit", Editors)
            .AddPermission("activitycentre.trainings.edit", Editors)
            .AddPermission("activitycentre.events.edit", Editors)
            .AddPermission("activitycentre.import", Editors)
            .AddPanelLink("/panel/activitycentre/oferty", "activitycentre.panel.offers", "activitycentre.read", 100)
            .AddPanelLink("/panel/activitycentre/pracodawcy", "activitycentre.panel.employers", "activitycentre.read", 110)
            .AddPanelLink("/panel/activitycentre/staze", "activitycentre.panel.internships", "activitycentre.read", 120)
            .AddPanelLink("/panel/activitycentre/szkolenia", "activitycentre.panel.trainings", "activitycentre.read", 130)
            .AddPanelLink("/panel/activitycentre/wydarzenia", "activitycentre.panel.events", "activitycentre.read", 140)
            .AddPanelLink("/panel/activitycentre/import", "activitycentre.import", "activitycentre.import", 150)
            .AddMyDay<TodaysEvents>("activitycentre.read")
            .AddMyDay<OffersToMind>("activitycentre.offers.edit")
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
