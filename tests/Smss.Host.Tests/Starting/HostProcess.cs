using System.Diagnostics;

namespace Smss.Host.Tests.Starting;

/// <summary>The host as its own process, for what ends before it serves.</summary>
internal sealed record HostProcess(int ExitCode, IReadOnlyList<string> Errors)
{
    /// <summary>The last line said to the administrator.</summary>
    public string Line => Errors[^1];

    public static async Task<HostProcess> RunAsync(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        string[] command = [Path.Combine(AppContext.BaseDirectory, "Smss.Host.dll"), "--urls=http://127.0.0.1:0", .. arguments];
        foreach (string argument in command) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(), output = process.StandardOutput.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
        Assert.Equal("", await output);
        return new HostProcess(process.ExitCode, (await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    public void AssertRefused(string named)
    {
        Assert.True(Errors.Count == 1, string.Join('\n', Errors.Prepend($"One line was expected, exit code {ExitCode}:")));
        Assert.Contains(named, Line, StringComparison.Ordinal);
        Assert.Equal(2, ExitCode);
    }
}
