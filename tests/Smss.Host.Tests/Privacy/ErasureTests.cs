using System.Net;
using System.Text.Json;
using Smss.Host.Tests.Probe;
using Smss.Platform.Data;

namespace Smss.Host.Tests.Privacy;

/// <summary>"Usuń moje dane": everything goes, whatever fails, and nothing comes back.</summary>
public sealed class ErasureTests
{
    private const string Done = "Treść tej rozmowy jest usunięta.";

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task What_was_written_is_gone_from_every_table(Db db)
    {
        const string secret = "Zimorodkowa";
        await using TestHost host = await TestHost.StartAsync(db);
        Resident resident = await Resident.ComeAsync(host), neighbour = await Resident.ComeAsync(host);
        await resident.SayAsync($"mieszkam na ulicy {secret} 7");
        await resident.SayAsync("popieram IN-2026-0012");
        await neighbour.SayAsync("to jest rozmowa sąsiada z Kukułczej");
        string id = resident.IdIn(host);
        Assert.Contains("platform_activity", host.Get<Database>().Holding(secret));

        await resident.SayAsync("usuń moje dane");
        Assert.Contains("platform_activity", host.Get<Database>().Holding(secret));
        Assert.StartsWith(Done, Assert.Single(await resident.SayAsync("tak")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("platform_activity", host.Get<Database>().Holding(secret));

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.IsAsync("the resident is gone from every table", () => host.Get<Database>().Holding(id).Count == 0);
        Assert.Empty(host.Get<Database>().Holding(secret));
        Assert.Contains("platform_activity", host.Get<Database>().Holding("Kukułczej"));
        await host.RestartAsync();
        Assert.Empty(host.Get<Database>().Holding(secret));
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task After_the_closing_word_the_conversation_is_over_and_its_key_opens_nothing(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        Resident resident = await Resident.ComeAsync(host);
        await resident.SayAsync("usuń moje dane");
        await resident.SayAsync("tak");
        string erased = resident.ConversationId;
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.IsAsync("nothing can be posted any more", async () =>
            (await resident.PostAsync(resident.Message("halo", "after"))).StatusCode == HttpStatusCode.NotFound);

        JsonElement last = Assert.Single(await resident.ReadAsync());
        Assert.StartsWith(Done, last.GetProperty("text").GetString(), StringComparison.Ordinal);
        await resident.ReturnAsync();
        Assert.NotEqual(erased, resident.ConversationId);
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_module_that_fails_stops_no_other_and_is_asked_until_it_has_forgotten(Db db)
    {
        await using TestHost host = await ProbeHost.StartAsync(db);
        Resident resident = await Resident.ComeAsync(host);
        await resident.SayAsync(ProbeHost.Note);
        string id = resident.IdIn(host);
        host.Get<Mood>().Refuses = true;
        await resident.SayAsync("usuń moje dane");
        await resident.SayAsync("tak");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.IsAsync("only the module that fails still knows them", () => host.Get<Database>().Holding(id) is ["platform_outbox", "probe_note"]);

        host.Get<Mood>().Refuses = false;
        await host.RestartAsync();
        host.Clock.Advance(TimeSpan.FromHours(1));
        await Eventually.IsAsync("it has forgotten them as well", () => host.Get<Database>().Holding(id).Count == 0);
    }

    [Fact]
    public async Task It_works_in_the_middle_of_a_form()
    {
        await using TestHost host = await TestHost.StartAsync(Db.Sqlite);
        Resident resident = await Resident.ComeAsync(host);
        await resident.SayAsync("chcę zgłosić inicjatywę");
        await resident.SayAsync("Zimorodki nad stawem");
        await resident.SayAsync("usuń moje dane");
        Assert.StartsWith(Done, Assert.Single(await resident.SayAsync("tak")).Text, StringComparison.Ordinal);
        Assert.Empty(host.Get<Database>().Holding("Zimorodki"));
    }
}
