using Smss.Plugin.Testing;

namespace Smss.Plugin.Tests.Zoo;

/// <summary>Builds animals and starts hosts with them; what the first start learns is lent to the others.</summary>
public sealed class Keeper : IAsyncLifetime
{
    public const string GoodWords = "opowiedz bajkę o żyrafie Klementynie";
    public const string GoodAnswer = "Żyrafa Klementyna ma długą szyję.";
    private readonly string _folder = Directory.CreateTempSubdirectory("smss-zoo-").FullName;

    internal static Animal Good { get; } = Animal.Talking("Good", $"turn.SayAsWritten(\"{GoodAnswer}\");").Saying(GoodWords);

    private string Lent => Path.Combine(_folder, "lent");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Lent);
        await using PluginHost first = await StartAsync([Good]);
        await first.DownAsync();
        // With PostgreSQL, which the environment may ask for, there is no database file to lend.
        foreach (string file in ((string[])["understanding.cache", "smss.db"]).Where(f => File.Exists(Path.Combine(first.DataFolder, f))))
            File.Copy(Path.Combine(first.DataFolder, file), Path.Combine(Lent, file));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    internal Task<PluginHost> StartAsync(IEnumerable<Animal> animals) =>
        PluginHost.StartAsync(Repository.HostDll, [], Repository.HostProject, host => Fill(host, animals));

    internal PluginHost Prepare(IEnumerable<Animal> animals)
    {
        PluginHost host = PluginHost.Prepare(Repository.HostDll, [], Repository.HostProject);
        Fill(host, animals);
        return host;
    }

    /// <summary>The good one answers, and so does every module.</summary>
    internal static async Task EverybodyAnswersAsync(PluginHost host)
    {
        Visitor visitor = await host.VisitAsync("pl");
        Assert.Equal([GoodAnswer], await visitor.SayAsync(GoodWords));
        Assert.Contains(await visitor.SayAsync("szukam pracy"), m => m.Contains("1. ", StringComparison.Ordinal));
        Assert.Contains(await visitor.SayAsync("kiedy otwarte jest Centrum?"), m => m.Contains("Centrum", StringComparison.Ordinal));
        Assert.Contains(await visitor.SayAsync("jakie są inicjatywy?"), m => m.Contains("IN-", StringComparison.Ordinal));
        foreach (string page in (string[])["/", "/praca", "/punkty", "/inicjatywy", "/healthz"]) Assert.True((await host.Http.GetAsync(page)).IsSuccessStatusCode, page);
    }

    private void Fill(PluginHost host, IEnumerable<Animal> animals)
    {
        foreach (string file in Directory.EnumerateFiles(Lent)) File.Copy(file, Path.Combine(host.DataFolder, Path.GetFileName(file)));
        foreach (Animal animal in animals) animal.Build(host.PluginsFolder);
    }
}
