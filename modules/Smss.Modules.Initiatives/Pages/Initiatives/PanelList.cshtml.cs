using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.Initiatives.Model;
using Smss.Modules.Initiatives.Search;
using Smss.Modules.Initiatives.Topics;

namespace Smss.Modules.Initiatives.Pages.Initiatives;

/// <summary>All initiatives, for the staff.</summary>
[Authorize("initiatives.read")]
internal sealed class PanelListModel(StaffSearch search, CityClock clock) : PanelPage
{
    private const int PageSize = 20, LongestWords = 100;

    [BindProperty(SupportsGet = true, Name = "slowa")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "stan")]
    public string? StatusName { get; set; }

    [BindProperty(SupportsGet = true, Name = "strona")]
    public int PageNumber { get; set; } = 1;

    public InitiativeStatus? Status =>
        Enum.GetValues<InitiativeStatus>().Where(s => Lines.StatusName(s) == StatusName).Select(s => (InitiativeStatus?)s).FirstOrDefault();

    public IReadOnlyList<StaffSearch.Line> Found { get; private set; } = [];
    public int Total { get; private set; }
    public int LastPage => Math.Max(1, (Total + PageSize - 1) / PageSize);
    public int Waiting { get; private set; }
    public DateOnly? WaitingSince { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Title = T("initiatives.panel");
        if (Words?.Length > LongestWords) Words = Words[..LongestWords];
        (Waiting, DateTimeOffset? since) = await search.WaitingAsync(cancellation);
        WaitingSince = since is { } first ? Lines.Day(clock, first) : null;
        PageNumber = Math.Max(PageNumber, 1);
        await LoadAsync(cancellation);
        if (PageNumber <= LastPage) return;
        PageNumber = LastPage;
        await LoadAsync(cancellation);
    }

    public string PageHref(int page)
    {
        var query = new QueryBuilder { { "strona", page.ToString(CultureInfo.InvariantCulture) } };
        if (!string.IsNullOrWhiteSpace(Words)) query.Add("slowa", Words);
        if (!string.IsNullOrWhiteSpace(StatusName)) query.Add("stan", StatusName);
        return "/panel/initiatives" + query;
    }

    private async Task LoadAsync(CancellationToken cancellation) =>
        (Found, Total) = await search.PageAsync(Words ?? "", Status, (int)Math.Min((PageNumber - 1L) * PageSize, int.MaxValue), PageSize, cancellation);
}
