using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions;
using Smss.Modules.Initiatives.Model;
using Smss.Modules.Initiatives.Search;

namespace Smss.Modules.Initiatives.Pages.Initiatives;

/// <summary>Joins an initiative to another one about the same.</summary>
[Authorize("initiatives.decide")]
internal sealed class PanelMergeModel(StaffSearch search, InitiativeSearch similar, IMediator mediator, CityClock clock) : InitiativePanelPage(search, clock)
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

    public IReadOnlyList<InitiativeLine> Similar { get; private set; } = [];

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
            if (outcome == MergeInitiatives.Outcome.Stale) RefuseStale();
            else Refuse("do", "initiatives.panel.merge.impossible", ("number", into.ToString()));
        }
        return Page();
    }

    protected override async Task LoadAsync(string number, CancellationToken cancellation)
    {
        await base.LoadAsync(number, cancellation);
        if (Initiative is { } found)
            Similar = [.. (await similar.SimilarAsync($"{found.Title} {found.Description}", MostSimilar + 1, cancellation)).Where(i => i.Number != found.Number).Take(MostSimilar)];
    }
}
