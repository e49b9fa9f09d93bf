using Smss.Abstractions.Web;
using Smss.Modules.ActivityCentre.Model;
using Smss.Modules.ActivityCentre.Search;
using Smss.Modules.ActivityCentre.Topics;

namespace Smss.Modules.ActivityCentre.Pages.ActivityCentre;

/// <summary>Search for work.</summary>
internal sealed class OffersModel(OfferSearch search) : PublicPage
{
    private const int PageSize = 20;

    public string Words { get; private set; } = "";
    public string? Place { get; private set; }
    public string? Contract { get; private set; }
    public int Number { get; private set; } = 1;
    public bool HasNext { get; private set; }
    public string Found { get; private set; } = "";
    public string? Remark { get; private set; }
    public IReadOnlyList<OfferLine> Offers { get; private set; } = [];
    public IReadOnlyList<string> Places { get; private set; } = [];

    public static IReadOnlyList<string> Contracts { get; } = ["full_time", "part_time", "temporary", "weekend", "remote", "mandate"];

    public async Task OnGetAsync(string? slowa, string? miejsce, string? umowa, int strona, CancellationToken cancellation)
    {
        Title = T("activitycentre.nav.work");
        Words = slowa is { Length: > 200 } ? slowa[..200] : slowa ?? "";
        Place = string.IsNullOrWhiteSpace(miejsce) ? null : miejsce;
        Contract = umowa;
        Number = Math.Clamp(strona, 1, OfferSearch.Ranked / PageSize);
        Places = await search.PlacesAsync(cancellation);
        var query = new OfferQuery { Words = [.. Stems.Of(Words).Take(8)], Place = Place, Contract = JobSearch.ContractOf(umowa) };
        OfferHits hits = await search.FindAsync(query, cancellation);
        Offers = await search.LoadAsync(hits.Ids.Skip((Number - 1) * PageSize).Take(PageSize), cancellation);
        HasNext = hits.Ids.Count > Number * PageSize;
        string key = hits.Ids.Count == 0 ? "activitycentre.jobs.none" : hits.IsCut ? "activitycentre.page.offers-found-many" : "activitycentre.page.offers-found";
        Found = T(key, ("count", hits.Ids.Count), ("what", ""));
        if (hits.InOtherPlaces) Remark = T("activitycentre.jobs.elsewhere", ("place", Place));
        else if (hits.IsCorrected) Remark = T("activitycentre.jobs.corrected");
    }

    public string PageHref(int number) =>
        Href("/praca") + $"?slowa={Uri.EscapeDataString(Words)}&miejsce={Uri.EscapeDataString(Place ?? "")}&umowa={Uri.EscapeDataString(Contract ?? "")}&strona={number}";
}
