using System.Text.RegularExpressions;
using Smss.Abstractions;
using Smss.Platform.Data;

namespace Smss.Host.Tests.Panel;

/// <summary>The panel's first page: what needs doing today, each only for those who may do it.</summary>
public sealed partial class MyDayTests
{
    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task Initiatives_that_wait_stand_there_the_longest_waiting_first_until_they_are_read(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(new HostSetup { Db = db, Settings = ["--Smss:SampleData=false"] });
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        Assert.Contains("Na teraz nic nie czeka.", await HomeAsync(centre), StringComparison.Ordinal);

        foreach (string title in (string[])["Ławka przy szkole", "Lampy na Zatorskiej"]) await FileAsync(host, title);
        string home = await HomeAsync(centre);
        Assert.Equal(["Ławka przy szkole", "Lampy na Zatorskiej"], Entries().Matches(home).Select(m => m.Groups[2].Value));
        Assert.Contains("czeka od", home, StringComparison.Ordinal);
        Assert.DoesNotContain("Lampy", await HomeAsync(admin), StringComparison.Ordinal);

        string page = Entries().Match(home).Groups[1].Value + "/odpowiedz";
        await centre.PostAsync(page, page, ("what", "Release"), ("words", ""));
        Assert.Equal(["Lampy na Zatorskiej"], Entries().Matches(await HomeAsync(centre)).Select(m => m.Groups[2].Value));
    }

    [Fact]
    public async Task Many_that_wait_are_five_and_a_number_in_the_language_of_the_account()
    {
        await using TestHost host = await TestHost.StartAsync(new HostSetup { Settings = ["--Smss:SampleData=false"] });
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        for (int i = 1; i <= 7; i++) await FileAsync(host, $"Ławka numer {i}");
        Assert.Contains("jeszcze 2 inicjatywy czekają", await HomeAsync(centre), StringComparison.Ordinal);
        await centre.PostAsync("/panel/platform/moje", "/panel/platform/moje?handler=Reading", ("jezyk", "uk"));
        string home = await HomeAsync(centre);
        Assert.Contains("ще 2 ініціативи чекають", home, StringComparison.Ordinal);
        Assert.Contains("Мій день", home, StringComparison.Ordinal);
        Assert.Equal(6, Entries().Count(home));
    }

    [Fact]
    public async Task A_module_that_fails_hides_its_own_part_only()
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        host.Get<Database>().Execute("ALTER TABLE initiatives_initiative RENAME TO initiatives_gone");
        string home = await HomeAsync(centre);
        Assert.Contains("Części listy nie udało się teraz wczytać.", home, StringComparison.Ordinal);
        Assert.Contains("Mój dzień", home, StringComparison.Ordinal);
    }

    private static async Task<string> HomeAsync(StaffBrowser browser) => System.Net.WebUtility.HtmlDecode(await StaffBrowser.TextAsync(await browser.GetAsync("/panel")));

    private static async Task FileAsync(TestHost host, string title)
    {
        Resident resident = await Resident.ComeAsync(host);
        foreach (string words in (string[])["chcę zgłosić inicjatywę", title, "Od tygodnia nikt się tym nie zajmuje, a szkoda.", "pomiń", "pomiń", "tak"]) await resident.SayAsync(words);
    }

    [GeneratedRegex("<a href=\"(/panel/[^\"]*)\"><bdi>([^<]*)</bdi></a>")]
    private static partial Regex Entries();
}
