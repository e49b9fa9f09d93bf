using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Contracts.Leaders;
using Smss.Abstractions.Modules;
using Smss.Modules.Leaders;
using Smss.Modules.Leaders.Feeds;
using Smss.Modules.Leaders.Topics;

[assembly: SmssModule("leaders", typeof(LeadersModule))]

namespace Smss.Modules.Leaders;

/// <summary>Points where a resident finds a person, their opening hours, and the social leaders who run them.</summary>
public sealed class LeadersModule : IModule
{
    /// <inheritdoc/>
    public void Register(IModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Services.AddSingleton<KnownPoints>();
        module.Services.AddSingleton<HoursWords>();
        module.Services.AddSingleton<IPointsReader, PointsReader>();
        module.AddDb<LeadersDbContext>()
            .AddTopic<PointsTopic>()
            .AddTopic<LeaderTopic>()
            .AddMenu("leaders.menu", 30)
            .AddSegment("punkty", "leaders.nav", 30)
            .AddSampleData<LeadersSample>();
    }

    /// <inheritdoc/>
    public void Map(IModuleRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.Api.MapGet("/points", PointsJson.GetAsync).AllowAnonymous();
        routes.Segment("punkty").MapGet("/kalendarz.ics", CalendarFeed.GetAsync).AllowAnonymous();
    }
}
