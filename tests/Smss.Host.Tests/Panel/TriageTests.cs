using System.Net;
using Smss.Abstractions;
using Smss.Platform.Data;

namespace Smss.Host.Tests.Panel;

/// <summary>The staff give initiatives to each other and join those that are about the same.</summary>
public sealed class TriageTests
{
    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task Two_about_the_same_become_one_that_answers_for_both(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        Resident anna = await Resident.ComeAsync(host), basia = await Resident.ComeAsync(host), celina = await Resident.ComeAsync(host), dorota = await Resident.ComeAsync(host);
        string kept = await FileAsync(anna, "Lampy na Zatorskiej"), joined = await FileAsync(basia, "Ciemno przy przystanku na Zatorskiej");
        await ReleaseAsync(centre, kept);
        await ReleaseAsync(centre, joined);
        foreach ((Resident who, string what) in ((Resident, string)[])[(celina, kept), (celina, joined), (dorota, joined), (anna, joined)]) await who.SayAsync("popieram " + what);

        string page = $"/panel/initiatives/{joined}/polacz", form = await StaffBrowser.TextAsync(await centre.GetAsync(page));
        Assert.Contains("Proszę wskazać", await StaffBrowser.TextAsync(await centre.PostAsync(form, page)), StringComparison.Ordinal);
        foreach (string impossible in (string[])["IN-2026-9999", joined])
            Assert.Contains("nie można połączyć", await StaffBrowser.TextAsync(await centre.PostAsync(form, page, ("do", impossible))), StringComparison.Ordinal);
        HttpResponseMessage[] twenty = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => centre.PostAsync(form, page, ("do", kept))));
        Assert.Contains(twenty, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.All(twenty, a => Assert.True((int)a.StatusCode < 500));
        Assert.Equal(1, host.Get<Database>().Count("platform_audit", $"action = 'initiatives.audit.merge' AND subject = '{joined} → {kept}'"));

        // Celina once, Dorota, and Basia who filed the other; Anna never her own.
        Assert.Contains("3 poparcia", await host.Http.GetStringAsync("/inicjatywy/" + kept), StringComparison.Ordinal);
        Assert.Contains("/inicjatywy/" + kept, await host.Http.GetStringAsync("/inicjatywy/" + joined), StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        await Eventually.IsAsync("the author is told", async () => (await basia.BotMessagesAsync()).Any(m => m.Text.Contains($"została połączona z {kept} „Lampy na Zatorskiej”", StringComparison.Ordinal)));
        string answer = string.Join('\n', (await basia.SayAsync($"co z {joined}?")).Select(m => m.Text));
        Assert.Contains($"{kept}: w trakcie rozpatrywania", answer, StringComparison.Ordinal);
        Assert.Contains($"{kept}: w trakcie", string.Join('\n', (await basia.SayAsync("co z moją inicjatywą?")).Select(m => m.Text)), StringComparison.Ordinal);
        await dorota.SayAsync("wycofuję poparcie " + joined);
        Assert.Contains("2 poparcia", await host.Http.GetStringAsync("/inicjatywy/" + kept), StringComparison.Ordinal);
        await dorota.SayAsync("popieram " + joined);
        Assert.Contains("3 poparcia", await host.Http.GetStringAsync("/inicjatywy/" + kept), StringComparison.Ordinal);
        Assert.Equal(0, host.Get<Database>().Count("initiatives_support", $"initiative_id = (SELECT id FROM initiatives_initiative WHERE number = {Stored(joined)})"));
        Assert.Contains("nie można połączyć", await StaffBrowser.TextAsync(await centre.PostAsync($"/panel/initiatives/{kept}/polacz", $"/panel/initiatives/{kept}/polacz", ("do", joined))), StringComparison.Ordinal);
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task One_is_given_to_somebody_who_may_answer_and_found_by_them(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff), leader = await admin.ColleagueAsync("l.liderka", StaffRoles.SocialLeader);
        string number = await FileAsync(await Resident.ComeAsync(host), "Lampy na Zatorskiej"), page = "/panel/initiatives/" + number, assign = page + "?handler=Assign";
        string stale = await StaffBrowser.TextAsync(await centre.GetAsync(page)), id = IdOf(host, "c.centrum");
        Assert.DoesNotContain("l.liderka", stale, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await centre.PostAsync(stale, assign, ("komu", id))).StatusCode);
        Assert.Contains(number, await StaffBrowser.TextAsync(await centre.GetAsync("/panel/initiatives?kto=ja")), StringComparison.Ordinal);
        Assert.DoesNotContain(number, await StaffBrowser.TextAsync(await centre.GetAsync("/panel/initiatives?kto=nikt")), StringComparison.Ordinal);
        // The same once more has been done; something else from a stale form has not.
        Assert.Equal(HttpStatusCode.Redirect, (await centre.PostAsync(stale, assign, ("komu", id))).StatusCode);
        Assert.Equal(1, host.Get<Database>().Count("platform_audit", $"action = 'initiatives.audit.assign' AND subject = '{number} → c.centrum'"));
        await admin.ColleagueAsync("k.koordynator", StaffRoles.Coordinator);
        string meanwhile = await StaffBrowser.TextAsync(await centre.PostAsync(stale, assign, ("komu", IdOf(host, "k.koordynator"))));
        Assert.Contains("zajmuje się tym: c.centrum", meanwhile, StringComparison.Ordinal);
        Assert.Contains("nie może już odpowiadać", await StaffBrowser.TextAsync(await centre.PostAsync(page, assign, ("komu", IdOf(host, "l.liderka")))), StringComparison.Ordinal);
        Assert.Contains("nie może już odpowiadać", await StaffBrowser.TextAsync(await centre.PostAsync(page, assign, ("komu", "ktokolwiek"))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.PostAsync("/panel/platform/moje", assign, ("komu", id))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await centre.PostAsync(page, assign, ("komu", ""))).StatusCode);
        Assert.Contains(number, await StaffBrowser.TextAsync(await centre.GetAsync("/panel/initiatives?kto=nikt")), StringComparison.Ordinal);
    }

    private static string IdOf(TestHost host, string name) => host.Get<Database>().Strings($"SELECT lower(CAST(id AS text)) FROM platform_account WHERE user_name = '{name}'").Single();

    private static long Stored(string number) => long.Parse(number[3..7]) * 1_000_000_000 + long.Parse(number[8..]);

    private static async Task ReleaseAsync(StaffBrowser centre, string number)
    {
        string page = $"/panel/initiatives/{number}/odpowiedz";
        Assert.Equal(HttpStatusCode.Redirect, (await centre.PostAsync(page, page, ("what", "Release"), ("words", ""))).StatusCode);
    }

    private static async Task<string> FileAsync(Resident resident, string title)
    {
        foreach (string words in (string[])["chcę zgłosić inicjatywę", title, "Od tygodnia nie świecą trzy lampy przy przystanku.", "Zakrzów, przy pętli", "pomiń"])
            await resident.SayAsync(words);
        string said = string.Join('\n', (await resident.SayAsync("tak")).Select(m => m.Text));
        return System.Text.RegularExpressions.Regex.Match(said, "IN-[0-9]{4}-[0-9]{4}").Value is { Length: > 0 } number ? number : throw new InvalidOperationException(said);
    }
}
