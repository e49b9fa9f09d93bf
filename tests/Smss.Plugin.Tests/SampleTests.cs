using System.Text.Json;
using Smss.Plugin.Testing;

namespace Smss.Plugin.Tests;

/// <summary>The target groups that are shipped: they keep the contract, leave no trace when off, and talk as written.</summary>
public sealed class SampleTests
{
    private const int MostCode = 60, MostLines = 600;

    public static IEnumerable<TheoryDataRow<string>> Names => Sources().Select(f => new TheoryDataRow<string>(Path.GetFileName(f)));

    [Fact]
    public void There_are_three() => Assert.Equal(3, Sources().Count());

    [Fact]
    public Task They_keep_the_contract() => PluginCheck.ContractAsync(Repository.HostDll, Built, Repository.HostProject);

    [Fact]
    public Task Switched_off_they_leave_no_trace() => PluginCheck.OnOffAsync(Repository.HostDll, Built, Repository.HostProject);

    [Fact]
    public async Task They_talk_as_written()
    {
        await using PluginHost host = await PluginHost.StartAsync(Repository.HostDll, Built, Repository.HostProject);
        string[] conversations = [.. Sources().SelectMany(f => Directory.EnumerateFiles(Path.Combine(f, "conversations"), "*.chat"))];
        Assert.True(conversations.Length >= 9, $"{conversations.Length}");
        foreach (string conversation in conversations) await Transcript.PlayAsync(host, conversation);
    }

    [Theory, MemberData(nameof(Names))]
    public void It_is_small(string name)
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(Repository.Samples, name), "*", SearchOption.AllDirectories).Where(f => !Path.GetRelativePath(Repository.Samples, f).Split('/').Any(p => p is "bin" or "obj"))];
        Assert.InRange(files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal)).Sum(f => File.ReadLines(f).Count()), 10, MostCode);
        Assert.InRange(files.Sum(f => File.ReadLines(f).Count()), 100, MostLines);
    }

    /// <summary>The version that the template asks for is typed there; this is what keeps it true.</summary>
    [Fact]
    public void The_template_is_made_for_the_contract_as_it_is()
    {
        Version now = typeof(Smss.Abstractions.Modules.IModule).Assembly.GetName().Version!;
        JsonElement contract = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Samples, "template", "plugin.json"))).RootElement.GetProperty("contract");
        Assert.Equal($"{now.Major}.0", contract.GetProperty("from").GetString());
        Assert.Equal($"{now.Major + 1}.0", contract.GetProperty("below").GetString());
        Assert.Contains($"\"Smss.Abstractions\" Version=\"{now.ToString(3)}\"", File.ReadAllText(Path.Combine(Repository.Samples, "template", "SmssPlugin.csproj")), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateDirectories(Repository.Samples).Where(f => File.Exists(Path.Combine(f, "plugin.json")) && Path.GetFileName(f) != "template").Order(StringComparer.Ordinal);

    /// <summary>Copied to folders that are called like the dll.</summary>
    private static string[] Built { get; } = [.. Sources().Select(source =>
    {
        string name = Path.GetFileName(source), to = Path.Combine(AppContext.BaseDirectory, "plugins-built", name);
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(source, "bin", "Release", "net10.0"))) File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        return to;
    })];
}
