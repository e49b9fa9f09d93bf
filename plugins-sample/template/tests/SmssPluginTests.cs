using Smss.Plugin.Testing;

namespace SmssPlugin.Tests;

/// <summary>
/// <c>SMSS_HOST</c> names Smss.Host.dll, <c>SMSS_CONTENT</c> the folder with its wwwroot when that is another one, <c>SMSS_PLUGIN</c> the
/// folder into which the plugin was built.
/// </summary>
public sealed class SmssPluginTests
{
    private static readonly string Host = Environment.GetEnvironmentVariable("SMSS_HOST") ?? throw new InvalidOperationException("SMSS_HOST must name Smss.Host.dll.");
    private static readonly string? Content = Environment.GetEnvironmentVariable("SMSS_CONTENT");
    private static readonly string Plugin = Environment.GetEnvironmentVariable("SMSS_PLUGIN") ?? throw new InvalidOperationException("SMSS_PLUGIN must name the plugin's folder.");

    [Fact]
    public Task It_keeps_the_contract() => PluginCheck.ContractAsync(Host, [Plugin], Content);

    [Fact]
    public Task Switched_off_it_leaves_no_trace() => PluginCheck.OnOffAsync(Host, [Plugin], Content);

    [Fact]
    public async Task It_answers_as_written()
    {
        await using PluginHost host = await PluginHost.StartAsync(Host, [Plugin], Content);
        foreach (string conversation in Directory.EnumerateFiles(Path.Combine(Folder(), "conversations"), "*.chat")) await Transcript.PlayAsync(host, conversation);
    }

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
