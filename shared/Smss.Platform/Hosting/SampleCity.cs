using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Smss.Abstractions;
using Smss.Abstractions.Modules;
using Smss.Platform.Modules;

namespace Smss.Platform.Hosting;

/// <summary>Keeps the sample rows of all modules at today's date, at start and every night.</summary>
internal sealed class SampleCity(
    IEnumerable<SampleRegistration> samples, Settings settings, SettingStore store, CityClock clock, IServiceScopeFactory scopes, ILogger<SampleCity> log)
    : IModuleJob
{
    private const string RolledTo = "sample-rolled-to";

    public async Task RunAsync(CancellationToken cancellation)
    {
        if (!settings.SampleData) return;
        // What was rolled already today need not load EF at every start.
        string done = clock.Today.ToString("O", CultureInfo.InvariantCulture) + " " + string.Join(',', samples.Select(s => s.ModuleId).Distinct());
        if (store.Get(RolledTo) == done) return;
        foreach (SampleRegistration sample in samples)
        {
            await using AsyncServiceScope scope = scopes.CreateAsyncScope();
            await ((ISampleData)scope.ServiceProvider.GetRequiredService(sample.Sample)).RollAsync(clock.Today, cancellation);
        }
        store.Set(RolledTo, done);
        log.LogInformation("Sample data stands at {Today:O}", clock.Today);
    }
}
