using System.Net;
using Smss.Abstractions;
using Smss.Platform.Data;

namespace Smss.Host.Tests.Panel;

/// <summary>The staff answer an initiative and its author hears it.</summary>
public sealed class InitiativePanelTests
{
    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task What_the_staff_decide_reaches_the_author_the_public_and_the_audit_trail(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        (Resident resident, string number) = await FileAsync(host);
        string page = $"/panel/initiatives/{number}/odpowiedz";
        Assert.Contains(number, await StaffBrowser.TextAsync(await centre.GetAsync("/panel/initiatives?stan=filed&slowa=lampy")), StringComparison.Ordinal);
        Assert.DoesNotContain(number, await StaffBrowser.TextAsync(await centre.GetAsync("/panel/initiatives?slowa=hipopotam")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/inicjatywy/" + number)).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await centre.PostAsync(page, page, ("what", "Release"), ("words", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("/inicjatywy/" + number)).StatusCode);
        Assert.Contains(number, await StaffBrowser.TextAsync(await centre.GetAsync("/panel/initiatives?slowa=lampy")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await centre.PostAsync(page, page, ("what", "Answer"), ("words", "Sprawdzamy to z zarządem dróg."))).StatusCode);
        Assert.Contains("Sprawdzamy to z zarządem dróg.", string.Join('\n', (await resident.SayAsync("co z moją inicjatywą?")).Select(m => Words(m))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await centre.PostAsync(page, page, ("what", "Plan"), ("words", "Lampy będą wymienione w styczniu."))).StatusCode);
        string heard = string.Join('\n', (await resident.SayAsync($"co z {number}?")).Select(m => Words(m)));
        Assert.Contains("przyjęta do planu", heard, StringComparison.Ordinal);
        Assert.Contains("Lampy będą wymienione w styczniu.", heard, StringComparison.Ordinal);
        Assert.Contains("Lampy będą wymienione w styczniu.", await host.Http.GetStringAsync("/inicjatywy/" + number), StringComparison.Ordinal);
        Assert.Equal(
            ["initiatives.audit.answer", "initiatives.audit.plan", "initiatives.audit.release"],
            host.Get<Database>().Strings($"SELECT action FROM platform_audit WHERE subject = '{number}' AND actor = 'c.centrum' ORDER BY action"));
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task The_author_is_told_without_asking_once_in_the_language_used_last(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        (Resident resident, string number) = await FileAsync(host);
        Resident stranger = await Resident.ComeAsync(host);
        await resident.SayAsync("дякую, а коли відкрито центр?");
        int before = (await resident.BotMessagesAsync()).Count;
        string page = $"/panel/initiatives/{number}/odpowiedz";
        await centre.PostAsync(page, page, ("what", "Release"), ("words", ""));
        host.Clock.Advance(TimeSpan.FromMilliseconds(20));
        await centre.PostAsync(page, page, ("what", "Close"), ("words", "To droga {krajowa}, nie miejska."));

        // As if the host had been killed after the decision: what is to be said lies in the outbox.
        await host.RestartAsync();
        await resident.ReturnAsync();
        Assert.Equal(before, (await resident.BotMessagesAsync()).Count);
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        await Eventually.IsAsync("the author is told", async () => (await resident.BotMessagesAsync()).Count == before + 2);
        BotMessage[] told = [.. (await resident.BotMessagesAsync()).Skip(before)];
        Assert.Equal($"Ініціативу {number} «Lampy na Zatorskiej» опубліковано, її розглядають.", told[0].Text);
        Assert.Equal($"Ініціативу {number} «Lampy na Zatorskiej» завершено без виконання.\nЧому: To droga {{krajowa}}, nie miejska.", told[1].Text);
        Assert.All(told, m => Assert.True(m is { Locale: "uk", ReplyTo: null }));

        await host.RestartAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        await resident.ReturnAsync();
        await resident.SayAsync("дякую");
        Assert.Equal(before + 3, (await resident.BotMessagesAsync()).Count);
        Assert.Equal(0, host.Get<Database>().Count("platform_outbox"));
        Assert.Empty(await stranger.BotMessagesAsync());
    }

    [Fact]
    public async Task Nothing_is_closed_in_silence_and_what_was_typed_stays()
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        (_, string number) = await FileAsync(host);
        string page = $"/panel/initiatives/{number}/odpowiedz";
        foreach (string silence in (string[])["", "  \n ", "\u200B"])
            Assert.Contains("Bez odpowiedzi nie można", await StaffBrowser.TextAsync(await centre.PostAsync(page, page, ("what", "Close"), ("words", silence))), StringComparison.Ordinal);
        string again = await StaffBrowser.TextAsync(await centre.PostAsync(page, page, ("what", ""), ("words", "<b>To jest poza granicą miasta</b>")));
        Assert.Contains("Proszę wybrać", again, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;To jest poza granicą miasta&lt;/b&gt;", again, StringComparison.Ordinal);
        Assert.Contains("2000", await StaffBrowser.TextAsync(await centre.PostAsync(page, page, ("what", "Close"), ("words", new string('a', 2001)))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await centre.PostAsync(page, page, ("what", "Finish"), ("words", "Nie da się z tego stanu."))).StatusCode);
        Assert.Equal("Filed", host.Get<Database>().Strings("SELECT status FROM initiatives_initiative ORDER BY number DESC LIMIT 1").Single());
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_stale_form_says_what_is_now_and_a_double_submit_has_one_effect(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        (_, string number) = await FileAsync(host);
        string page = $"/panel/initiatives/{number}/odpowiedz", form = await StaffBrowser.TextAsync(await centre.GetAsync(page));

        HttpResponseMessage[] twice = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => centre.PostAsync(form, page, ("what", "Release"), ("words", "Dziękujemy, sprawdzamy."))));
        Assert.All(twice, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Equal(2, host.Get<Database>().Count("initiatives_step", "initiative_id = (SELECT id FROM initiatives_initiative ORDER BY number DESC LIMIT 1)"));
        Assert.Equal(1, host.Get<Database>().Count("platform_audit", $"subject = '{number}'"));

        string stale = await StaffBrowser.TextAsync(await centre.PostAsync(form, page, ("what", "Close"), ("words", "Moje inne zdanie.")));
        Assert.Contains("w międzyczasie", stale, StringComparison.Ordinal);
        Assert.Contains("w trakcie rozpatrywania", stale, StringComparison.Ordinal);
        Assert.Contains("Moje inne zdanie.", stale, StringComparison.Ordinal);
        Assert.Equal("InReview", host.Get<Database>().Strings("SELECT status FROM initiatives_initiative ORDER BY number DESC LIMIT 1").Single());
    }

    [Fact]
    public async Task The_contact_of_an_author_is_for_those_who_answer()
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        using StaffBrowser leader = await admin.ColleagueAsync("l.liderka", StaffRoles.SocialLeader);
        (_, string number) = await FileAsync(host);
        Assert.Contains("48600000000", await StaffBrowser.TextAsync(await centre.GetAsync("/panel/initiatives/" + number)), StringComparison.Ordinal);
        Assert.DoesNotContain("48600000000", await StaffBrowser.TextAsync(await leader.GetAsync("/panel/initiatives/" + number)), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log.All, l => l.Contains("48600000000", StringComparison.Ordinal) || l.Contains("c.centrum", StringComparison.Ordinal));
    }

    private static async Task<(Resident Resident, string Number)> FileAsync(TestHost host)
    {
        Resident resident = await Resident.ComeAsync(host);
        foreach (string words in (string[])["chcę zgłosić inicjatywę", "Lampy na Zatorskiej", "Od tygodnia nie świecą trzy lampy przy przystanku.", "Zakrzów, przy pętli", "600 000 000"])
            await resident.SayAsync(words);
        string said = string.Join('\n', (await resident.SayAsync("tak")).Select(m => m.Text));
        return (resident, System.Text.RegularExpressions.Regex.Match(said, "IN-[0-9]{4}-[0-9]{4}").Value is { Length: > 0 } number ? number : throw new InvalidOperationException(said));
    }

    private static string Words(BotMessage message) => message.Text + string.Concat(message.Cards.Select(c => '\n' + c.Text));
}
