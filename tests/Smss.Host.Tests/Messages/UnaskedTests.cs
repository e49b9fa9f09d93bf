using System.Text.Json;
using Smss.Platform.Data;

namespace Smss.Host.Tests.Messages;

/// <summary>A PESEL or a card number is in no table, whatever part of the message it came in.</summary>
public sealed class UnaskedTests
{
    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_number_nobody_asked_for_is_stored_nowhere_and_shown_struck_out(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        Resident resident = await Resident.ComeAsync(host);
        await resident.SayAsync("zgłoś inicjatywę");
        await resident.SayAsync("Ławka, mój pesel 44051401359");
        await resident.SayAsync("Karta 4111 1111 1111 1111 leży na ławce od rana");
        string id = await Resident.IdOfAsync(await resident.PostAsync(new
        {
            type = "message", text = "Zakrzów", value = new { pesel = 44051401359, konto = "PL61109010140000071219812874" }, from = new { id = "resident" },
            channelData = new { clientActivityID = "44051401359-x", note = "44051401359" },
        }));
        await resident.AnswersToAsync(id);

        Assert.Empty(host.Get<Database>().Holding("1111 1111"));
        Assert.Empty(host.Get<Database>().Holding("PL6110901"));
        Assert.All(host.Get<Database>().Strings("SELECT body FROM platform_activity"), body => Assert.DoesNotContain("44051401359", body.Replace("44051401359-x", "", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Contains(await resident.ReadAsync(), a => a.TryGetProperty("text", out JsonElement text) && text.GetString() == "Ławka, mój pesel ●●●");
    }
}
