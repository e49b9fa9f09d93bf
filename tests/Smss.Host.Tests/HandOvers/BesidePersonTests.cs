using System.Net;
using Smss.Abstractions.Texts;
using Smss.Host.Tests.Panel;
using Smss.Platform.Data;
using Smss.Understanding;

namespace Smss.Host.Tests.HandOvers;

/// <summary>What the bot does while a person answers: numbers to call, stop, erase; nothing else.</summary>
public sealed class BesidePersonTests
{
    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task In_a_crisis_the_numbers_come_and_the_person_stays(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        (Resident resident, Desk desk, Guid id) = await HeldAsync(host);
        using (desk)
        {
            BotMessage numbers = (await resident.SayAsync("nie chcę już żyć"))[0];
            Assert.Contains("116 123", numbers.Text, StringComparison.Ordinal);
            await resident.SilentlyAsync(host, "co mam robić?", "s1");
            Assert.Contains("nie chcę już żyć", await desk.ReadAsync(id), StringComparison.Ordinal);
        }
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task Erasing_asks_once_then_ends_it_and_leaves_nothing_to_read(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        (Resident resident, Desk desk, Guid id) = await HeldAsync(host);
        using (desk)
        {
            await resident.SilentlyAsync(host, "mój sekret to hipopotam", "s1");
            await resident.SayAsync("usuń moje dane");
            // Not a yes: it is for the person, and nothing is erased, not even by a later yes.
            Assert.Equal("Dobrze, nic nie usuwam.", Assert.Single(await resident.SayAsync("a co to zmieni?")).Text);
            await resident.SilentlyAsync(host, "tak", "s2");
            Assert.Contains("hipopotam", await desk.ReadAsync(id), StringComparison.Ordinal);

            await resident.SayAsync("usuń moje dane");
            Assert.StartsWith("Treść tej rozmowy jest usunięta.", Assert.Single(await resident.SayAsync("tak")).Text, StringComparison.Ordinal);
            Assert.Empty(host.Get<Database>().Holding("hipopotam"));
            Assert.Equal(0, host.Get<Database>().Count("platform_handover"));
            Assert.Equal(HttpStatusCode.NotFound, await desk.Browser.StatusAsync($"{Desk.List}/{id}"));
            // Closed with the word that says so, not when the erasure has come round everywhere.
            Assert.Equal(HttpStatusCode.NotFound, (await resident.PostAsync(resident.Message("szukam pracy", "s3"))).StatusCode);
        }
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task Stop_ends_it_at_once_with_one_message_and_the_form_comes_back(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        (Resident resident, Desk desk, Guid id) = await HeldAsync(host, "chcę zgłosić inicjatywę", "Lampy na Zatorskiej");
        using (desk)
        {
            await resident.SilentlyAsync(host, "Od tygodnia nie świecą trzy lampy.", "s1");
            BotMessage[] back = [.. await resident.SayAsync("stop")];
            Assert.StartsWith(Heard.Back, back[0].Text, StringComparison.Ordinal);
            Assert.Equal("Niedokończone zostało: zgłoszenie inicjatywy „Lampy na Zatorskiej”. Idziemy dalej, zaczynamy od nowa czy zostawiamy?", back[1].Text);
            Assert.Equal("stop nie", await UnsentAsync(host, desk, id, "stop nie"));
            host.Clock.Advance(TimeSpan.FromMinutes(40));
            await desk.MinuteAsync();
            Assert.Equal(1, await resident.CountAsync(Heard.Back) + await resident.CountAsync(Heard.Left));
            Assert.Equal(host.Get<ITexts>().Get(Language.Pl, "initiatives.file.description.ask"), Assert.Single(await resident.SayAsync("dalej")).Text);
        }
    }

    [Fact]
    public async Task Stop_takes_back_a_request_that_waits_and_a_disabled_account_holds_nobody()
    {
        await using TestHost host = await TestHost.StartAsync();
        (Resident held, Desk desk, _) = await HeldAsync(host);
        using (desk)
        {
            Resident waiting = await Heard.AskingAsync(host);
            Assert.StartsWith("Dobrze, prośba o rozmowę z człowiekiem jest cofnięta.", Assert.Single(await waiting.SayAsync("stop")).Text, StringComparison.Ordinal);
            Assert.Empty(await desk.WaitingAsync());
            host.Get<Database>().Execute($"UPDATE platform_account SET disabled_at = {(host.Clock.GetUtcNow().ToUnixTimeMilliseconds() * 1000)} WHERE user_name = 'c.centrum'");
            await desk.MinuteAsync();
            Assert.Equal(1, await held.CountAsync(Heard.Left));
        }
    }

    private static async Task<string> UnsentAsync(TestHost host, Desk desk, Guid id, string words)
    {
        HttpResponseMessage answer = await desk.Browser.PostAsync(Desk.List, $"{Desk.List}/{id}?handler=Say", ("words", words), ("key", Guid.CreateVersion7(host.Clock.GetUtcNow()).ToString()));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        return System.Text.RegularExpressions.Regex.Match(await StaffBrowser.TextAsync(answer), "<blockquote><bdi>(.*?)</bdi>").Groups[1].Value;
    }

    private static async Task<(Resident, Desk, Guid)> HeldAsync(TestHost host, params string[] before)
    {
        StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        Desk desk = await Desk.OfAsync(host, admin, "c.centrum");
        Resident resident = await Resident.ComeAsync(host);
        foreach (string words in before) await resident.SayAsync(words);
        await resident.SayAsync("chcę porozmawiać z człowiekiem");
        return (resident, desk, await desk.TakeAsync());
    }
}
