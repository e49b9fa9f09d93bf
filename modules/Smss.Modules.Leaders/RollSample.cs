using Microsoft.Extensions.Configuration;
using Smss.Abstractions;
using Smss.Abstractions.Modules;

namespace Smss.Modules.Leaders;

/// <summary>Moves the sample's exceptions on, every night while sample data is on.</summary>
internal sealed class RollSample(LeadersSample sample, CityClock clock, IConfiguration configuration) : IModuleJob
{
    public Task RunAsync(CancellationToken cancellation) =>
        configuration.GetValue("Smss:SampleData", true) ? sample.RollAsync(clock.Today, cancellation) : Task.CompletedTask;
}
