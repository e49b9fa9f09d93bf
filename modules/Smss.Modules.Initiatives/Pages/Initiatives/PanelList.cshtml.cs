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
internal sealed class PanelListModel(StaffSearch search, IStaff staff, CityClock clock) : PanelList<StaffSearch.Line>
{
    public const string Mine = "ja", Nobodys = "nikt";
    private const int LongestWords = 100;

    [BindProperty(SupportsGet = true, Name = "slowa")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "stan")]
    public string? StatusName { get; set; }

    public InitiativeStatus? Status =>
        Enum.GetValues<InitiativeStatus>().Where(s => Lines.StatusName(s) == StatusName).Select(s => (InitiativeStatus?)s).FirstOrDefault();

    /// <summary>Who looks after them: an account, <see cref="Mine"/> or <see cref="Nobodys"/>; everybody when not said.</summary>
    [BindProperty(SupportsGet = true, Name = "kto")]
    public string? Assignee { get; set; }

    /// <summary>Who can look after one.</summary>
    public IReadOnlyList<StaffMember> People { get; private set; } = [];

    public int Waiting { get; private set; }
    public DateOnly? WaitingSince { get; private set; }

    protected override string FileName => "smss-inicjatywy";

    protected override IReadOnlyList<(string, Func<StaffSearch.Line, string?>)> Columns =>
    [
        ("initiatives.page.number", line => line.Initiative.Number.ToString()),
        ("initiatives.panel.title", line => line.Initiative.Title),
        ("initiatives.page.place", line => line.Initiative.Where),
        ("initiatives.page.status", line => T(Lines.StatusKey(line.Initiative.Status))),
        ("initiatives.panel.assignee", line => NameOf(line.AssigneeId)),
        ("initiatives.page.supporters", line => line.Initiative.Supporters.ToString(CultureInfo.InvariantCulture)),
    ];

    public override async Task OnGetAsync(CancellationToken cancellation)
    {
        Title = T("initiatives.panel");
        (Waiting, DateTimeOffset? since) = await search.WaitingAsync(cancellation);
        WaitingSince = since is { } first ? Lines.Day(clock, first) : null;
        await base.OnGetAsync(cancellation);
    }

    /// <summary>Name of who looks after one; null for nobody, and for somebody who answers no more.</summary>
    public string? NameOf(Guid? assignee) => assignee is null ? null : People.FirstOrDefault(p => p.Id == assignee)?.Name;

    protected override Task<int> CountAsync(int most, CancellationToken cancellation) => search.CountAsync(Asked, most, cancellation);

    protected override async Task<IReadOnlyList<StaffSearch.Line>> RowsAsync(int skip, int take, CancellationToken cancellation)
    {
        People = await staff.WhoMayAsync("initiatives.decide", cancellation);
        return await search.PageAsync(Asked, skip, take, cancellation);
    }

    private StaffQuery Asked => new(Words is { Length: > LongestWords } ? Words[..LongestWords] : Words ?? "", Status)
    {
        Unassigned = Assignee == Nobodys,
        AssigneeId = Assignee == Mine ? Me.Id : Guid.TryParse(Assignee, out Guid id) ? id : null,
    };
}
