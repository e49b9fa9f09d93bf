using Microsoft.AspNetCore.Http;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.Initiatives.Model;
using Smss.Modules.Initiatives.Search;
using Smss.Modules.Initiatives.Topics;

namespace Smss.Modules.Initiatives.Pages.Initiatives;

/// <summary>A page of the staff about one initiative.</summary>
internal abstract class InitiativePanelPage(StaffSearch search, CityClock clock) : PanelPage
{
    public CityClock Clock => clock;
    public Initiative? Initiative { get; private set; }

    public Task OnGetAsync(string number, CancellationToken cancellation) => LoadAsync(number, cancellation);

    /// <summary>Finds the initiative; an unknown number is a 404 that says so.</summary>
    protected virtual async Task LoadAsync(string number, CancellationToken cancellation)
    {
        Initiative = await search.FindAsync(number, cancellation);
        if (Initiative is null) Response.StatusCode = StatusCodes.Status404NotFound;
        Title = Initiative?.Number.ToString() ?? T("initiatives.page.unknown.title");
    }

    /// <summary>Says that somebody decided meanwhile, and what.</summary>
    protected void RefuseStale() => Refuse("", "initiatives.panel.stale", ("status", T(Lines.StatusKey(Initiative!.Status))));
}
