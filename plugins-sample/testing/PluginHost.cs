using System.Diagnostics;
using System.Security.Cryptography;

namespace Smss.Plugin.Testing;

/// <summary>A test of a plugin found something wrong; the message says what.</summary>
public sealed class PluginTestException(string message) : Exception(message);

/// <summary>
/// The real host in a process of its own, with plugins in its folder and a database of its own that is deleted afterwards.
/// Nothing but its program is needed: <c>Smss.Host.dll</c> of a build or of a published city.
/// </summary>
/// <example><code>
/// await using var host = await PluginHost.StartAsync(hostDll, ["bin/Release/net10.0/LibraryFriends"]);
/// Visitor visitor = await host.VisitAsync("pl");
/// IReadOnlyList&lt;string&gt; answer = await visitor.SayAsync("kiedy jest kiermasz książek?");
/// </code></example>
public sealed class PluginHost : IAsyncDisposable
{
    private const string Cache = "understanding.cache";
    private const int MostLearnt = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>What hosts learnt from the examples of these plugins; the next one with the same need not learn it again, and checks by content whether it fits.</summary>
    private static readonly string Learnt = Path.Combine(Path.GetTempPath(), "smss-plugin-learnt");
    private readonly string _hostDll;
    private readonly string _contentRoot;
    private readonly string _folder = Directory.CreateTempSubdirectory("smss-plugin-").FullName;
    private readonly List<string> _log = [];
    private Process? _process;

    private PluginHost(string hostDll, string contentRoot)
    {
        _hostDll = hostDll;
        _contentRoot = contentRoot;
        Directory.CreateDirectory(DataFolder);
        Directory.CreateDirectory(PluginsFolder);
    }

    /// <summary>Database, caches, and what the host keeps of plugins.</summary>
    public string DataFolder => Path.Combine(_folder, "data");

    /// <summary>Where the plugins lie; may be changed while the host is down.</summary>
    public string PluginsFolder => Path.Combine(_folder, "plugins");

    /// <summary>Asks the host's pages; addresses are relative.</summary>
    public HttpClient Http { get; private set; } = new();

    /// <summary>How long the last start took until the host listened.</summary>
    public TimeSpan StartedIn { get; private set; }

    /// <summary>Processor time that this took: what is left of <see cref="StartedIn"/> on a machine that does nothing else.</summary>
    public TimeSpan StartedWith { get; private set; }

    /// <summary>All that the host logged since its first start.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_log) return [.. _log];
        }
    }

    /// <summary>Starts the host with the plugins.</summary>
    /// <param name="hostDll">Path of <c>Smss.Host.dll</c>.</param>
    /// <param name="plugins">Folders of built plugins, each called like its dll; copied.</param>
    /// <param name="contentRoot">The folder that holds the host's <c>wwwroot</c>; beside the dll when not given.</param>
    /// <param name="before">What is done with the host's folders before the start.</param>
    /// <exception cref="PluginTestException">It did not come up.</exception>
    public static async Task<PluginHost> StartAsync(string hostDll, IEnumerable<string> plugins, string? contentRoot = null, Action<PluginHost>? before = null)
    {
        PluginHost host = Prepare(hostDll, plugins, contentRoot);
        try
        {
            before?.Invoke(host);
            await host.UpAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>As <see cref="StartAsync"/>, without starting: for <see cref="UpAsync"/> and <see cref="CommandAsync"/>.</summary>
    public static PluginHost Prepare(string hostDll, IEnumerable<string> plugins, string? contentRoot = null)
    {
        var host = new PluginHost(Path.GetFullPath(hostDll), contentRoot ?? Path.GetDirectoryName(Path.GetFullPath(hostDll))!);
        foreach (string plugin in plugins) host.Drop(plugin);
        return host;
    }

    /// <summary>Copies a built plugin into the host's folder, as a city would; it works from the next start on.</summary>
    public void Drop(string plugin)
    {
        string to = Directory.CreateDirectory(Path.Combine(PluginsFolder, Path.GetFileName(Path.TrimEndingDirectorySeparator(plugin)))).FullName;
        foreach (string file in Directory.EnumerateFiles(plugin)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
    }

    /// <summary>Starts the host again.</summary>
    /// <param name="arguments">Further words of the command line (<c>--safe-mode</c>).</param>
    /// <exception cref="PluginTestException">It did not come up.</exception>
    public async Task UpAsync(params string[] arguments)
    {
        string learnt = Path.Combine(Directory.CreateDirectory(Learnt).FullName, Fingerprint(withPlugins: !arguments.Contains("--safe-mode")));
        bool learns = !Lend(learnt);
        var waited = Stopwatch.StartNew();
        var address = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Process process = _process = Process.Start(Start(["--urls=http://127.0.0.1:0", .. Settings(), .. arguments]))!;
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null) address.TrySetResult(null);
            else Keep(line.Data, address);
        };
        process.OutputDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        string? found = await Task.WhenAny(address.Task, Task.Delay(Patience)) == address.Task ? await address.Task : null;
        StartedIn = waited.Elapsed;
        if (found is null) throw new PluginTestException("The host did not come up. It said:\n" + string.Join('\n', Log));
        StartedWith = process.TotalProcessorTime;
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(found) };
        if (learns) Keep(learnt);
    }

    /// <summary>Stops the host in good order.</summary>
    public async Task DownAsync()
    {
        Http.Dispose();
        if (_process is not { } process) return;
        _process = null;
        if (!process.HasExited)
        {
            using Process stop = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await stop.WaitForExitAsync();
            if (await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(Patience)) is { IsCompleted: true } && !process.HasExited) process.Kill();
        }
        process.Dispose();
    }

    /// <summary>Waits until the process has ended by itself.</summary>
    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process!.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Runs one of the host's commands (<c>topics</c>) and returns what it printed.</summary>
    public async Task<string> CommandAsync(string command, params string[] arguments)
    {
        using Process process = Process.Start(Start([command, .. Settings(), .. arguments]))!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? printed : throw new PluginTestException($"\"{command}\" ended with {process.ExitCode}: {await errors}");
    }

    /// <summary>Somebody opens the chat.</summary>
    /// <param name="language"><c>pl</c>, <c>uk</c> or <c>en</c>.</param>
    public Task<Visitor> VisitAsync(string language) => Visitor.ComeAsync(Http, language);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await DownAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Tells apart what there is to learn from: the host and the plugins in its folder.</summary>
    private string Fingerprint(bool withPlugins)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        IEnumerable<string> house = Directory.EnumerateFiles(Path.GetDirectoryName(_hostDll)!, "Smss.*.dll").Order(StringComparer.Ordinal);
        IEnumerable<string> plugins = withPlugins ? Directory.EnumerateFiles(PluginsFolder, "*.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [];
        foreach (string file in house.Concat(plugins)) hash.AppendData(File.ReadAllBytes(file));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <returns>Whether the host has something to begin with.</returns>
    private bool Lend(string learnt)
    {
        string cache = Path.Combine(DataFolder, Cache);
        if (File.Exists(learnt) && !File.Exists(cache)) File.Copy(learnt, cache);
        return File.Exists(cache);
    }

    /// <summary>Another test program may read it at this moment: it appears there whole. Each takes 20 MB, so only the newest stay.</summary>
    private void Keep(string learnt)
    {
        if (!File.Exists(Path.Combine(DataFolder, Cache))) return;
        string half = Path.Combine(Learnt, Path.GetRandomFileName());
        File.Copy(Path.Combine(DataFolder, Cache), half);
        File.Move(half, learnt, overwrite: true);
        foreach (FileInfo old in new DirectoryInfo(Learnt).GetFiles().OrderByDescending(f => f.LastWriteTimeUtc).Skip(MostLearnt)) old.Delete();
    }

    private void Keep(string line, TaskCompletionSource<string?> address)
    {
        lock (_log) _log.Add(line.Trim());
        if (line.IndexOf("Now listening on: ", StringComparison.Ordinal) is >= 0 and var at) address.TrySetResult(line[(at + "Now listening on: ".Length)..].Trim());
    }

    private ProcessStartInfo Start(IEnumerable<string> words)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (string word in (string[])[_hostDll, .. words]) start.ArgumentList.Add(word);
        return start;
    }

    private IEnumerable<string> Settings() =>
        ["--contentRoot=" + _contentRoot, "--Smss:Data:Path=" + DataFolder, "--Smss:Plugins:Path=" + PluginsFolder, "--Smss:Limits:TokensPerMinute=100000", "--Smss:Limits:PostsPerTenSeconds=100000"];
}
