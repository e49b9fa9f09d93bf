using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions;
using Smss.Abstractions.Contracts.Leaders;
using Smss.Abstractions.Modules;
using Smss.Modules.Leaders;
using Smss.Modules.Leaders.Feeds;
using Smss.Modules.Leaders.HoursFromChat;
using Smss.Modules.Leaders.Topics;

[assembly: SmssModule("leaders", typeof(LeadersModule))]

namespace Smss.Modules.Leaders;

/// <summary>Points where a resident finds a person, their opening hours, and the social leaders who run them.</summary>
public sealed class LeadersModule : IModule
{
    internal const string Read = "leaders.read", EditPoints = "leaders.points.edit", EditPeople = "leaders.people.edit";

    /// <summary>Hours of one's own point; <see cref="EditHours"/> is for those of any point, and who holds it holds both.</summary>
    internal const string OwnHours = "leaders.hours.own", EditHours = "leaders.hours.edit";

    /// <inheritdoc/>
    public void Register(IModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Services.AddSingleton<KnownPoints>();
        module.Services.AddSingleton<HoursWords>();
        module.Services.AddSingleton<IPointsReader, PointsReader>();
        module.Services.AddScoped<OwnPoint>();
        module.Services.AddScoped<DayChanges>();
        module.Services.AddScoped<LinkedLeaders>();
        module.Services.AddScoped<HoursChange>();
        module.Services.AddScoped(scope => new Lazy<HoursChange>(scope.GetRequiredService<HoursChange>));
        module.AddDb<LeadersDbContext>()
            .AddTopic<PointsTopic>()
            .AddTopic<LeaderTopic>()
            .AddTopic<ChangeHoursTopic>()
            .AddTopic<LinkTopic>()
            .AddForm<ChangeHoursForm>()
            .AddForm<LinkForm>()
            .AddMenu("leaders.menu", 30)
            .AddSegment("punkty", "leaders.nav", 30)
            .AddPermission(Read, StaffRoles.Coordinator | StaffRoles.CentreStaff | StaffRoles.SocialLeader | StaffRoles.Auditor)
            .AddPermission(OwnHours, StaffRoles.Coordinator | StaffRoles.CentreStaff | StaffRoles.SocialLeader)
            .AddPermission(EditHours, StaffRoles.Coordinator | StaffRoles.CentreStaff)
            .AddPermission(EditPoints, StaffRoles.Coordinator)
            .AddPermission(EditPeople, StaffRoles.Coordinator)
            .AddPanelLink("/panel/leaders/punkty", "leaders.panel.points", Read, 30)
            .AddPanelLink("/panel/leaders/dni", "leaders.panel.own", OwnHours, 31)
            .AddPanelLink("/panel/leaders/osoby", "leaders.panel.people", EditPeople, 32)
            .AddPanelLink("/panel/leaders/czat", "leaders.panel.chat", OwnHours, 33)
            .AddMyDay<MyPointToday>(OwnHours)
            .AddSampleData<LeadersSample>()
            .AddPersonalData<LinkedChats>();
    }

    /// <inheritdoc/>
    public void Map(IModuleRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.Api.MapGet("/points", PointsJson.GetAsync).AllowAnonymous();
        routes.Segment("punkty").MapGet("/kalendarz.ics", CalendarFeed.GetAsync).AllowAnonymous();
    }
}
