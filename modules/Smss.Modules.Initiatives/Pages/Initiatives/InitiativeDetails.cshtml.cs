using Microsoft.AspNetCore.Http;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.Initiatives.Model;
using Smss.Modules.Initiatives.Search;
using Smss.Modules.Initiatives.Topics;

namespace Smss.Modules.Initiatives.Pages.Initiatives;

/// <summary>One initiative, if it was released; who filed it is never here.</summary>
internal sealed class InitiativeDetailsModel(InitiativeSearch search, CityClock clock) : PublicPage
{
    public Initiative? Initiative { get; private set; }

    public async Task OnGetAsync(string number, CancellationToken cancellation)
    {
        if (InitiativeNumber.Parse(number) is { } asked) Initiative = await search.ReleasedAsync(asked, cancellation);
        if (Initiative is null) Response.StatusCode = StatusCodes.Status404NotFound;
        Title = Initiative is { } found ? $"{found.Number} {found.Title}" : T("initiatives.page.unknown.title");
    }

    public DateOnly Day(DateTimeOffset at) => Lines.Day(clock, at);
}
