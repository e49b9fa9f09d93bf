using System.Diagnostics;
using System.Text.RegularExpressions;
using Smss.Plugin.Testing;

namespace Smss.Plugin.Tests;

/// <summary>Does what docs/plugins.md says, as it says it.</summary>
public sealed partial class GuideTests
{
    [Fact]
    public async Task The_guide_leads_from_nothing_to_an_answer_and_back()
    {
        string work = Directory.CreateTempSubdirectory("smss-guide-").FullName;
        try
        {
            string guide = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "plugins.md"));
            string[] steps = [.. Block().Matches(guide).Select(m => m.Groups[1].Value)];
            Assert.Equal(4, steps.Length);
            // The host is built already, by the build of this test.
            await RunAsync(string.Concat(steps[..3]).Replace("dotnet build host/Smss.Host", "true", StringComparison.Ordinal), work);

            string plugin = Path.Combine(work, "plugins", "LibraryFriends");
            Assert.Equal(["LibraryFriends.dll", "plugin.json"], Directory.EnumerateFiles(plugin).Select(f => Path.GetFileName(f)).Where(f => f is "plugin.json" || f.EndsWith(".dll", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
            await using PluginHost host = await PluginHost.StartAsync(Repository.HostDll, [], Repository.HostProject);
            await host.DownAsync();
            host.Drop(plugin);
            await host.UpAsync();
            foreach ((string language, string question, string answer) in Questions) Assert.Contains(answer, await AnswerAsync(host, language, question), StringComparison.Ordinal);
            await host.DownAsync();
            PluginCheck.Switch(host, "libraryfriends", off: true);
            await host.UpAsync();
            foreach ((string language, string question, _) in Questions) Assert.DoesNotContain("LibraryFriends", await AnswerAsync(host, language, question), StringComparison.Ordinal);
            // Its own tests look for every other trace.
            await RunAsync(steps[3].Replace("host/Smss.Host/bin/Release/net10.0", Path.GetRelativePath(Repository.Root, AppContext.BaseDirectory).TrimEnd('/'), StringComparison.Ordinal), work);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static readonly (string Language, string Question, string Answer)[] Questions =
    [
        ("pl", "co to jest LibraryFriends?", "To jest przykład wtyczki LibraryFriends."),
        ("uk", "що таке LibraryFriends?", "Це приклад плагіна LibraryFriends."),
        ("en", "what is LibraryFriends?", "This is an example of the plugin LibraryFriends."),
    ];

    private static async Task<string> AnswerAsync(PluginHost host, string language, string question) =>
        string.Join('\n', await (await host.VisitAsync(language)).SayAsync(question));

    private static async Task RunAsync(string script, string work)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", script]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["WORK"] = work;
        start.Environment["PLUGINS"] = Path.Combine(work, "plugins");
        // Templates installed for the test stay with the test; packages come from where this machine has them.
        string home = Path.Combine(work, "home"), nuget = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget");
        start.Environment["DOTNET_CLI_HOME"] = home;
        start.Environment["NUGET_PACKAGES"] = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(nuget, "packages");
        string sources = Path.Combine("NuGet", "NuGet.Config");
        if (File.Exists(Path.Combine(nuget, sources)))
        {
            Directory.CreateDirectory(Path.Combine(home, ".nuget", "NuGet"));
            File.Copy(Path.Combine(nuget, sources), Path.Combine(home, ".nuget", sources), overwrite: true);
        }
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{script}\n{output}\n{await errors}");
    }

    [GeneratedRegex("```bash\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
