using System.Diagnostics;
using System.Globalization;
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
        Process process = Start();
        try
        {
            Uri address = new(await SaidAsync(process, Listening(), patience.Token) ?? throw new InvalidOperationException("The host ended before it listened."));
            string? link = await SaidAsync(process, OneTime(), patience.Token);
            Assert.NotNull(link);
            _ = process.StandardError.ReadToEndAsync(patience.Token);
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

        process = Start();
        try
        {
            Assert.NotNull(await SaidAsync(process, Listening(), patience.Token));
            // Told to stop, it still says all it has to say.
            using (Process told = Process.Start("kill", [process.Id.ToString(CultureInfo.InvariantCulture)])) await told.WaitForExitAsync(patience.Token);
            Assert.Null(await SaidAsync(process, OneTime(), patience.Token));
        }
        finally
        {
            await StopAsync(process);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>No module is on, so it learns quickly.</summary>
    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true };
        string[] command = [Path.Combine(AppContext.BaseDirectory, "Smss.Host.dll"), "--urls=http://127.0.0.1:0", "--Smss:Modules=", "--Smss:Data:Path=" + _folder];
        foreach (string argument in command) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>Reads the console on until it says this; null when it has ended.</summary>
    private static async Task<string?> SaidAsync(Process process, Regex said, CancellationToken cancellation)
    {
        while (await process.StandardError.ReadLineAsync(cancellation) is { } line)
            if (said.Match(line) is { Success: true } found) return found.Value;
        return null;
    }

    private static async Task StopAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex("/panel/zaproszenie/[A-Za-z0-9_-]{43}")]
    private static partial Regex OneTime();

    [GeneratedRegex(@"(?<=Now listening on: )http://127\.0\.0\.1:\d+")]
    private static partial Regex Listening();
}
