using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.Initiatives.Model;
using Smss.Modules.Initiatives.Search;

namespace Smss.Modules.Initiatives.Pages.Initiatives;

/// <summary>One initiative, for the staff. The author's contact is for those who answer.</summary>
[Authorize("initiatives.read")]
internal sealed class PanelDetailsModel(StaffSearch search, CityClock clock) : PanelPage
{
    [BindProperty(SupportsGet = true, Name = "zapisano")]
    public bool Saved { get; set; }

    public CityClock Clock => clock;
    public Initiative? Initiative { get; private set; }
    public bool ShowsContact => May("initiatives.decide");

    public async Task OnGetAsync(string number, CancellationToken cancellation)
    {
        Initiative = await search.FindAsync(number, cancellation);
        if (Initiative is null) Response.StatusCode = StatusCodes.Status404NotFound;
        Title = Initiative?.Number.ToString() ?? T("initiatives.page.unknown.title");
    }
}
