using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Conversation;
using Smss.Host.Tests.Probe;
using Smss.Platform.Data;

namespace Smss.Host.Tests.Privacy;

/// <summary>Nobody is written to who did not agree; the words they agreed to are kept; "stop" ends it.</summary>
public sealed class ConsentTests
{
    [Theory]
    [InlineData(Db.Sqlite, "STOP", "Wycofane są wszystkie zgody", "Zatrzymane."), InlineData(Db.Sqlite, "СТОП", "Усі згоди на сповіщення відкликано", "Зупинено.")]
    [InlineData(Db.Postgres, "stop", "Wycofane są wszystkie zgody", "Zatrzymane.")]
    [InlineData(Db.Sqlite, "już nie chcę powiadomień", "Wycofane są wszystkie zgody", "Zatrzymane.")]
    [InlineData(Db.Postgres, "wypisz mnie z powiadomień", "Wycofane są wszystkie zgody", "Zatrzymane.")]
    [InlineData(Db.Sqlite, "no more notifications please", "All consents", "Stopped.")]
    public async Task A_consent_holds_from_the_yes_to_the_stop(Db db, string stop, string withdrawn, string none)
    {
        await using TestHost host = await ProbeHost.StartAsync(db);
        Resident resident = await Resident.ComeAsync(host);
        string id = resident.IdIn(host);
        Assert.Equal("Czy pisać o nowych notatkach?", (await resident.SayAsync(ProbeHost.Ask))[^1].Text);
        Assert.False(await IsGivenAsync(host, id));
        Assert.Equal("Dobrze, dam znać.", (await resident.SayAsync("tak"))[^1].Text);
        Assert.True(await IsGivenAsync(host, id));
        Assert.Equal(
            ["probe.news|2|Czy pisać o nowych notatkach?|Pl"],
            host.Get<Database>().Strings($"SELECT topic, version, words, language FROM platform_consent WHERE resident_id = '{id}' AND withdrawn_at IS NULL AND given_at IS NOT NULL"));

        Assert.StartsWith(withdrawn, (await resident.SayAsync(stop))[^1].Text, StringComparison.Ordinal);
        Assert.False(await IsGivenAsync(host, id));
        Assert.StartsWith(none, (await resident.SayAsync(stop))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_no_gives_nothing_and_a_stop_in_an_open_form_ends_the_form_only()
    {
        await using TestHost host = await ProbeHost.StartAsync(Db.Sqlite);
        Resident resident = await Resident.ComeAsync(host);
        string id = resident.IdIn(host);
        await resident.SayAsync(ProbeHost.Ask);
        Assert.Equal("Dobrze, bez wieści.", (await resident.SayAsync("nie"))[^1].Text);
        Assert.False(await IsGivenAsync(host, id));
        await resident.SayAsync(ProbeHost.Ask);
        await resident.SayAsync("tak");
        await resident.SayAsync(ProbeHost.Ask);
        Assert.Equal("Dobrze, bez wieści.", (await resident.SayAsync("stop"))[^1].Text);
        Assert.True(await IsGivenAsync(host, id));
    }

    [Fact]
    public async Task Given_twice_it_is_one_consent_with_the_newer_words()
    {
        await using TestHost host = await ProbeHost.StartAsync(Db.Sqlite);
        Resident resident = await Resident.ComeAsync(host);
        for (int i = 0; i < 2; i++)
        {
            await resident.SayAsync(ProbeHost.Ask);
            await resident.SayAsync("tak");
        }
        Assert.Equal(1, host.Get<Database>().Count("platform_consent", "withdrawn_at IS NULL"));
        Assert.Equal(2, host.Get<Database>().Count("platform_consent"));
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task Nothing_is_pushed_without_a_consent_or_after_its_withdrawal(Db db)
    {
        await using TestHost host = await ProbeHost.StartAsync(db);
        Resident resident = await Resident.ComeAsync(host);
        string id = resident.IdIn(host);
        await PushAsync(host, id, "before");
        await resident.SayAsync(ProbeHost.Ask);
        await resident.SayAsync("tak");
        await PushAsync(host, id, "during");
        await resident.SayAsync("stop");
        await PushAsync(host, id, "after");
        Assert.Equal(["during"], (await resident.BotMessagesAsync()).Where(m => m.ReplyTo is null or "").Select(m => m.Text.Split(' ')[^1]));
    }

    private static async Task PushAsync(TestHost host, string id, string note)
    {
        await using (AsyncServiceScope scope = host.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ProbeDbContext>();
            db.PushTo(id, "probe.news", note, "probe.news.new", ("note", note));
            await db.SaveChangesAsync();
        }
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.IsAsync("the word has arrived or was dropped", () => host.Get<Database>().Count("platform_outbox") == 0);
    }

    private static async Task<bool> IsGivenAsync(TestHost host, string residentId)
    {
        await using AsyncServiceScope scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IConsents>().IsGivenAsync(residentId, "probe.news", CancellationToken.None);
    }
}
