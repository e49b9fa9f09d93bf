using System.Text.RegularExpressions;
using Smss.Abstractions;
using Smss.Modules.Leaders;

namespace Smss.Host.Tests.Panel;

/// <summary>A leader who stands at the sample point of Zakrzów: a coordinator linked the account to the point.</summary>
internal static partial class OwnLeader
{
    public const string Name = "l.liderka";
    public static readonly Guid Point = LeadersSample.IdOf("point:pis-zakrzow"), Other = LeadersSample.IdOf("point:pis-psie-pole");

    public static async Task<StaffBrowser> OfAsync(StaffBrowser admin, StaffBrowser coordinator)
    {
        StaffBrowser leader = await admin.ColleagueAsync(Name, StaffRoles.SocialLeader);
        string page = "/panel/leaders/osoby/" + LeadersSample.IdOf("leader:pis-zakrzow");
        string form = await StaffBrowser.TextAsync(await coordinator.GetAsync(page));
        string account = Option().Matches(form).Single(m => m.Groups[2].Value == Name).Groups[1].Value;
        HttpResponseMessage saved = await coordinator.PostAsync(form, page, ("point", Point.ToString()), ("leader", "Pani Ania"), ("phone", "71 000 00 12"), ("email", ""), ("account", account), ("co", ""));
        Assert.True(saved.StatusCode == System.Net.HttpStatusCode.Redirect, await StaffBrowser.TextAsync(saved));
        return leader;
    }

    /// <summary>A conversation that the leader linked with a code from the panel.</summary>
    public static async Task<Resident> ChatAsync(TestHost host, StaffBrowser leader)
    {
        Resident chat = await Resident.ComeAsync(host);
        string code = await CodeAsync(leader);
        await chat.SayAsync($"połącz z panelem {code}");
        Assert.Contains(Name, (await chat.SayAsync("tak"))[^1].Text, StringComparison.Ordinal);
        return chat;
    }

    public static async Task<string> CodeAsync(StaffBrowser leader) =>
        Code().Match(await StaffBrowser.TextAsync(await leader.PostAsync("/panel/leaders/czat", "/panel/leaders/czat"))).Groups[1].Value is { Length: 9 } code
            ? code
            : throw new InvalidOperationException("No code on the page.");

    [GeneratedRegex("<option value=\"([0-9a-f-]{36})\"[^>]*>([^<]+)</option>")]
    private static partial Regex Option();

    [GeneratedRegex("<code>[^<]*([2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4})</code>")]
    private static partial Regex Code();
}
