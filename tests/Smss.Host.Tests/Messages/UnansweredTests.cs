using Microsoft.Extensions.DependencyInjection;
using Smss.Platform.Commands;
using Smss.Platform.Data;
using Smss.Platform.Privacy;

namespace Smss.Host.Tests.Messages;

/// <summary>What residents ask and nobody answers is counted, without who asked, for as long as was said.</summary>
public sealed class UnansweredTests
{
    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task The_same_question_is_counted_once_without_names_and_numbers(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        foreach (string text in (string[])["Ile kosztuje bilet do kina?", "ile kosztuje bilet do kina", "ile kosztuje bilet do kina 601 234 567"])
            await (await Resident.ComeAsync(host)).SayAsync(text);
        await (await Resident.ComeAsync(host, "uk")).SayAsync("скільки коштує квиток у кіно");

        Assert.Equal(
            [
                "3\tpl\t2026-11-23\tIle kosztuje bilet do kina?",
                "1\tuk\t2026-11-23\tскільки коштує квиток у кіно",
            ],
            await PrintedAsync(host));
    }

    [Fact]
    public async Task A_cry_for_help_and_what_follows_it_is_kept_nowhere()
    {
        await using TestHost host = await TestHost.StartAsync();
        Resident resident = await Resident.ComeAsync(host);
        await resident.SayAsync("nie chcę już żyć");
        await resident.SayAsync("ile kosztuje bilet do kina");
        Assert.Empty(await PrintedAsync(host));
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task What_nobody_asked_for_long_is_gone_after_the_night(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(new HostSetup { Db = db, Settings = ["--Smss:Retention:UnansweredDays=10"] });
        await (await Resident.ComeAsync(host)).SayAsync("ile kosztuje bilet do kina");
        host.Clock.Advance(TimeSpan.FromDays(10));
        await (await Resident.ComeAsync(host)).SayAsync("jaki jest kurs euro");
        await NightAsync(host);
        Assert.Equal(2, (await PrintedAsync(host)).Length);

        host.Clock.Advance(TimeSpan.FromDays(1));
        await NightAsync(host);
        Assert.Equal(["1\tpl\t2026-12-03\tjaki jest kurs euro"], await PrintedAsync(host));
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_full_list_takes_nothing_new_until_the_night_makes_room(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        string numbers = host.Get<Database>().IsSqlite
            ? "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) SELECT 'pl', 'k' || i, 't', 1, '2026-11-20' FROM n"
            : "SELECT 'pl', 'k' || i, 't', 1, DATE '2026-11-20' FROM generate_series(1, 10000) AS i";
        host.Get<Database>().Execute("INSERT INTO platform_unanswered (language, key, text, times, last_seen) " + numbers);

        await (await Resident.ComeAsync(host)).SayAsync("ile kosztuje bilet do kina");
        Assert.Equal(10_000, host.Get<Database>().Count("platform_unanswered"));
        await NightAsync(host);
        await (await Resident.ComeAsync(host)).SayAsync("ile kosztuje bilet do kina");
        Assert.Equal(9_001, host.Get<Database>().Count("platform_unanswered"));
    }

    private static async Task NightAsync(TestHost host)
    {
        await using AsyncServiceScope scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ForgetOld>().RunAsync(CancellationToken.None);
    }

    private static async Task<string[]> PrintedAsync(TestHost host)
    {
        await using AsyncServiceScope scope = host.Services.CreateAsyncScope();
        var printed = new StringWriter { NewLine = "\n" };
        await UnansweredCommand.PrintAsync(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), printed);
        return printed.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
