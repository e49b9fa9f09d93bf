using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions;
using Smss.Abstractions.Conversation;
using Smss.Abstractions.Data;
using Smss.Abstractions.Modules;
using Smss.Conversation;
using Smss.Platform.Data;
using Smss.Platform.Plugins.Guarded;
using Smss.Platform.Privacy;

namespace Smss.Platform.Modules;

/// <summary>Takes a module's contributions and stamps each with the module's id.</summary>
internal sealed class ModuleBuilder(string id, bool isPlugin, IServiceCollection services, IConfiguration configuration) : IModuleBuilder
{
    public string Id { get; } = id;

    public IServiceCollection Services { get; } = services;

    public IConfiguration Configuration { get; } = configuration;

    public IModuleBuilder AddDb<TContext>() where TContext : SmssDbContext
    {
        Services.AddSingleton(root => new Ambient.OwnConnection<TContext>(root));
        Services.AddScoped(Ambient.Make<TContext>);
        Services.AddScoped(scope => new Lazy<TContext>(scope.GetRequiredService<TContext>));
        return Add(new ContextRegistration(Id, typeof(TContext)));
    }

    public IModuleBuilder AddTopic<TTopic>() where TTopic : class, ITopic =>
        Add(new TopicRegistration(Id, Part<TTopic, GuardedTopic<TTopic>>()));

    public IModuleBuilder AddForm<TForm>() where TForm : Form =>
        Add(new FormRegistration(Id, Part<TForm, GuardedForm<TForm>>()));

    public IModuleBuilder AddMenu(string textKey, int order) => Add(new MenuButton(Id, Own(textKey), order));

    public IModuleBuilder AddSegment(string segment, string titleKey, int order) => Add(new Segment(Id, segment, Own(titleKey), order));

    public IModuleBuilder AddJob<TJob>(string name, string cron) where TJob : class, IModuleJob =>
        Add(new JobRegistration(Id, $"{Id}.{name}", Part<TJob, GuardedJob<TJob>>(), cron));

    public IModuleBuilder AddPermission(string id, StaffRoles roles, bool personalData = false) => Add(new Permission(Id, Own(id), roles, personalData));

    public IModuleBuilder AddPanelLink(string path, string titleKey, string permission, int order) =>
        path == "/panel/" + Id || path.StartsWith($"/panel/{Id}/", StringComparison.Ordinal)
            ? Add(new PanelLink(Id, path, Own(titleKey), Own(permission), order))
            : throw new InvalidOperationException($"The panel page {path} of module {Id} must lie below /panel/{Id}.");

    public IModuleBuilder AddMyDay<TDay>(string permission) where TDay : class, IMyDay =>
        Add(new DayRegistration(Id, Part<TDay, GuardedDay<TDay>>(), Own(permission)));

    public IModuleBuilder AddSampleData<TSample>() where TSample : class, ISampleData =>
        Add(new SampleRegistration(Id, Part<TSample, GuardedSample<TSample>>()));

    public IModuleBuilder AddImport<TImport>() where TImport : class, IImport
    {
        Services.AddScoped<TImport>();
        return Add(new ImportRegistration(Id, typeof(TImport)));
    }

    public IModuleBuilder AddPersonalData<TData>() where TData : class, IPersonalData
    {
        Add(isPlugin ? Erasing<GuardedPersonalData<TData>>.Handler(Id, typeof(TData)) : Erasing<TData>.Handler(Id, typeof(TData)));
        return Add(new PersonalDataRegistration(Id, Part<TData, GuardedPersonalData<TData>>()));
    }

    /// <summary>What is called: the part itself, or what guards it when it is a plugin's.</summary>
    private Type Part<TPart, TGuarded>() where TPart : class where TGuarded : class
    {
        Services.AddScoped<TPart>();
        if (!isPlugin) return typeof(TPart);
        Services.AddScoped<TGuarded>();
        return typeof(TGuarded);
    }

    private ModuleBuilder Add<T>(T contribution) where T : class
    {
        Services.AddSingleton(contribution);
        return this;
    }

    private string Own(string key) => key.StartsWith(Id + ".", StringComparison.Ordinal)
        ? key
        : throw new InvalidOperationException($"\"{key}\" of module {Id} must begin with \"{Id}.\".");
}
