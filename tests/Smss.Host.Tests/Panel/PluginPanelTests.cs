using System.Net;
using Smss.Abstractions;

namespace Smss.Host.Tests.Panel;

/// <summary>The page of plugins: what became of each, the switch for the next start, the way out of quarantine.</summary>
public sealed class PluginPanelTests
{
    private const string Page = "/panel/platform/wtyczki";

    [Fact]
    public async Task Each_plugin_stands_there_with_its_state_and_its_reason_in_plain_words()
    {
        await using TestHost host = await StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        string page = await ReadAsync(admin);
        Assert.Contains("zepsuta", page, StringComparison.Ordinal);
        Assert.Contains("Plik Torn.dll nie jest programem .NET albo jest uszkodzony.", page, StringComparison.Ordinal);
        Assert.Contains("Ktoś z osiedla", page, StringComparison.Ordinal);
        Assert.Contains("nie pasuje do tej wersji", page, StringComparison.Ordinal);
        Assert.Contains("Brakuje pliku plugin.json.", page, StringComparison.Ordinal);

        await admin.PostAsync("/panel/platform/moje", "/panel/platform/moje?handler=Reading", ("jezyk", "en"));
        Assert.Contains("The file Torn.dll is no .NET program, or it is damaged.", await ReadAsync(admin), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switching_off_waits_for_a_restart_and_is_noted_in_the_audit_trail()
    {
        await using TestHost host = await StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync(Page, Page + "?handler=Off&id=torn")).StatusCode);
        Assert.Contains("Zmiana czeka na ponowne uruchomienie", await ReadAsync(admin), StringComparison.Ordinal);
        Assert.Contains("wyłączono wtyczkę", WebUtility.HtmlDecode(await StaffBrowser.TextAsync(await admin.GetAsync("/panel/platform/dziennik"))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync(Page, Page + "?handler=On&id=torn")).StatusCode);
        Assert.DoesNotContain("Zmiana czeka", await ReadAsync(admin), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync(Page, Page + "?handler=Off&id=nowhere")).StatusCode);
    }

    [Fact]
    public async Task A_quarantined_plugin_is_released_for_the_next_start()
    {
        await using TestHost host = await StartAsync(quarantined: true);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        Assert.Contains("Zwolnij z kwarantanny: torn", await ReadAsync(admin), StringComparison.Ordinal);
        await admin.PostAsync(Page, Page + "?handler=Release&id=torn");
        Assert.DoesNotContain("Zwolnij z kwarantanny: torn", await ReadAsync(admin), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_administrator_sees_it()
    {
        await using TestHost host = await TestHost.StartAsync();
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff | StaffRoles.Coordinator);
        Assert.Contains("Nie ma żadnej wtyczki.", await ReadAsync(admin), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await centre.StatusAsync(Page));
    }

    private static async Task<string> ReadAsync(StaffBrowser browser) => WebUtility.HtmlDecode(await StaffBrowser.TextAsync(await browser.GetAsync(Page)));

    private static async Task<TestHost> StartAsync(bool quarantined = false)
    {
        string plugins = Directory.CreateTempSubdirectory("smss-plugins-").FullName;
        Drop(plugins, "Torn", """{ "id": "torn", "version": "1.2.0", "author": "Ktoś z osiedla", "contract": { "from": "1.0", "below": "2.0" } }""");
        Drop(plugins, "Ancient", """{ "id": "ancient", "version": "0.1.0", "author": "Ktoś z osiedla", "contract": { "from": "0.1", "below": "1.0" } }""");
        Directory.CreateDirectory(Path.Combine(plugins, "Bare"));
        try
        {
            return await TestHost.StartAsync(new HostSetup
            {
                Settings = ["--Smss:Plugins:Path=" + plugins],
                Before = folder =>
                {
                    if (quarantined) File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "plugins")).FullName, "torn.crashes"), "3");
                },
            });
        }
        finally
        {
            // Read at the start, not needed any more.
            Directory.Delete(plugins, recursive: true);
        }
    }

    private static void Drop(string plugins, string name, string manifest)
    {
        string folder = Directory.CreateDirectory(Path.Combine(plugins, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "plugin.json"), manifest);
        File.WriteAllText(Path.Combine(folder, name + ".dll"), "torn");
    }
}
