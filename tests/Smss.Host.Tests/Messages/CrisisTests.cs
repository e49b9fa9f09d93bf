using Smss.Platform.Data;

namespace Smss.Host.Tests.Messages;

/// <summary>What somebody in danger writes stays in their own conversation: not among the unanswered, not in the log, in no other table.</summary>
public sealed class CrisisTests
{
    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_cry_for_help_leaves_no_trace_outside_its_own_conversation(Db db)
    {
        const string said = "zimorodkowata";
        await using TestHost host = await TestHost.StartAsync(db);
        foreach ((string language, string cry) in ((string, string)[])[("pl", "mąż mnie bije"), ("uk", "не хочу жити"), ("en", "i have nowhere to sleep tonight")])
        {
            Resident resident = await Resident.ComeAsync(host, language);
            Assert.Contains("112", (await resident.SayAsync($"{cry} {said}"))[0].Text, StringComparison.Ordinal);
            await resident.SayAsync($"{said} {said}");
        }
        Assert.Equal(["platform_activity"], host.Get<Database>().Holding(said));
        Assert.Equal(0, host.Get<Database>().Count("platform_unanswered"));
        Assert.DoesNotContain(host.Log.All, line => line.Contains(said, StringComparison.OrdinalIgnoreCase) || line.Contains("crisis", StringComparison.OrdinalIgnoreCase));
    }
}
