using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Smss.Abstractions;
using Smss.Abstractions.Modules;
using Smss.Platform.Data;
using Smss.Platform.Modules;

namespace Smss.Platform.Privacy;

/// <summary>Every night: what was kept long enough goes, a few rows a commit, so that residents' messages pass in between.</summary>
internal sealed class ForgetOld(Writer writer, IEnumerable<PersonalDataRegistration> kept, CityClock clock, IServiceScopeFactory scopes, ILogger<ForgetOld> log) : IModuleJob
{
    private const int MostAtOnce = 200;

    [SuppressMessage("Design", "CA1031", Justification = "A kind that fails stops no other; the next night tries again.")]
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (PersonalDataRegistration registration in kept)
        {
            try
            {
                while (await writer.WriteAsync(writing => Forget(writing, registration), cancellation)) cancellation.ThrowIfCancellationRequested();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError("{Data} of {Module} could not forget what is old: {Kind}", registration.Data.Name, registration.ModuleId, e.GetType().Name);
            }
        }
    }

    private bool Forget(WriteScope writing, PersonalDataRegistration registration)
    {
        using IServiceScope scope = scopes.CreateScope();
        scope.ServiceProvider.GetRequiredService<Ambient>().Join(writing);
        var data = (IPersonalData)scope.ServiceProvider.GetRequiredService(registration.Data);
        // The writer's own thread: blocking it is its work.
        return data.Days is { } days && data.ForgetAsync(clock.Now.AddDays(-days), MostAtOnce, CancellationToken.None).GetAwaiter().GetResult();
    }
}
