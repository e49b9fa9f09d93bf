using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Modules;
using Smss.Modules.ActivityCentre;
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
        module.Services.AddSingleton<Vocabulary>();
        module.Services.AddSingleton<OfferRows>();
        module.Services.AddScoped<OfferSearch>();
        module.Services.AddScoped<TrainingSearch>();
        module.Services.AddScoped<PersonToAsk>();
        module.AddDb<ActivityCentreDbContext>()
            .AddTopic<JobsTopic>();
    }
}
