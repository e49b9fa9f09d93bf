using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions;
using Smss.Host.Tests.Panel;
using Smss.Platform.HandOvers;

namespace Smss.Host.Tests.HandOvers;

/// <summary>Somebody of the staff at the page of waiting conversations, without scripts.</summary>
internal sealed partial class Desk(TestHost host, StaffBrowser browser) : IDisposable
{
    public const string List = "/panel/platform/rozmowy";

    public StaffBrowser Browser => browser;

    public static async Task<Desk> OfAsync(TestHost host, StaffBrowser admin, string name, StaffRoles roles = StaffRoles.CentreStaff, bool onDuty = true)
    {
        var desk = new Desk(host, await admin.ColleagueAsync(name, roles));
        if (onDuty) await desk.BeginDutyAsync();
        return desk;
    }

    public async Task BeginDutyAsync(int hours = 8) =>
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(List, List + "?handler=On", ("hours", hours.ToString()))).StatusCode);

    public async Task<string> ListAsync() => WebUtility.HtmlDecode(await StaffBrowser.TextAsync(await browser.GetAsync(List)));

    /// <summary>Ids of those that wait.</summary>
    public async Task<IReadOnlyList<Guid>> WaitingAsync() => [.. Take().Matches(await ListAsync()).Select(m => Guid.Parse(m.Groups[1].Value))];

    public Task<HttpResponseMessage> TakeAsync(Guid id) => browser.PostAsync(List, List + "?handler=Take", ("id", id.ToString()));

    /// <summary>Takes the only one that waits.</summary>
    public async Task<Guid> TakeAsync()
    {
        Guid id = Assert.Single(await WaitingAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await TakeAsync(id)).StatusCode);
        return id;
    }

    public async Task<string> ReadAsync(Guid id) => WebUtility.HtmlDecode(await StaffBrowser.TextAsync(await browser.GetAsync($"{List}/{id}")));

    public Task<HttpResponseMessage> SayAsync(Guid id, string words) => browser.PostAsync($"{List}/{id}", $"{List}/{id}?handler=Say", ("words", words));

    public Task<HttpResponseMessage> HandBackAsync(Guid id) => browser.PostAsync($"{List}/{id}", $"{List}/{id}?handler=Back");

    /// <summary>What the clock does every minute.</summary>
    public async Task MinuteAsync()
    {
        await using AsyncServiceScope scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReturnToBot>().RunAsync(default);
    }

    public void Dispose() => browser.Dispose();

    [GeneratedRegex("id=\"take-([0-9a-f-]{36})\"")]
    private static partial Regex Take();
}

/// <summary>What a resident hears in a hand-over.</summary>
internal static class Heard
{
    public const string
        Called = "Pracownik na dyżurze widzi tę prośbę", Here = "Do rozmowy dołącza pracownik Centrum (człowiek).", Back = "Rozmowa z człowiekiem jest zakończona.",
        Left = "Od dłuższej chwili nikt tu nie odpisuje", Longer = "Przepraszam, to trwa dłużej", NobodyCame = "Przepraszam: nikt nie dołączył", Waits = "Prośba o rozmowę z człowiekiem czeka",
        Clause = "Teraz pytanie o dane osobowe.";

    public static async Task<int> CountAsync(this Resident resident, string beginning) =>
        (await resident.BotMessagesAsync()).Count(m => m.Text.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>Asks for a person.</summary>
    public static async Task<Resident> AskingAsync(TestHost host, string before = "dzień dobry")
    {
        Resident resident = await Resident.ComeAsync(host);
        await resident.SayAsync(before);
        await resident.SayAsync("chcę porozmawiać z człowiekiem");
        return resident;
    }

    /// <summary>Says something that nobody answers, and waits until that is sure.</summary>
    public static async Task SilentlyAsync(this Resident resident, TestHost host, string text, string key)
    {
        int before = (await resident.BotMessagesAsync()).Count;
        await Resident.IdOfAsync(await resident.PostAsync(resident.Message(text, key)));
        await Eventually.IsAsync("the turn is over", () => host.Get<Smss.Platform.Data.Database>().Count("platform_activity", "pending") == 0);
        Assert.Equal(before, (await resident.BotMessagesAsync()).Count);
    }
}
