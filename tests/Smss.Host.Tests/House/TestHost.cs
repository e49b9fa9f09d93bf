using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Smss.Platform.Data;
using Smss.Platform.Hosting;

namespace Smss.Host.Tests.House;

/// <summary>What a test's host differs in from the one that a city starts.</summary>
internal sealed record HostSetup
{
    public Db Db { get; init; } = Db.Sqlite;
    public string Modules { get; init; } = "*";

    /// <summary>Serves https with a certificate of the test's own, under a public https address.</summary>
    public bool Tls { get; init; }
    public string Clock { get; init; } = "2026-11-23 10:15";

    /// <summary>Passwords cost what they cost in a city; otherwise next to nothing, as most tests sign somebody in and ask about something else.</summary>
    public bool CostlyPasswords { get; init; }
    public IReadOnlyList<Assembly> Further { get; init; } = [];
    public IReadOnlyList<string> Settings { get; init; } = [];
    public Action<IServiceCollection>? Adjust { get; init; }

    /// <summary>What happened in the data folder before the first start.</summary>
    public Action<string>? Before { get; init; }
}

/// <summary>The whole host on a port of its own, over a data folder or database of its own, under a clock the test moves.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private HostSetup _setup;
    private readonly TestDatabase? _database;
    private readonly TestCertificate? _certificate;
    private readonly bool _isReplica;
    private WebApplication? _app;
    private bool _begun;

    private TestHost(HostSetup setup, TestDatabase? database, TestClock? shared = null)
    {
        _setup = setup;
        _database = database;
        _isReplica = shared is not null;
        Clock = shared ?? TestClock.At(setup.Clock);
        Folder = Directory.CreateTempSubdirectory("smss-test-").FullName;
        _certificate = setup.Tls ? new TestCertificate(Folder) : null;
    }

    public TestClock Clock { get; }
    public string Folder { get; }
    public LogLines Log { get; } = new();
    public HttpClient Http { get; private set; } = new();
    public IServiceProvider Services => _app!.Services;

    /// <summary>Types behind the registered services.</summary>
    public IReadOnlyList<Type> ServiceTypes { get; private set; } = [];

    public static Task<TestHost> StartAsync(Db db) => StartAsync(new HostSetup { Db = db });

    public static async Task<TestHost> StartAsync(HostSetup? setup = null)
    {
        setup ??= new HostSetup();
        var host = new TestHost(setup, setup.Db == Db.Postgres ? await TestDatabase.MakeAsync() : null);
        try
        {
            setup.Before?.Invoke(host.Folder);
            await host.UpAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>What a client speaks to this host with; it trusts the test's certificate and no other.</summary>
    public SocketsHttpHandler NewHandler() => _certificate?.Handler() ?? new SocketsHttpHandler();

    /// <summary>Another host over the same PostgreSQL, under the same clock.</summary>
    public async Task<TestHost> ReplicaAsync()
    {
        var replica = new TestHost(_setup, _database, Clock);
        await replica.UpAsync();
        return replica;
    }

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Stops the host and starts it again over the same data.</summary>
    /// <param name="modules">Other modules than before.</param>
    public async Task RestartAsync(string? modules = null)
    {
        await DownAsync();
        if (modules is not null) _setup = _setup with { Modules = modules };
        await UpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await DownAsync();
        if (_database is not null && !_isReplica) await _database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task UpAsync()
    {
        bool first = !_begun;
        _begun = true;
        if (first) Prepared.Lend(_setup, Folder);
        _app = await SmssHost.ReadyAsync(Arguments(), Adjust, _setup.Further);
        // Only what a first start made: a later one may find what other modules left.
        if (first) Prepared.Keep(_setup, Folder, Get<Database>());
        await _app.StartAsync();
        Http = new HttpClient(NewHandler()) { BaseAddress = new Uri(_app.Urls.First()) };
    }

    private async Task DownAsync()
    {
        Http.Dispose();
        if (_app is not { } app) return;
        _app = null;
        Database database = app.Services.GetRequiredService<Database>();
        try
        {
            await app.StopAsync();
        }
        finally
        {
            await app.DisposeAsync();
        }
        if (database.IsSqlite) SqliteConnection.ClearPool(new SqliteConnection(database.ConnectionString));
    }

    private string[] Arguments() =>
    [
        "--contentRoot=" + Repository.HostProject,
        "--urls=http://127.0.0.1:0",
        "--Smss:Data:Path=" + Folder,
        "--Smss:Modules=" + _setup.Modules,
        // The clock stands still, so the rates would never recover.
        "--Smss:Limits:TokensPerMinute=100000",
        "--Smss:Limits:PostsPerTenSeconds=100000",
        "--Smss:Limits:StaffPerMinute=100000",
        .. _database is { } postgres
            ? (string[])["--Smss:Database:Provider=postgres", "--ConnectionStrings:Smss=" + postgres.ConnectionString]
            : [],
        .. _certificate?.Settings ?? [],
        .. _setup.Settings,
    ];

    private void Adjust(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        services.AddLogging(logging => logging.ClearProviders().AddProvider(Log));
        if (!_setup.CostlyPasswords) services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
        _setup.Adjust?.Invoke(services);
        ServiceTypes = [.. services.Select(s => s.IsKeyedService ? s.ServiceType : s.ImplementationType ?? s.ImplementationInstance?.GetType() ?? s.ServiceType)];
    }
}
