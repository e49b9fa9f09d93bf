using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Smss.Faults;

/// <summary>The host as a process that can be killed at any moment and started again on the same port and data.</summary>
internal sealed class HostProcess(IReadOnlyList<string> settings) : IDisposable
{
    public const string Secret = "secret-of-the-fault-run";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly int _port = FreePort();
    private readonly Queue<string> _lastLines = new();
    private Process? _process;

    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <summary>Starts the host and waits until it can write.</summary>
    public async Task StartAsync()
    {
        string root = RepositoryRoot(), output = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        string program = Path.Combine(root, "host", "Smss.Host", "bin", output, "net10.0", "Smss.Host.dll");
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [program, "--urls", Address.ToString().TrimEnd('/'), $"--Smss:DirectLine:Secret={Secret}", .. settings])
            {
                WorkingDirectory = Path.Combine(root, "host", "Smss.Host"), RedirectStandardError = true,
            },
        };
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginErrorReadLine();
        await UntilHealthyAsync();
    }

    /// <summary>SIGKILL: the process gets no chance to finish anything.</summary>
    public void Kill()
    {
        _process?.Kill();
        _process?.WaitForExit();
        _process?.Dispose();
        _process = null;
    }

    public void Dispose() => Kill();

    private async Task UntilHealthyAsync()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (long began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Patience; await Task.Delay(20))
        {
            if (_process!.HasExited) break;
            try
            {
                using HttpResponseMessage answer = await http.GetAsync(new Uri(Address, "/healthz"));
                if (answer.IsSuccessStatusCode) return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet.
            }
        }
        throw new InvalidOperationException("The host does not start:\n" + string.Join('\n', LastLines()));
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > 30) _lastLines.Dequeue();
        }
    }

    private string[] LastLines()
    {
        lock (_lastLines) return [.. _lastLines];
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Smss.Modular.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Smss.Modular.sln is in no folder above this program.");
    }
}
