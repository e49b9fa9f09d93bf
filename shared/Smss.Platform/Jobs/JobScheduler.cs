using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using Smss.Abstractions;
using Smss.Abstractions.Modules;
using Smss.Platform.Modules;

namespace Smss.Platform.Jobs;

/// <summary>The one job class: Quartz stores only the module job's id, never the name of a type.</summary>
[DisallowConcurrentExecution]
internal sealed class RunModuleJob(IServiceScopeFactory scopes, IEnumerable<JobRegistration> jobs, ILogger<RunModuleJob> log) : IJob
{
    [SuppressMessage("Design", "CA1031", Justification = "Quartz would log the message of the exception, which may quote somebody.")]
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        string key = context.JobDetail.Key.Name;
        if (jobs.FirstOrDefault(j => j.Key == key) is not { } registration) return;
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        log.LogDebug("{Job} runs", key);
        try
        {
            await ((IModuleJob)scope.ServiceProvider.GetRequiredService(registration.Job)).RunAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError("{Job} failed: {Kind}\n{Stack}", key, e.GetType().Name, e.StackTrace);
        }
    }
}

/// <summary>Puts the enabled modules' jobs on the clock after the host listens, and takes away those of modules that are gone.</summary>
internal sealed class JobScheduler(IServiceProvider services, IEnumerable<JobRegistration> jobs, CityClock clock, TimeProvider time, IHostApplicationLifetime lifetime)
    : BackgroundService
{
    private const string Group = "smss";
    private IScheduler? _scheduler;

    /// <summary>Scheduled jobs, by their stored keys.</summary>
    public async Task<IReadOnlyCollection<string>> KeysAsync(CancellationToken cancellation) =>
        [.. (await (await SchedulerAsync(cancellation)).GetJobKeys(GroupMatcher<JobKey>.GroupEquals(Group), cancellation)).Select(k => k.Name)];

    /// <summary>Waits for the jobs that run; on PostgreSQL the other hosts learn that this one is gone.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (Interlocked.Exchange(ref _scheduler, null) is { } running) await running.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Only after the host listens: making a scheduler must not delay the first answer.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration ready = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        IScheduler scheduler = _scheduler = await SchedulerAsync(stoppingToken);
        string[] wanted = [.. jobs.Select(j => j.Key)];
        foreach (string key in await KeysAsync(stoppingToken))
            if (!wanted.Contains(key)) await scheduler.DeleteJob(new JobKey(key, Group), stoppingToken);
        foreach (JobRegistration job in jobs) await ScheduleAsync(scheduler, job, stoppingToken);
        // Quartz waits for its clock in a loop. On a clock that a test holds still it would spin, so there it only keeps the timetable.
        if (ReferenceEquals(time, TimeProvider.System)) await scheduler.Start(stoppingToken);
    }

    private async Task<IScheduler> SchedulerAsync(CancellationToken cancellation) =>
        await services.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellation);

    private async Task ScheduleAsync(IScheduler scheduler, JobRegistration job, CancellationToken cancellation)
    {
        IJobDetail detail = JobBuilder.Create<RunModuleJob>().WithIdentity(job.Key, Group).StoreDurably().Build();
        // Misfired while the host was down: once, as soon as it is up.
        ITrigger trigger = TriggerBuilder.Create().WithIdentity(job.Key, Group)
            .WithCronSchedule(job.Cron, c => c.InTimeZone(clock.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)).Build();
        await scheduler.ScheduleJob(detail, [trigger], ScheduleJobOptions.Replacing, cancellation);
    }
}

/// <summary>Quartz: in memory on SQLite (its store there stalls behind a writer), clustered over the database on PostgreSQL.</summary>
internal static class JobRegistrations
{
    public static void AddJobs(this IServiceCollection services, Settings settings)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(o => o.GenerateInstanceId = true);
            if (settings.IsSqlite) return;
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(settings.ConnectionString!);
                store.UseSystemTextJsonSerializer();
                store.UseClustering();
                store.ProvisionSchema();
            });
        });
        services.AddSingleton<JobScheduler>();
        services.AddHostedService(s => s.GetRequiredService<JobScheduler>());
    }
}
