using System.Text.Json;
using Smss.Host.Tests.Probe;
using Smss.Platform.Data;

namespace Smss.Host.Tests.Messages;

/// <summary>Acknowledged means answered, once: whatever the network repeats and whenever the host stops.</summary>
public sealed class OnceTests
{
    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_message_posted_fifty_times_at_once_is_acted_on_once(Db db)
    {
        await using TestHost host = await ProbeHost.StartAsync(db);
        Resident resident = await Resident.ComeAsync(host);
        await resident.JoinAsync();
        object message = resident.Message(ProbeHost.Note, "the same");

        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => resident.PostAsync(message)));
        string[] ids = await Task.WhenAll(answers.Select(Resident.IdOfAsync));

        Assert.Single(ids.Distinct());
        Assert.Equal("Notes: 1", Assert.Single(await resident.AnswersToAsync(ids[0])).Text);
        Assert.Equal(1, host.Get<Database>().Count("probe_note"));
        Assert.Equal(1, host.Get<Database>().Count("platform_activity", "message_key = 'the same'"));
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_message_acknowledged_before_a_crash_is_answered_after_the_start_once(Db db)
    {
        await using TestHost host = await ProbeHost.StartAsync(db);
        Resident resident = await Resident.ComeAsync(host);
        await resident.JoinAsync();
        // What a crash leaves: the message is committed, its turn is not.
        long before = host.Get<Database>().Count("platform_activity");
        string[] undone = [.. await Task.WhenAll(Leave(host, resident, before + 1), Leave(host, resident, before + 2))];

        for (int restart = 0; restart < 2; restart++)
        {
            await host.RestartAsync();
            await resident.ReturnAsync();
            foreach (string id in undone) Assert.Single(await resident.AnswersToAsync(id));
        }
        Assert.Equal(["Notes: 1", "Notes: 2"], (await resident.BotMessagesAsync()).Skip(1).Select(m => m.Text));
        Assert.Equal(0, host.Get<Database>().Count("platform_activity", "pending"));
    }

    private static async Task<string> Leave(TestHost host, Resident resident, long sequence)
    {
        string body = JsonSerializer.Serialize(new { type = "message", from = new { id = "resident", role = "user" }, text = ProbeHost.Note });
        Database database = host.Get<Database>();
        await host.Get<Writer>().WriteAsync(
            scope =>
            {
                Platform.Conversations.LogSql.Advance(database, scope, resident.ConversationId, 1, host.Clock.GetUtcNow());
                Platform.Conversations.LogSql.Insert(
                    database, scope, resident.ConversationId, sequence, host.Clock.GetUtcNow(), false, null, true, System.Text.Encoding.UTF8.GetBytes(body));
                return 0;
            },
            CancellationToken.None);
        // Recovery takes what is older than the start.
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        return $"{resident.ConversationId}|{sequence:D7}";
    }
}
