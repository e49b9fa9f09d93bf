using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Smss.Browser.Tests;

/// <summary>A site of somebody else on another loopback port: pages made by the test, and files from disk.</summary>
internal sealed class StaticSite(int port) : IAsyncDisposable
{
    private readonly Dictionary<string, IResult> _pages = [];
    private WebApplication? _site;

    /// <summary>Its origin, as the host's configuration allows it.</summary>
    public string Allowed { get; } = $"http://127.0.0.1:{port}";

    /// <summary>The same pages under another origin, which nobody allowed.</summary>
    public string NotAllowed { get; } = $"http://localhost:{port}";

    public void Add(string path, string html) => _pages[path] = Results.Content(html, "text/html; charset=utf-8");

    public void AddFile(string path, string file, string type) => _pages[path] = Results.File(file, type);

    public async Task StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Allowed);
        _site = builder.Build();
        _site.Run(context => _pages.GetValueOrDefault(context.Request.Path.Value ?? "/", Results.NotFound()).ExecuteAsync(context));
        await _site.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
    }
}
