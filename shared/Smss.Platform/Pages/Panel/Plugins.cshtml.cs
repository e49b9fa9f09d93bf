using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions.Web;
using Smss.Platform.Data;
using Smss.Platform.Plugins;

namespace Smss.Platform.Pages.Panel;

/// <summary>Which plugins there are, what became of each, and the switch for the next start.</summary>
[Authorize("platform.plugins")]
internal sealed class PluginsModel(PlatformDbContext db, InstalledPlugins plugins) : PanelPage
{
    public IReadOnlyList<Plugin> Found => plugins.All;

    /// <summary>Something was switched since the host started.</summary>
    public bool NeedsRestart => Found.Any(p => CanSwitch(p) && (IsOff(p) ? p.State != PluginState.Disabled : p.Reason?.Key == "platform.plugin.off" || IsReleased(p)));

    public void OnGet() => Title = T("platform.plugins");

    public Task<IActionResult> OnPostOffAsync(string id, CancellationToken cancellation) =>
        ChangeAsync(id, "platform.audit.plugin-off", p => plugins.Store.Switch(p.Id, off: true), cancellation);

    public Task<IActionResult> OnPostOnAsync(string id, CancellationToken cancellation) =>
        ChangeAsync(id, "platform.audit.plugin-on", p => plugins.Store.Switch(p.Id, off: false), cancellation);

    public Task<IActionResult> OnPostReleaseAsync(string id, CancellationToken cancellation) =>
        ChangeAsync(id, "platform.audit.plugin-released", p => plugins.Store.Release(p.Id), cancellation);

    public bool IsOff(Plugin plugin) => plugins.Store.IsOff(plugin.Id);

    public bool IsQuarantined(Plugin plugin) => plugins.Store.IsQuarantined(plugin.Id);

    public string Say(PluginReason reason) => T(reason.Key, ("value", reason.Value));

    /// <summary>What has no readable plugin.json has no id to remember a switch by.</summary>
    public static bool CanSwitch(Plugin plugin) => plugin.Manifest is not null;

    private bool IsReleased(Plugin plugin) => plugin.State == PluginState.Quarantined && !IsQuarantined(plugin);

    private async Task<IActionResult> ChangeAsync(string id, string action, Action<Plugin> change, CancellationToken cancellation)
    {
        if (Found.FirstOrDefault(p => CanSwitch(p) && p.Id == id) is not { } plugin) return NotFound();
        change(plugin);
        db.Record(Me, action, plugin.Id);
        await db.SaveChangesAsync(cancellation);
        return Redirect("/panel/platform/wtyczki");
    }
}
