using Smss.Abstractions;
using Smss.Platform.Data;

namespace Smss.Host.Tests.Panel;

/// <summary>A leader changes a day from the chat: read back, confirmed, undone; nobody else does. Monday 23 November 2026, open 12:00–18:00.</summary>
public sealed class HoursFromChatTests
{
    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task One_day_changes_everywhere_and_can_be_undone(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser coordinator = await admin.ColleagueAsync("k.koordynator", StaffRoles.Coordinator);
        using StaffBrowser leader = await OwnLeader.OfAsync(admin, coordinator);
        Resident chat = await OwnLeader.ChatAsync(host, leader);
        string before = await PageAsync(host);

        string asked = await SaidAsync(chat, "dziś zamykam o 15");
        Assert.Contains("12:00–15:00", asked, StringComparison.Ordinal);
        Assert.Contains("Inne dni się nie zmienią", asked, StringComparison.Ordinal);
        Assert.Equal(before, await PageAsync(host));

        Assert.Contains("Zapisane.", await SaidAsync(chat, "tak"), StringComparison.Ordinal);
        string after = await PageAsync(host);
        Assert.Contains("12:00–15:00", after, StringComparison.Ordinal);
        Assert.Single(Different(before, after));
        Assert.Contains("12:00–15:00", await SaidAsync(await Resident.ComeAsync(host), "do której dziś czynny Punkt Integracji Zakrzów?"), StringComparison.Ordinal);
        string calendar = await host.Http.GetStringAsync("/punkty/kalendarz.ics?punkt=" + OwnLeader.Point);
        Assert.Contains("DTEND:20261123T140000Z", calendar, StringComparison.Ordinal);
        Assert.Contains("DTEND:20261130T170000Z", calendar, StringComparison.Ordinal);

        Assert.Contains("12:00–18:00", await SaidAsync(chat, "Cofnij zmianę godzin"), StringComparison.Ordinal);
        await chat.SayAsync("tak");
        Assert.Equal(before, await PageAsync(host));
        Assert.Equal(
            ["leaders.audit.day.hours", "leaders.audit.day.usual"],
            host.Get<Database>().Strings($"SELECT action FROM platform_audit WHERE actor = '{OwnLeader.Name}' AND action LIKE 'leaders.audit.day%' ORDER BY id"));
    }

    [Fact]
    public async Task What_cannot_be_is_said_and_changes_nothing()
    {
        await using TestHost host = await TestHost.StartAsync(new HostSetup { Clock = "2026-11-23 14:30" });
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser coordinator = await admin.ColleagueAsync("k.koordynator", StaffRoles.Coordinator);
        using StaffBrowser leader = await OwnLeader.OfAsync(admin, coordinator);
        Resident chat = await OwnLeader.ChatAsync(host, leader);
        foreach ((string words, string answer) in ((string, string)[])[
            ("dziś zamykam o 14", "Godzina 14:00 już minęła"), ("jutro zamykam o 15", "Tego nie da się tak zmienić"), ("dziś jednak otwarte normalnie", "Tak już jest"),
            ("wczoraj nieczynne", "Ten dzień już minął"), ("cofnij zmianę godzin", "Nie ma czego cofnąć"), ("dziś zamykam punkt", "Co zmienić?"),
            ("dziś zamykam na Kłokoczycach", "tylko godziny tego punktu"), ("punkt na Kłokoczycach dziś zamknięty", "tylko godziny tego punktu")])
            Assert.Contains(answer, await SaidAsync(chat, words), StringComparison.Ordinal);
        Assert.Contains("12:00–14:30", await SaidAsync(chat, "zamykam teraz"), StringComparison.Ordinal);
        Assert.Contains("nic nie zmieniam", await SaidAsync(chat, "nie"), StringComparison.Ordinal);
        Assert.Contains("zamknięte", await SaidAsync(chat, "jutro nieczynne"), StringComparison.Ordinal);
        Assert.Equal(0, host.Get<Database>().Count("platform_audit", "action LIKE 'leaders.audit.day%'"));
    }

    [Fact]
    public async Task Whoever_is_not_linked_hears_the_hours()
    {
        await using TestHost host = await TestHost.StartAsync();
        string said = await SaidAsync(await Resident.ComeAsync(host), "dziś zamykam o 15");
        Assert.Contains("Godziny zmienia osoba, która prowadzi punkt.", said, StringComparison.Ordinal);
        Assert.Contains("9:00–17:00", said, StringComparison.Ordinal);
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_link_ends_with_the_account_with_a_click_and_its_code_works_once(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser coordinator = await admin.ColleagueAsync("k.koordynator", StaffRoles.Coordinator);
        using StaffBrowser leader = await OwnLeader.OfAsync(admin, coordinator);

        string code = await OwnLeader.CodeAsync(leader);
        Resident chat = await Resident.ComeAsync(host), thief = await Resident.ComeAsync(host);
        await chat.SayAsync("połącz z panelem " + code.ToLowerInvariant().Replace('-', ' '));
        Assert.Contains("Połączone", await SaidAsync(chat, "tak"), StringComparison.Ordinal);
        await thief.SayAsync("połącz z panelem " + code);
        Assert.Contains("Ten kod nie działa", await SaidAsync(thief, "tak"), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Get<Database>().Strings("SELECT hash FROM leaders_chat_code"), h => h.Contains(code, StringComparison.Ordinal));

        string late = await OwnLeader.CodeAsync(leader);
        host.Clock.Advance(TimeSpan.FromMinutes(11));
        await thief.SayAsync("połącz z panelem " + late);
        Assert.Contains("Ten kod nie działa", await SaidAsync(thief, "tak"), StringComparison.Ordinal);

        await leader.PostAsync("/panel/leaders/czat", "/panel/leaders/czat?handler=End");
        Assert.Contains("Godziny zmienia osoba", await SaidAsync(chat, "dziś zamykam o 15"), StringComparison.Ordinal);

        chat = await OwnLeader.ChatAsync(host, leader);
        Assert.Contains("Zapisać?", await SaidAsync(chat, "dziś zamykam o 15"), StringComparison.Ordinal);
        string account = "/panel/platform/konta/" + Guid.Parse(host.Get<Database>().Strings($"SELECT id FROM platform_account WHERE user_name = '{OwnLeader.Name}'").Single());
        await admin.PostAsync(account, account + "?handler=Enabled", ("enabled", "false"));
        Assert.Contains("nie jest już połączona", await SaidAsync(chat, "tak"), StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        await Eventually.IsAsync("the link is gone", () => Task.FromResult(host.Get<Database>().Count("leaders_chat_link") == 0));
        await admin.PostAsync(account, account + "?handler=Enabled", ("enabled", "true"));
        Assert.Contains("Godziny zmienia osoba", await SaidAsync(chat, "dziś zamykam o 15"), StringComparison.Ordinal);
    }

    /// <summary>On the Sunday with two hours from 2 to 3 the first one counts, and what comes after is an hour of real time later.</summary>
    [Fact]
    public async Task The_night_of_the_clock_change_is_a_day_like_any_other()
    {
        await using TestHost host = await TestHost.StartAsync(new HostSetup { Clock = "2026-10-25 10:15" });
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser coordinator = await admin.ColleagueAsync("k.koordynator", StaffRoles.Coordinator);
        using StaffBrowser leader = await OwnLeader.OfAsync(admin, coordinator);
        Resident chat = await OwnLeader.ChatAsync(host, leader);
        Assert.Contains("11:00–15:00", await SaidAsync(chat, "dziś wyjątkowo otwarte od 11 do 15"), StringComparison.Ordinal);
        await chat.SayAsync("tak");
        host.Clock.Advance(TimeSpan.FromSeconds(4));
        string calendar = await host.Http.GetStringAsync("/punkty/kalendarz.ics?punkt=" + OwnLeader.Point);
        Assert.Contains("DTSTART:20261025T100000Z", calendar, StringComparison.Ordinal);
        Assert.Contains("DTEND:20261025T140000Z", calendar, StringComparison.Ordinal);
    }

    private static async Task<string> SaidAsync(Resident resident, string words) => string.Join('\n', (await resident.SayAsync(words)).Select(m => m.Text));

    /// <summary>The public page, after the five seconds in which it must follow.</summary>
    private static async Task<string> PageAsync(TestHost host)
    {
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        return await host.Http.GetStringAsync("/punkty/" + OwnLeader.Point);
    }

    private static IEnumerable<string> Different(string before, string after) =>
        before.Split('\n').Zip(after.Split('\n')).Where(pair => pair.First != pair.Second && pair.Second.Contains("<td>", StringComparison.Ordinal)).Select(pair => pair.Second);
}
