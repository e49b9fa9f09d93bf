using Smss.Plugin.Testing;

namespace Smss.Plugin.Tests.Zoo;

/// <summary>Broken plugins beside a good one: the host comes up, everybody else answers, and the broken one is named with its reason.</summary>
public sealed class ZooTests(Keeper keeper) : IClassFixture<Keeper>
{
    /// <summary>Ten seconds are promised; twice that tells a start that hangs from a slow machine.</summary>
    private static readonly TimeSpan SoonEnough = TimeSpan.FromSeconds(20);
    private const string Unable = "Tego teraz nie mogę sprawdzić";

    [Fact]
    public void The_zoo_is_full() => Assert.True(Cages.Broken.Count >= 25, $"{Cages.Broken.Count}");

    public static IEnumerable<TheoryDataRow<string>> Slow => Cages.Slow.Select(c => new TheoryDataRow<string>(c.Animal.Name));

    [Theory, MemberData(nameof(Slow))]
    public async Task What_never_ends_is_left_behind(string name)
    {
        (Animal animal, string reason, TimeSpan slept) = Cages.Slow.Single(c => c.Animal.Name == name);
        await using PluginHost host = await keeper.StartAsync([Keeper.Good, animal]);
        AssertNamed(host, animal, reason);
        AssertSoon(host, slept);
        await Keeper.EverybodyAnswersAsync(host);
    }

    [Fact]
    public async Task All_of_them_together_harm_nobody()
    {
        await using PluginHost host = await keeper.StartAsync([Keeper.Good, .. Cages.Broken.Select(c => c.Animal)]);
        Assert.All(Cages.Broken, cage => AssertNamed(host, cage.Animal, cage.Reason));
        AssertSoon(host);
        await Keeper.EverybodyAnswersAsync(host);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await host.Http.GetAsync("/api/throwsmapping/early")).StatusCode);
    }

    [Fact]
    public async Task What_passes_the_rehearsal_and_fails_the_next_time_is_left_out()
    {
        Animal moody = Animal.Talking("Moody", "", "if (AppDomain.CurrentDomain.GetData(\"moody\") is 1) throw new InvalidOperationException(\"the second time\"); AppDomain.CurrentDomain.SetData(\"moody\", 1);");
        await using PluginHost host = await keeper.StartAsync([Keeper.Good, moody]);
        AssertNamed(host, moody, "the second time");
        await Keeper.EverybodyAnswersAsync(host);
    }

    [Fact]
    public async Task What_fails_while_it_talks_apologises_and_is_not_called_after_the_third_time()
    {
        Animal[] talkers =
        [
            Animal.Talking("Throws", "throw new InvalidOperationException(\"secret of the plugin\");").Saying("zagraj melodię na fujarce pastuszka"),
            Animal.Talking("Floods", "while (true) turn.SayAsWritten(\"bla\");").Saying("wylej wodę z wiadra na podłogę"),
            Animal.Talking("Sleeps", "Thread.Sleep(Timeout.Infinite);").Saying("policz owce skaczące przez płotek"),
        ];
        await using PluginHost host = await keeper.StartAsync([Keeper.Good, .. talkers]);
        Visitor visitor = await host.VisitAsync("pl");
        for (int time = 1; time <= 4; time++)
        {
            if (time == 4)
            {
                // The third time was the last; this is said in the log before anybody is answered again.
                await Keeper.EverybodyAnswersAsync(host);
                Assert.All(talkers, t => Assert.Contains(host.Log, l => l.Contains($"Plugin {t.Id} is out of work", StringComparison.Ordinal)));
            }
            foreach (string words in talkers.Select(t => t.Words))
            {
                string answer = string.Join('\n', await visitor.SayAsync(words));
                Assert.StartsWith(Unable, answer, StringComparison.Ordinal);
                Assert.Contains("[Chcę porozmawiać z człowiekiem]", answer, StringComparison.Ordinal);
                Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
            }
        }
        Assert.DoesNotContain(host.Log, l => l.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_fails_in_a_job_or_a_request_or_its_sample_rows_is_counted_and_the_rest_goes_on()
    {
        Animal busy = new("Busy")
        {
            Register = "module.AddJob<Job>(\"job\", \"* * * * * ?\").AddSampleData<Rows>();",
            Map = "routes.Api.MapGet(\"/fails\", string () => throw new InvalidOperationException(\"request\")).AllowAnonymous();",
            Types = """
                internal sealed class Job : IModuleJob { public Task RunAsync(CancellationToken c) => throw new InvalidOperationException("job"); }
                internal sealed class Rows : ISampleData { public Task RollAsync(DateOnly today, CancellationToken c) => throw new InvalidOperationException("rows"); }
                """,
        };
        await using PluginHost host = await keeper.StartAsync([Keeper.Good, busy]);
        for (int second = 0; second < 60 && !host.Log.Any(l => l.Contains("Plugin busy is out of work", StringComparison.Ordinal)); second++) await Task.Delay(500);
        Assert.Contains(host.Log, l => l.Contains("Plugin busy is out of work", StringComparison.Ordinal));
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, (await host.Http.GetAsync("/api/busy/fails")).StatusCode);
        await Keeper.EverybodyAnswersAsync(host);
    }

    [Fact]
    public async Task What_ends_the_process_three_times_in_a_row_is_quarantined()
    {
        await using PluginHost host = keeper.Prepare([Keeper.Good, .. Cages.Deadly]);
        for (int crash = 1; crash <= 3 * Cages.Deadly.Count; crash++)
        {
            await Assert.ThrowsAsync<PluginTestException>(() => host.UpAsync());
            Assert.NotEqual(0, await host.EndAsync());
        }
        await host.UpAsync();
        Assert.All(Cages.Deadly, animal => AssertNamed(host, animal, "Three times in a row"));
        await Keeper.EverybodyAnswersAsync(host);
    }

    [Fact]
    public async Task Safe_mode_starts_without_any_plugin()
    {
        await using PluginHost host = keeper.Prepare([Keeper.Good, Cages.Deadly[0]]);
        File.Delete(Path.Combine(host.DataFolder, "understanding.cache"));
        await host.UpAsync("--safe-mode");
        AssertNamed(host, Keeper.Good, "safe mode");
        AssertNamed(host, Cages.Deadly[0], "safe mode");
        Assert.DoesNotContain(Keeper.GoodAnswer, await (await host.VisitAsync("pl")).SayAsync(Keeper.GoodWords));
    }

    [Fact]
    public async Task Two_plugins_use_two_versions_of_one_library_and_a_copy_of_the_contract_is_not_used()
    {
        Animal hoarder = new("Hoarder") { Spoil = f => File.WriteAllBytes(Path.Combine(f, "Smss.Abstractions.dll"), Compiler.Library("Smss.Abstractions", "namespace Smss.Abstractions.Modules { public interface IModule { } }")) };
        await using PluginHost host = await keeper.StartAsync([Keeper.Good, hoarder, .. ((string[])["One", "Two"]).Select(name =>
        {
            byte[] library = Compiler.Library("Lib.Shared", $$"""[assembly: System.Reflection.AssemblyVersion("{{(name == "One" ? 1 : 2)}}.0.0.0")] namespace Lib { public static class Says { public static string What() => "version {{name}}"; } }""");
            return new Animal(name)
            {
                Map = "routes.Api.MapGet(\"/says\", () => Lib.Says.What()).AllowAnonymous();", Libraries = [library],
                Spoil = f => File.WriteAllBytes(Path.Combine(f, "Lib.Shared.dll"), library),
            };
        })]);
        Assert.Equal("version One", await host.Http.GetStringAsync("/api/one/says"));
        Assert.Equal("version Two", await host.Http.GetStringAsync("/api/two/says"));
        Assert.Contains(host.Log, l => l.Contains("Plugin hoarder 1.0.0 works", StringComparison.Ordinal));
        Assert.Contains(host.Log, l => l.Contains("own copy of Smss.Abstractions", StringComparison.Ordinal));
        await Keeper.EverybodyAnswersAsync(host);
    }

    /// <summary>On a busy machine what counts is how long it would have taken on a quiet one: processor time, and what a plugin slept.</summary>
    private static void AssertSoon(PluginHost host, TimeSpan slept = default) =>
        Assert.True(host.StartedIn < SoonEnough || host.StartedWith + slept < SoonEnough, $"It took {host.StartedIn}, of which the processor {host.StartedWith}.");

    private static void AssertNamed(PluginHost host, Animal animal, string reason)
    {
        string[] about = [.. host.Log.Where(l => l.Contains("does not work", StringComparison.Ordinal) && l.Contains(reason, StringComparison.Ordinal))];
        Assert.True(about.Any(l => l.Contains($"Plugin {animal.Id} ", StringComparison.Ordinal) || l.Contains($"Plugin {animal.Name} ", StringComparison.Ordinal)), $"{animal.Name} is not named with \"{reason}\":\n{string.Join('\n', host.Log)}");
    }
}
