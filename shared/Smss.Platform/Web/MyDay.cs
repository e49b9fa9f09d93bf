using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Smss.Abstractions.Modules;
using Smss.Abstractions.Web;
using Smss.Platform.Modules;

namespace Smss.Platform.Web;

/// <summary>What needs doing today by who is signed in, from all modules, the most urgent first.</summary>
internal sealed class MyDay(IEnumerable<DayRegistration> days, IServiceProvider services, ILogger<MyDay> log)
{
    /// <returns>What there is to do, and whether a module could not say.</returns>
    public async Task<(IReadOnlyList<DayEntry> Entries, bool Incomplete)> OfAsync(PanelPage page, CancellationToken cancellation)
    {
        var entries = new List<DayEntry>();
        bool incomplete = false;
        foreach (DayRegistration day in days.Where(d => page.May(d.Permission)))
            try
            {
                entries.AddRange(await ((IMyDay)services.GetRequiredService(day.Day)).OfAsync(page.Me, page.Language, cancellation));
            }
            catch (Exception exception) when (!cancellation.IsCancellationRequested)
            {
                log.LogError(exception, "Module {Module} could not say what needs doing today", day.ModuleId);
                incomplete = true;
            }
        return ([.. entries.OrderBy(e => e.Group).ThenBy(e => e.At)], incomplete);
    }
}
