using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions.Web;
using Smss.Modules.Initiatives.Model;
using Smss.Modules.Initiatives.Search;

namespace Smss.Modules.Initiatives.Pages.Initiatives;

/// <summary>Released initiatives, filtered by words and place.</summary>
internal sealed class InitiativeListModel(InitiativeSearch search) : PublicPage
{
    public const string TopSupport = "poparcie";
    private const int PageSize = 20, LongestWords = 100, LastReachable = 10_000;

    [BindProperty(SupportsGet = true, Name = "slowa")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "miejsce")]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true, Name = "kolejnosc")]
    public string? Order { get; set; }

    [BindProperty(SupportsGet = true, Name = "strona")]
    public int PageNumber { get; set; } = 1;

    public bool ByTopSupport => Order == TopSupport;
    public IReadOnlyList<string> Places { get; private set; } = [];
    public IReadOnlyList<InitiativeLine> Found { get; private set; } = [];
    public int Total { get; private set; }
    public int LastPage => (Total + PageSize - 1) / PageSize;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Title = T("initiatives.page.title");
        if (Words?.Length > LongestWords) Words = Words[..LongestWords];
        PageNumber = Math.Clamp(PageNumber, 1, LastReachable);
        Places = await search.PlacesAsync(cancellation);
        var query = new InitiativeQuery { Words = SearchText.Asked(Words ?? ""), Place = string.IsNullOrWhiteSpace(Place) ? null : Place, ByTopSupport = ByTopSupport };
        (Found, Total) = await search.PageAsync(query, (PageNumber - 1) * PageSize, PageSize, cancellation);
        if (Found.Count > 0 || Total == 0) return;
        PageNumber = LastPage;
        (Found, Total) = await search.PageAsync(query, (PageNumber - 1) * PageSize, PageSize, cancellation);
    }

    /// <summary>Another page of the same search.</summary>
    public string PageHref(int page)
    {
        var query = new QueryBuilder { { "strona", page.ToString(CultureInfo.InvariantCulture) } };
        if (!string.IsNullOrWhiteSpace(Words)) query.Add("slowa", Words);
        if (!string.IsNullOrWhiteSpace(Place)) query.Add("miejsce", Place);
        if (ByTopSupport) query.Add("kolejnosc", TopSupport);
        return Href("/inicjatywy") + query;
    }
}
