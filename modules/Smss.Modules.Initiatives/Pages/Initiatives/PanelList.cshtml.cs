using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.Initiatives.Model;
using Smss.Modules.Initiatives.Search;
using Smss.Modules.Initiatives.Topics;

namespace Smss.Modules.Initiatives.Pages.Initiatives;

/// <summary>All initiatives, for the staff.</summary>
[Authorize("initiatives.read")]
internal sealed class PanelListModel(StaffSearch search, CityClock clock) : PanelList<StaffSearch.Line>
{
    private const int LongestWords = 100;

    [BindProperty(SupportsGet = true, Name = "slowa")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "stan")]
    public string? StatusName { get; set; }

    public InitiativeStatus? Status =>
        Enum.GetValues<InitiativeStatus>().Where(s => Lines.StatusName(s) == StatusName).Select(s => (InitiativeStatus?)s).FirstOrDefault();

    public int Waiting { get; private set; }
    public DateOnly? WaitingSince { get; private set; }

    protected override string FileName => "smss-inicjatywy";

    protected override IReadOnlyList<(string, Func<StaffSearch.Line, string?>)> Columns =>
    [
        ("initiatives.page.number", line => line.Initiative.Number.ToString()),
        ("initiatives.panel.title", line => line.Initiative.Title),
        ("initiatives.page.place", line => line.Initiative.Where),
        ("initiatives.page.status", line => T(Lines.StatusKey(line.Initiative.Status))),
        ("initiatives.page.supporters", line => line.Initiative.Supporters.ToString(CultureInfo.InvariantCulture)),
    ];

    public override async Task OnGetAsync(CancellationToken cancellation)
    {
        Title = T("initiatives.panel");
        (Waiting, DateTimeOffset? since) = await search.WaitingAsync(cancellation);
        WaitingSince = since is { } first ? Lines.Day(clock, first) : null;
        await base.OnGetAsync(cancellation);
    }

    protected override Task<int> CountAsync(int most, CancellationToken cancellation) => search.CountAsync(Asked, Status, most, cancellation);

    protected override Task<IReadOnlyList<StaffSearch.Line>> RowsAsync(int skip, int take, CancellationToken cancellation) =>
        search.PageAsync(Asked, Status, skip, take, cancellation);

    private string Asked => Words is { Length: > LongestWords } ? Words[..LongestWords] : Words ?? "";
}
