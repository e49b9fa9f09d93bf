using Smss.Platform.Data;

namespace Smss.Host.Tests.Messages;

/// <summary>"Usuń moje dane" removes what the resident wrote from every table.</summary>
public sealed class ErasureTests
{
    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task What_was_written_is_gone_from_every_table(Db db)
    {
        const string secret = "Zimorodkowa";
        await using TestHost host = await TestHost.StartAsync(db);
        Resident resident = await Resident.ComeAsync(host), neighbour = await Resident.ComeAsync(host);
        await resident.SayAsync($"mieszkam na ulicy {secret} 7");
        await neighbour.SayAsync("to jest rozmowa sąsiada z Kukułczej");
        Assert.Contains("platform_activity", host.Get<Database>().Holding(secret));

        await resident.SayAsync("usuń moje dane");
        Assert.Contains("platform_activity", host.Get<Database>().Holding(secret));
        Assert.Equal("Usunięte. Nie pamiętam już tej rozmowy.", (await resident.SayAsync("tak"))[^1].Text);

        Assert.Empty(host.Get<Database>().Holding(secret));
        Assert.Contains("platform_activity", host.Get<Database>().Holding("Kukułczej"));
        await host.RestartAsync();
        Assert.Empty(host.Get<Database>().Holding(secret));
    }
}
