using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Smss.Browser.Tests;

/// <summary>How somebody visits.</summary>
internal sealed record Manner
{
    public int Width { get; init; } = 1280;
    public int Height { get; init; } = 900;
    public bool Scripts { get; init; } = true;
    public ColorScheme Scheme { get; init; } = ColorScheme.Light;

    /// <summary>What the console may say in this visit, by its beginning.</summary>
    public string[] Tolerated { get; init; } = [];

    /// <summary>When the host goes away under an open page, the browser says so in the console.</summary>
    public static readonly string[] LostHost = ["Failed to load resource: net::", "WebSocket connection to"];
}

/// <summary>A page opened like a stranger's, and everything that must not happen on any page.</summary>
internal static class Visit
{
    /// <summary>Runs a visit in a fresh profile. Fails on console errors, CSP violations, exceptions, dialogs and requests to foreign hosts.</summary>
    public static async Task VisitAsync(this City city, Func<IPage, Task> visit, Manner? manner = null)
    {
        Manner how = manner ?? new Manner();
        await using IBrowserContext context = await city.Browser().NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = city.Address, ViewportSize = new ViewportSize { Width = how.Width, Height = how.Height },
            JavaScriptEnabled = how.Scripts, ColorScheme = how.Scheme, ReducedMotion = ReducedMotion.Reduce, Locale = "pl-PL", TimezoneId = "Europe/Warsaw",
        });
        context.SetDefaultTimeout(30_000);
        var complaints = new ConcurrentQueue<string>();
        context.Request += (_, request) =>
        {
            if (IsForeign(city, request.Url)) complaints.Enqueue($"asked a foreign host: {request.Url}");
        };
        IPage page = await context.NewPageAsync();
        page.PageError += (_, error) => complaints.Enqueue($"threw: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !how.Tolerated.Any(t => message.Text.StartsWith(t, StringComparison.Ordinal))) complaints.Enqueue($"console: {message.Text}");
        };
        page.Dialog += (_, dialog) =>
        {
            complaints.Enqueue($"opened a dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        await visit(page);
        Assert.True(complaints.IsEmpty, string.Join('\n', complaints));
    }

    /// <summary>A picture for people to look at, under artifacts/screenshots.</summary>
    public static Task PictureAsync(this IPage page, string name, bool whole = false) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(City.Screenshots, name + ".png"), FullPage = whole });

    private static bool IsForeign(City city, string url) =>
        !url.StartsWith(city.Address + "/", StringComparison.Ordinal) && !url.StartsWith(city.Foreign.Allowed + "/", StringComparison.Ordinal)
        && !url.StartsWith(city.Foreign.NotAllowed + "/", StringComparison.Ordinal)
        && !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("blob:" + city.Foreign.Allowed, StringComparison.Ordinal);
}
