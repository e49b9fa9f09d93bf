using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions;
using Smss.Abstractions.Modules;
using Smss.Understanding;

namespace Smss.Platform.Plugins.Guarded;

/// <summary>A plugin's job: what it throws is counted and stops nothing else.</summary>
internal sealed class GuardedJob<TJob>(InstalledPlugins plugins, IServiceProvider services) : IModuleJob where TJob : class, IModuleJob
{
    public Task RunAsync(CancellationToken cancellation) =>
        plugins.Of(typeof(TJob)).CallAsync(typeof(TJob).Name, () => services.GetRequiredService<TJob>().RunAsync(cancellation), PluginLimits.Work);
}

/// <summary>A plugin's sample rows: without them it still answers.</summary>
internal sealed class GuardedSample<TSample>(InstalledPlugins plugins, IServiceProvider services) : ISampleData where TSample : class, ISampleData
{
    public Task RollAsync(DateOnly today, CancellationToken cancellation) =>
        plugins.Of(typeof(TSample)).CallAsync(typeof(TSample).Name, () => services.GetRequiredService<TSample>().RollAsync(today, cancellation), PluginLimits.Start);
}

/// <summary>A plugin's part of the panel's first page. A failure is passed on: the page says that something is missing.</summary>
internal sealed class GuardedDay<TDay>(InstalledPlugins plugins, IServiceProvider services) : IMyDay where TDay : class, IMyDay
{
    public async Task<IReadOnlyList<DayEntry>> OfAsync(StaffMember who, Language language, CancellationToken cancellation)
    {
        IReadOnlyList<DayEntry> entries = [];
        Exception? fault = await plugins.Of(typeof(TDay)).CallAsync(
            typeof(TDay).Name, async () => entries = await services.GetRequiredService<TDay>().OfAsync(who, language, cancellation), PluginLimits.Turn);
        return fault is null ? entries : throw fault;
    }
}

/// <summary>What a plugin keeps about residents. A failure is passed on: nobody may be told "forgotten" while something stayed.</summary>
internal sealed class GuardedPersonalData<TData>(InstalledPlugins plugins, IServiceProvider services) : IPersonalData where TData : class, IPersonalData
{
    public string Id => Data.Id;
    public LegalBasis Basis => Data.Basis;
    public int? Days => Data.Days;
    private TData Data => services.GetRequiredService<TData>();

    public Task<IReadOnlyList<PersonalRecord>> ExportAsync(string residentId, CancellationToken cancellation) => AskAsync(d => d.ExportAsync(residentId, cancellation), residentId);

    public Task EraseAsync(string residentId, CancellationToken cancellation) => AskAsync(async d =>
    {
        await d.EraseAsync(residentId, cancellation);
        return true;
    }, residentId);

    public Task<bool> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellation) => AskAsync(d => d.ForgetAsync(before, most, cancellation), null);

    private async Task<TResult> AskAsync<TResult>(Func<TData, Task<TResult>> ask, string? hide)
    {
        TResult answer = default!;
        Exception? fault = await plugins.Of(typeof(TData)).CallAsync(typeof(TData).Name, async () => answer = await ask(Data), PluginLimits.Write, hide);
        return fault is null ? answer : throw fault;
    }
}

/// <summary>A plugin's handler of a fact. A failure is passed on: the outbox tries again later.</summary>
internal sealed class GuardedFactHandler<THandler, TFact>(InstalledPlugins plugins, IServiceProvider services) : INotificationHandler<TFact>
    where THandler : INotificationHandler<TFact> where TFact : INotification
{
    public async Task Handle(TFact notification, CancellationToken cancellationToken)
    {
        if (await plugins.Of(typeof(THandler)).CallAsync(typeof(THandler).Name, () => services.GetRequiredService<THandler>().Handle(notification, cancellationToken), PluginLimits.Write) is { } fault)
            throw fault;
    }
}
