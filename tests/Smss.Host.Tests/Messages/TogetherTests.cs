using System.Text;
using System.Text.Json;
using Smss.Conversation;
using Smss.Platform.Conversations;
using Smss.Platform.Data;
using Smss.Understanding;

namespace Smss.Host.Tests.Messages;

/// <summary>Two messages in quick succession: what only adds to the first is answered with it, anything else by itself.</summary>
public sealed class TogetherTests
{
    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_message_that_adds_to_the_one_before_is_answered_together_with_it(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        (Resident resident, IncomingMessage first, IncomingMessage second) = await TwoWaitAsync(host, "szukam pracy", "jako spawacz");

        Assert.Equal(second.Sequence, await host.Get<TurnRunner>().RunAsync(first, () => second));

        BotMessage[] said = [.. (await resident.BotMessagesAsync()).Skip(1)];
        Assert.Equal(["Czytam to razem: „szukam pracy jako spawacz”."], said.Where(m => m.ReplyTo == Id(first)).Select(m => m.Text));
        Assert.StartsWith("Mam 3 oferty (spawacz):", Assert.Single(said, m => m.ReplyTo == Id(second)).Text, StringComparison.Ordinal);
        Assert.Equal(0, host.Get<Database>().Count("platform_activity", "pending"));
    }

    [Theory, InlineData("szukam pracy", "kiedy otwarte centrum"), InlineData("szukam pracy", "dziękuję"), InlineData("kiedy otwarte centrum", "szukam pracy jako spawacz")]
    public async Task Messages_of_their_own_are_answered_one_by_one(string one, string other)
    {
        await using TestHost host = await TestHost.StartAsync();
        (Resident resident, IncomingMessage first, IncomingMessage second) = await TwoWaitAsync(host, one, other);

        Assert.Equal(first.Sequence, await host.Get<TurnRunner>().RunAsync(first, () => second));
        Assert.Equal(second.Sequence, await host.Get<TurnRunner>().RunAsync(second, () => null));

        IReadOnlyList<BotMessage> said = await resident.BotMessagesAsync();
        Assert.Contains(said, m => m.ReplyTo == Id(first));
        Assert.Contains(said, m => m.ReplyTo == Id(second));
    }

    [Fact]
    public async Task A_message_that_another_host_answered_meanwhile_is_not_answered_again()
    {
        await using TestHost host = await TestHost.StartAsync();
        (Resident resident, IncomingMessage first, IncomingMessage second) = await TwoWaitAsync(host, "szukam pracy", "jako spawacz");
        host.Get<Database>().Execute($"UPDATE platform_activity SET pending = false WHERE sequence = {second.Sequence}");

        Assert.Equal(first.Sequence, await host.Get<TurnRunner>().RunAsync(first, () => second));

        Assert.DoesNotContain(await resident.BotMessagesAsync(), m => m.ReplyTo == Id(second));
        Assert.Equal(0, host.Get<Database>().Count("platform_activity", "pending"));
    }

    [Theory, InlineData("szukam pracy", "jako spawacz", "spawacz"), InlineData("szukam pracy w kuchni", "na Zakrzowie", "Zakrzów"), InlineData("kiedy otwarte centrum", "w sobotę", "w sobotę")]
    public async Task Of_two_messages_posted_back_to_back_the_last_answer_knows_both(string one, string other, string known)
    {
        await using TestHost host = await TestHost.StartAsync();
        for (int i = 0; i < 5; i++)
        {
            Resident resident = await Resident.ComeAsync(host);
            await resident.JoinAsync();
            using HttpResponseMessage first = await resident.PostAsync(resident.Message(one, "a")), second = await resident.PostAsync(resident.Message(other, "b"));
            Assert.NotEmpty(await resident.AnswersToAsync(await Resident.IdOfAsync(first)));
            BotMessage last = (await resident.AnswersToAsync(await Resident.IdOfAsync(second)))[^1];
            Assert.Contains(known, last.Text, StringComparison.Ordinal);
            Assert.Equal(last.Text, (await resident.BotMessagesAsync())[^1].Text);
        }
    }

    /// <summary>Two messages in the log that no worker has taken up yet.</summary>
    private static async Task<(Resident, IncomingMessage, IncomingMessage)> TwoWaitAsync(TestHost host, string one, string other)
    {
        Resident resident = await Resident.ComeAsync(host);
        await resident.JoinAsync();
        return (resident, await AppendAsync(host, resident, one), await AppendAsync(host, resident, other));
    }

    private static Task<IncomingMessage> AppendAsync(TestHost host, Resident resident, string text)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new { type = "message", from = new { id = "resident", role = "user" }, text });
        Database database = host.Get<Database>();
        return host.Get<Writer>().WriteAsync(
            scope =>
            {
                (long sequence, DateTimeOffset at) = LogSql.Advance(database, scope, resident.ConversationId, 1, host.Clock.GetUtcNow())!.Value;
                LogSql.Insert(database, scope, resident.ConversationId, sequence, at, false, null, true, body);
                return new IncomingMessage(resident.ConversationId, sequence, "resident", text, Language.Pl);
            },
            CancellationToken.None);
    }

    private static string Id(IncomingMessage message) => $"{message.ConversationId}|{message.Sequence:D7}";
}
