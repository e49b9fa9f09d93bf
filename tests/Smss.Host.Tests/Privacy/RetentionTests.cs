using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Smss.Platform.Data;
using Smss.Platform.Privacy;

namespace Smss.Host.Tests.Privacy;

/// <summary>What was kept long enough goes at night, and the page promises exactly that.</summary>
public sealed class RetentionTests
{
    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_conversation_goes_so_many_days_after_its_last_message(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(new HostSetup { Db = db, Settings = ["--Smss:Retention:ConversationDays=30"] });
        Resident silent = await Resident.ComeAsync(host), faithful = await Resident.ComeAsync(host);
        await silent.SayAsync("mieszkam na Zimorodkowej");
        await faithful.SayAsync("mieszkam na Kukułczej");
        host.Clock.Advance(TimeSpan.FromDays(20));
        await faithful.ReturnAsync();
        await faithful.SayAsync("dzień dobry");
        await NightAsync(host);
        Assert.Contains("platform_activity", host.Get<Database>().Holding("Zimorodkowej"));

        host.Clock.Advance(TimeSpan.FromDays(11));
        await NightAsync(host);
        Assert.Empty(host.Get<Database>().Holding("Zimorodkowej"));
        Assert.Contains("platform_activity", host.Get<Database>().Holding("Kukułczej"));
        string before = silent.ConversationId;
        await silent.ReturnAsync();
        Assert.NotEqual(before, silent.ConversationId);
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task Everything_else_goes_in_its_time(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        Database database = host.Get<Database>();
        Resident resident = await Resident.ComeAsync(host);
        await resident.SayAsync("popieram IN-2026-0012");
        await resident.SayAsync("chcę kopię moich danych");
        string at = database.IsSqlite ? "1700000000000000" : "'2023-11-14'";
        database.Execute($"INSERT INTO platform_attempt (key, count, until) VALUES ('k', 1, {at})");
        database.Execute($"INSERT INTO platform_one_time_link (hash, expires_at) VALUES ('h', {at})");
        database.Execute($"INSERT INTO platform_audit (id, at, actor_id, actor, action, subject) SELECT '0193b3a0-0000-7000-8000-000000000000', {at}, '0193b3a0-0000-7000-8000-000000000001', 'a.nowak', 'platform.audit.sign-in', 'a.nowak'");
        database.Execute($"INSERT INTO platform_outbox (id, fact, handler, payload, attempts, due_at) VALUES ('0193b3a0-0000-7000-8000-000000000002', 'gone.fact', 'gone.handler', '{{}}', 5000, {at}), ('0193b3a0-0000-7000-8000-000000000003', 'platform.erasure-asked', 'gone.handler', '{{}}', 5000, {at})");
        string recent = database.IsSqlite ? $"{host.Clock.GetUtcNow().ToUnixTimeMilliseconds()}000" : "'2026-11-23'";
        database.Execute($"UPDATE initiatives_initiative SET status = 'Closed', author_id = 'somebody', contact = '+48600000000' WHERE number = 2026000000012");
        database.Execute($"UPDATE initiatives_step SET at = {recent} WHERE initiative_id IN (SELECT id FROM initiatives_initiative WHERE number = 2026000000012)");

        await NightAsync(host);
        Assert.Equal((0, 0, 0), (database.Count("platform_attempt"), database.Count("platform_one_time_link", "hash = 'h'"), database.Count("platform_audit", "actor = 'a.nowak'")));
        Assert.Equal(["platform.erasure-asked"], database.Strings("SELECT fact FROM platform_outbox WHERE attempts >= 5000"));
        Assert.Equal((1, 1, 1), (database.Count("initiatives_support"), database.Count("platform_copy_link"), database.Count("initiatives_initiative", "author_id = 'somebody'")));

        long supporters = long.Parse(database.Strings("SELECT supporters FROM initiatives_initiative WHERE number = 2026000000012").Single());
        host.Clock.Advance(TimeSpan.FromDays(92));
        await NightAsync(host);
        Assert.Equal((0, 0, 0), (database.Count("initiatives_support"), database.Count("platform_copy_link"), database.Count("initiatives_initiative", "author_id = 'somebody' OR contact IS NOT NULL")));
        Assert.Equal([$"{supporters}"], database.Strings("SELECT supporters FROM initiatives_initiative WHERE number = 2026000000012"));
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task One_commit_takes_a_few_rows_however_much_there_is(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        Database database = host.Get<Database>();
        string numbers = database.IsSqlite
            ? "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) SELECT {0} FROM n"
            : "SELECT {0} FROM generate_series(1, 3000) AS i";
        string at = database.IsSqlite ? "1700000000000000" : "TIMESTAMPTZ '2023-11-14'", no = database.IsSqlite ? "0" : "false";
        database.Execute($"INSERT INTO platform_conversation (id, channel, resident_id, version, last_sequence, last_at, started_at) VALUES ('old', 'directline', 'r', 0, 3000, {at}, {at})");
        string rows = string.Format(null, numbers, $"'old', i, {at}, {no}, {no}, {(database.IsSqlite ? "x'7b7d'" : "'\\x7b7d'::bytea")}");
        database.Execute($"INSERT INTO platform_activity (conversation_id, sequence, at, from_bot, pending, body) {rows}");

        await using (AsyncServiceScope scope = host.Services.CreateAsyncScope())
            Assert.True(await scope.ServiceProvider.GetRequiredService<ConversationData>().ForgetAsync(host.Clock.GetUtcNow().AddDays(-180), 200, CancellationToken.None));
        Assert.Equal(2800, database.Count("platform_activity", "conversation_id = 'old'"));
        await NightAsync(host);
        Assert.Equal((0, 0), (database.Count("platform_activity", "conversation_id = 'old'"), database.Count("platform_conversation", "id = 'old'")));
    }

    /// <summary>SMSS_FORGET_MESSAGES=1000000 makes it the measurement of docs/benchmarks.md.</summary>
    [Fact]
    public async Task Residents_are_answered_while_a_lot_is_forgotten()
    {
        int messages = int.TryParse(Environment.GetEnvironmentVariable("SMSS_FORGET_MESSAGES"), out int wanted) ? wanted : 20_000;
        await using TestHost host = await TestHost.StartAsync();
        Database database = host.Get<Database>();
        database.Execute($"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {messages / 10})
            INSERT INTO platform_conversation (id, channel, resident_id, version, last_sequence, last_at, started_at, state)
            SELECT 'old' || i, 'directline', 'r' || i, 0, 10, 1700000000000000, 1700000000000000, '{new string('s', 300)}' FROM n
            """);
        database.Execute($"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {messages - 1})
            INSERT INTO platform_activity (conversation_id, sequence, at, from_bot, pending, body)
            SELECT 'old' || (i / 10 + 1), i % 10 + 1, 1700000000000000, 0, 0, CAST('{new string('b', 600)}' AS BLOB) FROM n
            """);
        Resident resident = await Resident.ComeAsync(host);
        await resident.SayAsync("dzień dobry");
        var whole = Stopwatch.StartNew();
        Task night = Task.Run(() => NightAsync(host));
        var waits = new List<double>();
        do
        {
            var one = Stopwatch.StartNew();
            await resident.SayAsync("kiedy jest otwarty punkt?");
            waits.Add(one.Elapsed.TotalMilliseconds);
        }
        while (!night.IsCompleted);
        await night;
        waits.Sort();
        TestContext.Current.SendDiagnosticMessage(
            "{0} messages forgotten in {1:0.0} s; meanwhile {2} answers, median {3:0} ms, longest {4:0} ms", messages, whole.Elapsed.TotalSeconds, waits.Count, waits[waits.Count / 2], waits[^1]);
        Assert.Equal(0, database.Count("platform_conversation", "id LIKE 'old%'"));
        Assert.Equal(0, database.Count("platform_activity", "conversation_id LIKE 'old%'"));
        Assert.True(waits[^1] < 5_000, $"Somebody waited {waits[^1]:0} ms.");
    }

    private static async Task NightAsync(TestHost host)
    {
        await using AsyncServiceScope scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ForgetOld>().RunAsync(CancellationToken.None);
    }
}
