using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions;
using Smss.Abstractions.Modules;
using Smss.Modules.Initiatives;
using Smss.Modules.Initiatives.Search;
using Smss.Modules.Initiatives.Topics;
using Smss.Understanding;

[assembly: SmssModule("initiatives", typeof(InitiativesModule))]

namespace Smss.Modules.Initiatives;

/// <summary>Civic initiatives: filed, looked into, supported, answered.</summary>
public sealed class InitiativesModule : IModule
{
    /// <inheritdoc/>
    public void Register(IModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Services.AddScoped<InitiativeSearch>();
        module.Services.AddScoped<StaffSearch>();
        module.Services.AddSingleton<EstateOf>(services =>
        {
            var understander = services.GetRequiredService<Understander>();
            var clock = services.GetRequiredService<CityClock>();
            return words => understander.Understand(words, clock.Today).Slots.Place;
        });
        module.Services.AddScoped<FilingTalk>();
        module.Services.AddScoped<ListTalk>();
        module.Services.AddScoped<StatusTalk>();
        module.Services.AddScoped<SupportTalk>();
        module.AddDb<InitiativesDbContext>()
            .AddTopic<InitiativesTopic>()
            .AddForm<FileInitiativeForm>()
            .AddMenu("initiatives.say.initiative.file", 40)
            .AddSegment("inicjatywy", "initiatives.nav", 40)
            .AddPermission("initiatives.read", StaffRoles.Coordinator | StaffRoles.CentreStaff | StaffRoles.SocialLeader | StaffRoles.Auditor, personalData: true)
            .AddPermission("initiatives.decide", StaffRoles.Coordinator | StaffRoles.CentreStaff, personalData: true)
            .AddPanelLink("/panel/initiatives", "initiatives.panel", "initiatives.read", 40)
            .AddMyDay<WaitingInitiatives>("initiatives.decide")
            .AddSampleData<InitiativesSample>()
            .AddPersonalData<ResidentsInitiatives>()
            .AddPersonalData<ResidentsSupports>();
    }

    /// <inheritdoc/>
    public void Map(IModuleRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.Api.MapGet("/", InitiativesJson.GetAsync).AllowAnonymous();
    }
}
