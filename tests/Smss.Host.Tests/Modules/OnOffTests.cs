using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Texts;
using Smss.Conversation;
using Smss.Platform.Data;
using Smss.Platform.Modules;
using Smss.Understanding;

namespace Smss.Host.Tests.Modules;

/// <summary>A disabled module leaves no trace, and every module can be alone.</summary>
public sealed class OnOffTests
{
    public static IEnumerable<TheoryDataRow<string, Db>> Each =>
        from id in AllModules.Ids from db in Enum.GetValues<Db>() select new TheoryDataRow<string, Db>(id, db);

    [Fact]
    public void There_are_modules_to_switch_off() => Assert.True(AllModules.Ids.Count >= 3, "Found only: " + string.Join(", ", AllModules.Ids));

    [Theory, MemberData(nameof(Each))]
    public async Task A_module_switched_off_leaves_no_trace(string id, Db db)
    {
        await using TestHost all = await TestHost.StartAsync(new HostSetup { Db = db });
        await using TestHost without = await TestHost.StartAsync(new HostSetup { Db = db, Modules = AllModules.Without(id) });

        Traces on = await Traces.OfAsync(all, id), off = await Traces.OfAsync(without, id);

        Assert.All(on.Named, trace => Assert.True(trace.Value.Count > 0 || trace.Key is "jobs" or "permissions" or "panel links", $"{id} brings no {trace.Key}: the test would prove nothing."));
        Assert.All(off.Named, trace => Assert.True(trace.Value.Count == 0, $"{id} is off and leaves {trace.Key}: {string.Join(", ", trace.Value)}"));
        // A module that depends on it is off too; everything else is still there.
        Assert.Equal(on.Routes.Where(r => !on.Named["routes"].Contains(r)).Order(), off.Routes.Order());
        foreach (string segment in on.Segments)
        {
            Assert.Equal(HttpStatusCode.OK, (await all.Http.GetAsync("/" + segment)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await without.Http.GetAsync("/" + segment)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await without.Http.GetAsync("/uk/" + segment)).StatusCode);
            Assert.DoesNotContain($"\"/{segment}\"", await without.Http.GetStringAsync("/"), StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Each))]
    public async Task A_module_alone_starts_and_answers(string id, Db db)
    {
        await using TestHost host = await TestHost.StartAsync(new HostSetup { Db = db, Modules = AllModules.Only(id) });
        Resident resident = await Resident.ComeAsync(host);
        Assert.NotEmpty(Assert.Single(await resident.JoinAsync()).Buttons);
        Assert.Contains(await resident.SayAsync("pomoc"), m => m.Text.Contains("\n– ", StringComparison.Ordinal));
        foreach (TopicCatalog.Entry topic in host.Get<TopicCatalog>().All)
            foreach (string intent in topic.Intents)
                if (host.Get<ITexts>() is var texts && texts.Has($"{topic.ModuleId}.say.{intent}"))
                    Assert.DoesNotContain(await resident.SayAsync(texts.Get(Language.Pl, $"{topic.ModuleId}.say.{intent}")), m => m.Text.StartsWith("Teraz się nie udało", StringComparison.Ordinal));
        foreach (Segment segment in host.Services.GetServices<Segment>())
            Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("/" + segment.Name)).StatusCode);
        Assert.DoesNotContain(host.Log.All, l => l.StartsWith("Error", StringComparison.Ordinal) || l.StartsWith("Critical", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_description_of_the_API_names_every_module()
    {
        TestHost host = await SharedHost.OfAsync(Db.Sqlite);
        string document = await host.Http.GetStringAsync("/api/openapi.json");
        Assert.All(AllModules.Ids, id => Assert.Contains($"\"/api/{id}", document, StringComparison.Ordinal));
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task With_no_module_at_all_the_house_still_answers(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(new HostSetup { Db = db, Modules = "" });
        Resident resident = await Resident.ComeAsync(host);
        Assert.Single(await resident.JoinAsync());
        Assert.NotEmpty(await resident.SayAsync("pomoc"));
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_module_whose_requirement_is_missing_is_refused_with_both_names()
    {
        var refusal = await Assert.ThrowsAsync<ConfigurationException>(() => TestHost.StartAsync(new HostSetup { Modules = "lonely", Further = [LonelyModule.Assembly] }));
        Assert.Contains("\"lonely\"", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("\"company\"", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public async Task Data_of_a_module_that_was_switched_off_stays()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = AllModules.Ids[0];
        long before = host.Get<Database>().Names().Where(t => t.StartsWith(id + "_", StringComparison.Ordinal)).Sum(t => host.Get<Database>().Count($"\"{t}\""));
        Assert.True(before > 0, $"{id} has no sample rows.");
        await host.RestartAsync(modules: AllModules.Without(id));
        Assert.DoesNotContain(host.Get<ModuleCatalog>().Enabled, m => m.Id == id);
        long after = host.Get<Database>().Names().Where(t => t.StartsWith(id + "_", StringComparison.Ordinal)).Sum(t => host.Get<Database>().Count($"\"{t}\""));
        Assert.Equal(before, after);
    }
}
