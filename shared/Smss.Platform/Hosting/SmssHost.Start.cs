using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Smss.Abstractions.Texts;
using Smss.Platform.Modules;
using Smss.Platform.Plugins;

namespace Smss.Platform.Hosting;

/// <summary>Starting: what fails on the way because of a plugin is done again without it.</summary>
public static partial class SmssHost
{
    /// <summary>Builds the host and makes all that must be there before the first message; a plugin that fails on the way is left out.</summary>
    /// <exception cref="ConfigurationException">The configuration cannot be started with.</exception>
    public static async Task<WebApplication> ReadyAsync(
        string[] args, Action<IServiceCollection>? adjust = null, IEnumerable<Assembly>? further = null, CancellationToken cancellation = default)
    {
        InstalledPlugins? plugins = null;
        while (true)
        {
            WebApplication app = Build(args, adjust, further, plugins);
            plugins = app.Services.GetRequiredService<InstalledPlugins>();
            if (await IsReadyAsync(app, plugins, cancellation))
            {
                plugins.Report(app.Services.GetRequiredService<ILogger<InstalledPlugins>>(), app.Services.GetRequiredService<ITexts>());
                app.Lifetime.ApplicationStopped.Register(plugins.Dispose);
                return app;
            }
            await app.DisposeAsync();
        }
    }

    /// <returns>False when a plugin was left out on the way and it has to be done again without it.</returns>
    private static async Task<bool> IsReadyAsync(WebApplication app, InstalledPlugins plugins, CancellationToken cancellation)
    {
        try
        {
            Rehearse(app);
            // A topic that takes another's intent would stop the furnishing.
            if (plugins.LostOne()) return false;
            await FurnishAsync(app, cancellation);
        }
        catch (Exception e) when (plugins.PutOut(e, "start"))
        {
            // In the rehearsal or after it: done again without it.
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
        return !plugins.LostOne();
    }

    private static WebApplication Build(string[] args, Action<IServiceCollection>? adjust, IEnumerable<Assembly>? further, InstalledPlugins? plugins)
    {
        WebApplication app = BuildOnce(args, adjust, further, ref plugins);
        while (plugins.LostOne())
        {
            ((IDisposable)app).Dispose();
            app = BuildOnce(args, adjust, further, ref plugins);
        }
        return app;
    }
}
