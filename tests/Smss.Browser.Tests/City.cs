using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Smss.Abstractions;
using Smss.Platform.Accounts;
using Smss.Platform.Data;
using Smss.Platform.Hosting;

namespace Smss.Browser.Tests;

/// <summary>A whole host with the sample city on a loopback port, a foreign site beside it, and a real browser.</summary>
public sealed class City : IAsyncLifetime
{
    public const string DirectLineSecret = "secret-of-the-browser-tests";
    private const string Chromium = "/usr/bin/chromium";

    private readonly string _data = Directory.CreateTempSubdirectory("smss-browser-").FullName;
    private readonly int _port = FreePort();
    private WebApplication? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public string Address => $"http://127.0.0.1:{_port}";

    /// <summary>A site of somebody else, reached under two names, of which one may show the chat.</summary>
    internal StaticSite Foreign { get; } = new(FreePort());

    public static string Root { get; } = FindRoot();

    public static string Screenshots { get; } = Directory.CreateDirectory(Path.Combine(Root, "artifacts", "screenshots")).FullName;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium)) return;
        await Foreign.StartAsync();
        await StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        Assertions.SetDefaultExpectTimeout(30_000);
    }

    /// <summary>The browser; a test without one is skipped and says so.</summary>
    public IBrowser Browser()
    {
        Assert.SkipWhen(_browser is null, $"{Chromium} is not there: install Debian's package chromium (tests/run.sh does).");
        return _browser;
    }

    public async Task StartAsync()
    {
        _host = SmssHost.Build([
            $"--urls={Address}", $"--contentRoot={Path.Combine(Root, "host", "Smss.Host")}", $"--Smss:Data:Path={_data}", $"--Smss:PublicUrl={Address}",
            $"--Smss:DirectLine:Secret={DirectLineSecret}", $"--Smss:Chat:AllowedSites={Foreign.Allowed}",
            "--Smss:Limits:TokensPerMinute=100000", "--Smss:Limits:StaffPerMinute=100000", "--Logging:LogLevel:Default=Warning",
        ], services => services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000));
        await SmssHost.PrepareAsync(_host);
        await _host.StartAsync();
    }

    /// <summary>What the console says at the first start: the path of the link that makes the administrator.</summary>
    internal async Task<string> FirstLinkAsync()
    {
        await using AsyncServiceScope scope = _host!.Services.CreateAsyncScope();
        string? link = await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().FirstAsync(CancellationToken.None);
        return link ?? throw new InvalidOperationException("Somebody administers already.");
    }

    /// <summary>Makes an account with a password and a second factor, and signs in as its owner does.</summary>
    internal async Task EnterPanelAsync(IPage page, string name, StaffRoles roles, bool largeText = false)
    {
        const string password = "zielony rower pod lasem";
        await using AsyncServiceScope scope = _host!.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        string secret = scope.ServiceProvider.GetRequiredService<SecondFactor>().Propose();
        var account = new Account { Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), UserName = name, NormalizedUserName = name.ToUpperInvariant(), Language = Understanding.Language.Pl, SecondFactor = secret, LargeText = largeText };
        account.PasswordHash = scope.ServiceProvider.GetRequiredService<Passwords>().Hash(account, password);
        account.EndSessions();
        string[] wanted = [.. Enum.GetValues<StaffRoles>().Where(r => r != StaffRoles.None && roles.HasFlag(r)).Select(Role.IdOf)];
        account.Roles.AddRange(await db.Set<Role>().Where(r => wanted.Contains(r.Id)).ToListAsync());
        db.Add(account);
        await db.SaveChangesAsync();
        await page.GotoAsync("/panel");
        await page.GetByLabel("Nazwa do logowania").FillAsync(name);
        await page.GetByLabel("Hasło").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Zaloguj" }).ClickAsync();
        await page.GetByLabel("Kod").FillAsync(CodeOf(scope.ServiceProvider.GetRequiredService<SecondFactor>().Readable(secret)));
        await page.GetByRole(AriaRole.Button, new() { Name = "Zaloguj" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Wyloguj" })).ToBeVisibleAsync();
    }

    /// <summary>Ends an account that a test made, so that the city is as without it: the first administrator comes by the link of the console.</summary>
    internal async Task DismissAsync(string name)
    {
        await using AsyncServiceScope scope = _host!.Services.CreateAsyncScope();
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Set<Account>().Where(a => a.UserName == name)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.DisabledAt, now));
    }

    /// <summary>What an authenticator app shows that was given the key by hand.</summary>
    internal static string CodeOf(string key)
    {
        string bits = string.Concat(key.Where(c => c != ' ').Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        byte[] secret = [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
        return SecondFactor.CodeAt(secret, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
    }

    public async Task StopAsync()
    {
        if (_host is null) return;
        await _host.StopAsync();
        await _host.DisposeAsync();
        _host = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await StopAsync();
        await Foreign.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Smss.Modular.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Smss.Modular.sln is in no folder above the tests.");
    }
}
