using System.Net;
using System.Text.Json;
using Smss.Abstractions;
using Smss.Host.Tests.Panel;
using Smss.Platform.Data;

namespace Smss.Host.Tests.HandOvers;

/// <summary>A resident asks for a person, a person answers, the bot comes back.</summary>
public sealed class HandOverTests
{
    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task From_asking_to_the_one_closing_message(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using Desk desk = await Desk.OfAsync(host, admin, "c.centrum");
        Resident resident = await Heard.AskingAsync(host, "mój sekret to hipopotam <b>");
        Assert.Equal(1, await resident.CountAsync(Heard.Called));
        Assert.NotEmpty(await resident.SayAsync("szukam pracy"));
        host.Clock.Advance(TimeSpan.FromMinutes(7));
        string list = await desk.ListAsync();
        Assert.Contains("Polski · czeka od 10:15 (7 min)", list, StringComparison.Ordinal);
        Assert.DoesNotContain("hipopotam", list, StringComparison.Ordinal);

        Guid id = await desk.TakeAsync();
        Assert.Equal(1, await resident.CountAsync(Heard.Here));
        await resident.SilentlyAsync(host, "a kiedy jest otwarte centrum?", "s1");
        string page = await StaffBrowser.TextAsync(await desk.Browser.GetAsync($"{Desk.List}/{id}"));
        Assert.Contains("mój sekret to hipopotam &lt;b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("a kiedy jest otwarte centrum?", page, StringComparison.Ordinal);

        HttpResponseMessage[] twice = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => desk.Browser.PostAsync(page, $"{Desk.List}/{id}?handler=Say", ("words", "Dzień dobry, <i>już</i> sprawdzam."))));
        Assert.All(twice, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        JsonElement said = Assert.Single(await resident.ReadAsync(), a => a.TryGetProperty("text", out JsonElement t) && t.GetString() == "Dzień dobry, <i>już</i> sprawdzam.");
        Assert.Equal("pracownik Centrum (człowiek)", said.GetProperty("from").GetProperty("name").GetString());
        Assert.DoesNotContain("c.centrum", string.Join('\n', await resident.ReadAsync()), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await desk.HandBackAsync(id)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.HandBackAsync(id)).StatusCode);
        Assert.Equal(1, await resident.CountAsync(Heard.Back));
        Assert.NotEmpty(await resident.SayAsync("szukam pracy"));
        Assert.DoesNotContain("hipopotam", await desk.ReadAsync(id), StringComparison.Ordinal);
        Assert.Equal(0, host.Get<Database>().Count("platform_handover"));
        Assert.Equal(
            ["platform.audit.talk-back", "platform.audit.talk-look", "platform.audit.talk-take"],
            host.Get<Database>().Strings("SELECT DISTINCT action FROM platform_audit WHERE actor = 'c.centrum' AND action LIKE 'platform.audit.talk%' ORDER BY action"));
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task Of_two_who_take_at_once_one_gets_it_and_the_other_is_told(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using Desk one = await Desk.OfAsync(host, admin, "c.jeden"), other = await Desk.OfAsync(host, admin, "c.drugi");
        Resident resident = await Heard.AskingAsync(host, "mój sekret to hipopotam");
        Guid id = Assert.Single(await one.WaitingAsync());

        HttpResponseMessage[] both = await Task.WhenAll(one.TakeAsync(id), other.TakeAsync(id));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Redirect], both.Select(b => b.StatusCode).Order());
        (Desk has, Desk hasNot) = both[0].StatusCode == HttpStatusCode.Redirect ? (one, other) : (other, one);
        string told = WebUtility.HtmlDecode(await StaffBrowser.TextAsync(both.Single(b => b.StatusCode == HttpStatusCode.OK)));
        Assert.Matches("Rozmowę [0-9A-F]{6} ma już c\\.(jeden|drugi)\\.", told);
        Assert.Equal(1, await resident.CountAsync(Heard.Here));
        Assert.Contains("hipopotam", await has.ReadAsync(id), StringComparison.Ordinal);
        Assert.DoesNotContain("hipopotam", await hasNot.ReadAsync(id), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await hasNot.Browser.StatusAsync($"{Desk.List}/{id}?handler=Log"));
        Assert.Equal(HttpStatusCode.NotFound, await hasNot.Browser.StatusAsync($"{Desk.List}/{id}/strumien"));
        Assert.Contains("Ta wiadomość nie została wysłana", WebUtility.HtmlDecode(await StaffBrowser.TextAsync(await hasNot.Browser.PostAsync(Desk.List, $"{Desk.List}/{id}?handler=Say", ("words", "to ja"), ("key", Guid.CreateVersion7(host.Clock.GetUtcNow()).ToString())))), StringComparison.Ordinal);
        Assert.Equal(0, await resident.CountAsync("to ja"));
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_hand_over_outlives_a_restart(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        Guid id;
        Resident resident;
        using (Desk desk = await Desk.OfAsync(host, admin, "c.centrum"))
        {
            resident = await Heard.AskingAsync(host);
            id = await desk.TakeAsync();
            await host.RestartAsync();
            await resident.ReturnAsync();
            await resident.SilentlyAsync(host, "szukam pracy", "s1");
        }
        host.Clock.Advance(TimeSpan.FromMinutes(31));
        using var later = new Desk(host, admin);
        await later.MinuteAsync();
        await later.MinuteAsync();
        Assert.Equal(1, await resident.CountAsync(Heard.Left));
        Assert.NotEmpty(await resident.SayAsync("szukam pracy"));
        Assert.Equal(0, host.Get<Database>().Count("platform_handover", $"id = '{id}'"));
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task Who_waits_long_is_told_and_told_once_when_nobody_came(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using Desk desk = await Desk.OfAsync(host, admin, "c.centrum");
        Resident resident = await Heard.AskingAsync(host);
        host.Clock.Advance(TimeSpan.FromMinutes(19));
        await desk.MinuteAsync();
        Assert.Equal(0, await resident.CountAsync(Heard.Longer));
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await desk.MinuteAsync();
        await desk.MinuteAsync();
        Assert.Equal(1, await resident.CountAsync(Heard.Longer));
        // It asks for a contact, so what becomes of one is said before, and never twice.
        string[] heard = [.. (await resident.BotMessagesAsync()).Select(m => m.Text[..Math.Min(m.Text.Length, Heard.Clause.Length)])];
        Assert.Equal(Heard.Clause, heard[^2]);
        host.Clock.Advance(TimeSpan.FromDays(4));
        await Task.WhenAll(desk.MinuteAsync(), desk.MinuteAsync());
        await resident.ReturnAsync();
        Assert.Equal(1, await resident.CountAsync(Heard.NobodyCame));
        Assert.Equal(0, host.Get<Database>().Count("platform_handover"));
        await resident.SayAsync("chcę porozmawiać z człowiekiem");
        Assert.Equal(1, await resident.CountAsync(Heard.Clause));
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task With_nobody_on_duty_it_is_said_where_a_person_is_and_a_contact_may_be_left(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using Desk desk = await Desk.OfAsync(host, admin, "c.centrum", onDuty: false);
        Resident resident = await Heard.AskingAsync(host);
        string[] said = [.. (await resident.BotMessagesAsync()).Select(m => m.Text)];
        Assert.Contains(said, t => t.StartsWith("Po drugiej stronie czatu nie ma teraz człowieka. Najbliżej pomogą:", StringComparison.Ordinal));
        Assert.StartsWith(Heard.Waits, said[^1], StringComparison.Ordinal);
        Assert.StartsWith("To nie wygląda na numer telefonu", (await resident.SayAsync("600 00"))[^1].Text, StringComparison.Ordinal);
        Assert.StartsWith("Dziękuję. Pracownik zobaczy ten kontakt", (await resident.SayAsync("600 000 123, po 16"))[^1].Text, StringComparison.Ordinal);

        string list = await desk.ListAsync();
        Assert.Contains("Czeka: 1", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Weź rozmowę", list, StringComparison.Ordinal);
        await desk.BeginDutyAsync();
        list = await desk.ListAsync();
        Assert.Contains("Jest zostawiony telefon albo e-mail.", list, StringComparison.Ordinal);
        Assert.DoesNotContain("600 000 123", list, StringComparison.Ordinal);
        Assert.Contains("600 000 123", await desk.ReadAsync(await desk.TakeAsync()), StringComparison.Ordinal);
        Assert.Equal(["platform_activity"], host.Get<Database>().Holding("600 000 123"));
    }
}
