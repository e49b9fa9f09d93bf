using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Smss.Host.Tests.Panel;

namespace Smss.Host.Tests.Security;

/// <summary>The host as its own process: the console prints the administrator's link, and it works once.</summary>
public sealed partial class FirstStartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smss-test-").FullName;

    [Fact]
    public async Task The_link_on_the_console_makes_the_administrator_once()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        (Process process, Uri address, string? link) = await StartAsync(patience.Token);
        try
        {
            Assert.NotNull(link);
            using var browser = new StaffBrowser(address, new SocketsHttpHandler());
            await browser.AcceptAsync(link, "admin.pierwszy");
            Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync(link));
            Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync("admin.pierwszy")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/panel"));
        }
        finally
        {
            await StopAsync(process);
        }

        (process, address, link) = await StartAsync(patience.Token);
        await StopAsync(process);
        Assert.Null(link);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Reads the console until the host listens; no module is on, so it learns quickly.</summary>
    private async Task<(Process Process, Uri Address, string? Link)> StartAsync(CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true };
        string[] command = [Path.Combine(AppContext.BaseDirectory, "Smss.Host.dll"), "--urls=http://127.0.0.1:0", "--Smss:Modules=", "--Smss:Data:Path=" + _folder];
        foreach (string argument in command) start.ArgumentList.Add(argument);
        Process process = Process.Start(start)!;
        try
        {
            string? link = null;
            while (await process.StandardError.ReadLineAsync(cancellation) is { } line)
            {
                if (OneTime().Match(line) is { Success: true } found) link = found.Value;
                if (Listening().Match(line) is not { Success: true } listening) continue;
                _ = process.StandardError.ReadToEndAsync(cancellation);
                return (process, new Uri(listening.Groups[1].Value), link);
            }
            throw new InvalidOperationException("The host ended before it listened.");
        }
        catch
        {
            await StopAsync(process);
            throw;
        }
    }

    private static async Task StopAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex("/panel/zaproszenie/[A-Za-z0-9_-]{43}")]
    private static partial Regex OneTime();

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
