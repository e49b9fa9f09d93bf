using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.Initiatives.Model;
using Smss.Modules.Initiatives.Search;
using Smss.Modules.Initiatives.Topics;

namespace Smss.Modules.Initiatives.Pages.Initiatives;

/// <summary>Joins an initiative to another one about the same.</summary>
[Authorize("initiatives.decide")]
internal sealed class PanelMergeModel(StaffSearch search, InitiativeSearch similar, IMediator mediator, CityClock clock) : PanelPage
{
    private const int MostSimilar = 5;

    /// <summary>One of those shown.</summary>
    [BindProperty(Name = "podobna")]
    public string? Chosen { get; set; }

    /// <summary>Or any other, by its number, which then counts.</summary>
    [BindProperty(Name = "do")]
    public string? Into { get; set; }

    [BindProperty(Name = "seen")]
    public int Seen { get; set; }

    public CityClock Clock => clock;
    public Initiative? Initiative { get; private set; }
    public IReadOnlyList<InitiativeLine> Similar { get; private set; } = [];

    public Task OnGetAsync(string number, CancellationToken cancellation) => LoadAsync(number, cancellation);

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancellation)
    {
        await LoadAsync(number, cancellation);
        if (Initiative is not { } initiative) return Page();
        ModelState.Clear();
        if (InitiativeNumber.Parse((string.IsNullOrWhiteSpace(Into) ? Chosen : Into)?.Trim()) is not { } into) Refuse("do", "initiatives.panel.merge.which");
        else
        {
            MergeInitiatives.Outcome outcome = await mediator.Send(new MergeInitiatives.Request(initiative.Number, into, Seen, Me), cancellation);
            if (outcome == MergeInitiatives.Outcome.Done) return Redirect($"/panel/initiatives/{into}?zapisano=true");
            await LoadAsync(number, cancellation);
            if (outcome == MergeInitiatives.Outcome.Stale) Refuse("", "initiatives.panel.stale", ("status", T(Lines.StatusKey(Initiative!.Status))));
            else Refuse("do", "initiatives.panel.merge.impossible", ("number", into.ToString()));
        }
        return Page();
    }

    private async Task LoadAsync(string number, CancellationToken cancellation)
    {
        Initiative = await search.FindAsync(number, cancellation);
        if (Initiative is not { } found) Response.StatusCode = StatusCodes.Status404NotFound;
        else Similar = [.. (await similar.SimilarAsync($"{found.Title} {found.Description}", MostSimilar + 1, cancellation)).Where(i => i.Number != found.Number).Take(MostSimilar)];
        Title = Initiative?.Number.ToString() ?? T("initiatives.page.unknown.title");
    }
}
