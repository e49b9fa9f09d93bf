using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions.Web;

namespace Smss.Modules.Leaders.Pages.Leaders;

/// <summary>Leads a leader to the hours of their own point.</summary>
[Authorize(LeadersModule.OwnHours)]
internal sealed class MyPointModel(OwnPoint own) : PanelPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Title = T("leaders.panel.own");
        return await own.OfAsync(Me.Id, cancellation) is { } id ? Redirect("/panel/leaders/dni/" + id) : Page();
    }
}
