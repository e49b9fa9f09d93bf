using System.Globalization;
using Microsoft.Extensions.Configuration;
using Smss.Platform.Hosting;
using Smss.Platform.Modules;
using Smss.Platform.Plugins;
using Smss.Understanding;

namespace Smss.Platform.Commands;

/// <summary>What the commands without a server share.</summary>
internal static class CommandLine
{
    /// <summary>The day after <c>--today</c>, the city's day when it is not given, null when it is not a day.</summary>
    public static DateOnly? Today(string[] args)
    {
        int at = Array.IndexOf(args, "--today");
        if (at < 0) return DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        return at + 1 < args.Length && DateOnly.TryParseExact(args[at + 1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
    }

    /// <summary>The understanding of the modules that the configuration enables; trained each time when the data folder is not there or <c>--examples</c> adds a folder.</summary>
    public static Understander Understander(string[] args)
    {
        string root = Directory.Exists(Path.Combine(Directory.GetCurrentDirectory(), "wwwroot")) ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;
        IConfiguration configuration = new ConfigurationBuilder().SetBasePath(root)
            .AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables()
            .AddCommandLine([.. args.Where(a => a.Contains('=', StringComparison.Ordinal))]).Build();
        System.Reflection.Assembly[] assemblies = [.. ModuleCatalog.BesideTheHost()];
        using var plugins = new InstalledPlugins(Settings.PluginsOf(configuration, root), Settings.DataOf(configuration, root), safeMode: false);
        Settings settings = Settings.Read(configuration, root, ModuleCatalog.Make("*", assemblies, plugins).Known);
        string cache = Path.Combine(settings.DataPath, "understanding.cache");
        List<Utterances> examples = UtteranceCatalog.Of(ModuleCatalog.Make(settings.Modules, assemblies, plugins), Console.Error.WriteLine);
        int at = Array.IndexOf(args, "--examples");
        if (at < 0) return Smss.Understanding.Understander.Create(examples, Directory.Exists(settings.DataPath) ? cache : null);
        examples.AddRange(InFolder(args.ElementAtOrDefault(at + 1) ?? throw new FormatException("--examples takes a folder.")));
        return Smss.Understanding.Understander.Create(examples);
    }

    private static IEnumerable<Utterances> InFolder(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*.txt").Where(UtteranceFile.IsNamed).Order(StringComparer.Ordinal))
        {
            using var content = new StreamReader(file);
            yield return UtteranceFile.Read(file, content);
        }
    }
}
