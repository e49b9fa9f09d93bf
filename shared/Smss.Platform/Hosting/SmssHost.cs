using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Smss.Abstractions;
using Smss.Abstractions.Data;
using Smss.Abstractions.Texts;
using Smss.BotFramework.DirectLine;
using Smss.Conversation;
using Smss.Platform.Accounts;
using Smss.Platform.Conversations;
using Smss.Platform.Data;
using Smss.Platform.HandOvers;
using Smss.Platform.Jobs;
using Smss.Platform.Modules;
using Smss.Platform.Outbox;
using Smss.Platform.Plugins;
using Smss.Platform.Privacy;
using Smss.Platform.Texts;
using Smss.Platform.Web;
using Smss.Understanding;

namespace Smss.Platform.Hosting;

/// <summary>Puts the house together from its configuration and the modules found beside it.</summary>
public static partial class SmssHost
{
    /// <summary>On the command line: starts without any plugin.</summary>
    private const string SafeMode = "--safe-mode";

    /// <summary>Builds the host; nothing is opened, written or listened to yet.</summary>
    /// <param name="args">Command line: configuration such as <c>--Smss:Modules=leaders</c>.</param>
    /// <param name="adjust">Last word on the services, for tests (another clock).</param>
    /// <param name="further">Assemblies of modules that do not lie beside the host.</param>
    /// <exception cref="ConfigurationException">The configuration cannot be started with.</exception>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? adjust = null, IEnumerable<Assembly>? further = null) =>
        Build(args, adjust, further, null);

    private static WebApplication BuildOnce(string[] args, Action<IServiceCollection>? adjust, IEnumerable<Assembly>? further, [NotNull] ref InstalledPlugins? plugins)
    {
        // Only to have them ready: a table that cannot be read says so to whoever needs it.
        _ = Task.Run(Understander.ReadTables);
        string here = Directory.GetCurrentDirectory();
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. args.Where(a => a != SafeMode)],
            ContentRootPath = args.Any(a => a.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase)) ? null
                : Directory.Exists(Path.Combine(here, "wwwroot")) ? here : AppContext.BaseDirectory,
        });
        builder.Logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        Assembly[] assemblies = [.. ModuleCatalog.BesideTheHost(), .. further ?? []];
        string root = builder.Environment.ContentRootPath;
        plugins ??= new InstalledPlugins(Settings.PluginsOf(builder.Configuration, root), Settings.DataOf(builder.Configuration, root), args.Contains(SafeMode));
        Settings settings = Settings.Read(builder.Configuration, root, ModuleCatalog.Make("*", assemblies, plugins).Known);
        ModuleCatalog catalog = ModuleCatalog.Make(settings.Modules, assemblies, plugins);
        builder.Services.AddSingleton(plugins);
        AddHouse(builder.Services, settings);
        builder.Services.AddModules(catalog, builder.Configuration);
        AddWeb(builder, catalog, settings);
        adjust?.Invoke(builder.Services);
        WebApplication app = builder.Build();
        Map(app, catalog, settings, plugins);
        return app;
    }

    /// <summary>Makes the tables, the keys and the sample city, and trains the understanding: all that must be there before the first message.</summary>
    public static async Task PrepareAsync(WebApplication app, CancellationToken cancellation = default)
    {
        Rehearse(app);
        await FurnishAsync(app, cancellation);
    }

    /// <summary>Makes the tables and the keys, nothing else.</summary>
    public static async Task MigrateAsync(WebApplication app, CancellationToken cancellation = default)
    {
        Rehearse(app);
        await MakeTablesAsync(app, cancellation);
    }

    private static void Rehearse(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        ActivatorUtilities.CreateInstance<PluginRehearsal>(app.Services).Run();
    }

    private static async Task FurnishAsync(WebApplication app, CancellationToken cancellation)
    {
        IServiceProvider services = app.Services;
        Task understanding = Task.Run(() => services.GetRequiredService<TurnPipeline>(), cancellation);
        await MakeTablesAsync(app, cancellation);
        await using (AsyncServiceScope scope = services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<SampleCity>().RunAsync(cancellation);
        await understanding;
    }

    private static async Task MakeTablesAsync(WebApplication app, CancellationToken cancellation)
    {
        await app.Services.GetRequiredService<Migrator>().RunAsync(cancellation);
        app.Services.GetRequiredService<SettingStore>().Load();
    }

    private static void AddHouse(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings);
        services.AddLogsWithoutPeople();
        services.AddSingleton(new SiteAddress(settings.PublicUrl.ToString().TrimEnd('/')));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(s => new CityClock(s.GetRequiredService<TimeProvider>(), settings.TimeZone));
        services.AddSingleton(_ => new DataFolder(settings.DataPath, settings.IsSqlite));
        services.AddSingleton(s => settings.IsSqlite
            ? Database.Sqlite(s.GetRequiredService<DataFolder>().DatabaseFile)
            : Database.Postgres(settings.ConnectionString!));
        services.AddSingleton<Writer>();
        services.AddSingleton<PreparedReads>();
        services.AddSingleton<ISqlReader>(s => s.GetRequiredService<PreparedReads>());
        services.AddSingleton<Migrator>();
        services.AddSingleton<SettingStore>();
        services.AddScoped<Ambient>();
        services.AddSingleton<ITexts, TextCatalog>();
        services.AddSingleton(s => Understander.Create(
            UtteranceCatalog.Of(s.GetRequiredService<ModuleCatalog>(), fault => s.GetRequiredService<ILogger<Understander>>().LogWarning("{Fault}", fault)), s.GetRequiredService<DataFolder>().UnderstandingCache));
        services.AddSingleton<TopicCatalog>();
        services.AddSingleton<FormCatalog>();
        services.AddSingleton<TurnPipeline>();
        services.AddSingleton<StateCache>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<ConversationWorkers>();
        services.AddSingleton<Speaker>();
        services.AddHandOvers();
        services.AddSingleton<Replicas>();
        services.AddSingleton<IConversationLog, ConversationLog>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddSingleton<Site>();
        services.AddScoped<KeptData>();
        services.AddScoped<CopyLinks>();
        services.AddScoped<PersonalCopies>();
        services.AddHostedService(s => s.GetRequiredService<Replicas>());
        services.AddHostedService<Recovery>();
        services.AddHostedService(s => s.GetRequiredService<OutboxDispatcher>());
        services.AddJobs(settings);
        services.AddDirectLine((options, s) =>
        {
            var store = s.GetRequiredService<SettingStore>();
            options.SigningKey = store.DirectLineKey;
            options.Secret = settings.DirectLineSecret ?? store.DirectLineSecret;
            options.TokensPerAddress = new RateLimit(settings.Limits.TokensPerMinute, TimeSpan.FromMinutes(1));
            options.ConversationsPerAddress = new RateLimit(settings.Limits.TokensPerMinute, TimeSpan.FromMinutes(1));
            options.PostsPerConversation = new RateLimit(settings.Limits.PostsPerTenSeconds, TimeSpan.FromSeconds(10));
        });
    }

    private static void AddWeb(WebApplicationBuilder builder, ModuleCatalog catalog, Settings settings)
    {
        if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls("http://127.0.0.1:5000");
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        // Polish and Ukrainian letters stay letters; what could be markup is still encoded.
        builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddDataProtection().SetApplicationName("Smss");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInDatabase>();
        builder.Services.AddRazorPages().ConfigureApplicationPartManager(parts =>
        {
            // Pages of a referenced but disabled module would be routed: only what is enabled is a part.
            parts.ApplicationParts.Clear();
            foreach (ModuleEntry module in catalog.Enabled)
            {
                parts.ApplicationParts.Add(new AssemblyPart(module.Assembly));
                parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(module.Assembly));
            }
        });
        builder.Services.AddAccounts(settings);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                int wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 60;
                rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } account && context.Features.Get<IStatusCodeReExecuteFeature>() is null
                    ? RateLimitPartition.GetFixedWindowLimiter(account, _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.Limits.StaffPerMinute, Window = TimeSpan.FromMinutes(1) })
                    : RateLimitPartition.GetNoLimiter(""));
            limiter.AddPolicy(ChatToken.RateLimit, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress, _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = settings.Limits.TokensPerMinute, Window = TimeSpan.FromMinutes(1),
                }));
        });
        builder.Services.AddOpenApi();
    }

    private static void Map(WebApplication app, ModuleCatalog catalog, Settings settings, InstalledPlugins plugins)
    {
        app.UseTrustedProxies(settings);
        app.UseTroublePage();
        app.UseSecurityHeaders(settings);
        app.UseStaticFiles();
        app.UseLanguagePath();
        Carried.UseSignInForEndedSessions(app);
        app.UseRouting();
        app.UsePageMethods();
        app.UseAccounts(settings);
        app.UseRateLimiter();
        if (plugins.Active.Any()) app.UsePlugins();
        app.MapRazorPages().MarkPages(plugins);
        app.MapDirectLine();
        app.MapChatToken();
        app.MapCopyFile();
        app.MapHandOvers();
        app.MapOpenApi("/api/openapi.json").AllowAnonymous();
        app.MapGet("/healthz", Health.Check).AllowAnonymous().ExcludeFromDescription();
        app.MapModules(catalog);
    }
}
