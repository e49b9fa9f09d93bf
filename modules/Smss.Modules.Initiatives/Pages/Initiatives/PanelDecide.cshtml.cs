using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions;
using Smss.Abstractions.Texts;
using Smss.Modules.Initiatives.Model;
using Smss.Modules.Initiatives.Search;

namespace Smss.Modules.Initiatives.Pages.Initiatives;

/// <summary>Releases an initiative, answers it, moves it on. Never closed in silence, never over somebody else's decision.</summary>
[Authorize("initiatives.decide")]
internal sealed class PanelDecideModel(StaffSearch search, IMediator mediator, CityClock clock) : InitiativePanelPage(search, clock)
{
    private const int LongestAnswer = 2000;

    [BindProperty(Name = "what")]
    public Decision? What { get; set; }

    [BindProperty(Name = "words")]
    public string? Words { get; set; }

    [BindProperty(Name = "seen")]
    public int Seen { get; set; }

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancellation)
    {
        await LoadAsync(number, cancellation);
        if (Initiative is not { } initiative) return Page();
        string said = PlainText.Clean(Words);
        ModelState.Clear();
        if (What is not { } decision || !Enum.IsDefined(decision)) Refuse("what", "initiatives.panel.what.missing");
        else if (said.Length == 0 && decision != Decision.Release) Refuse("words", "initiatives.panel.words-to-author.missing");
        if (said.Length > LongestAnswer) Refuse("words", "initiatives.panel.words-to-author.long");
        if (!ModelState.IsValid) return Page();
        DecideInitiative.Outcome outcome = await mediator.Send(new DecideInitiative.Request(initiative.Number, What!.Value, said, Seen, Me), cancellation);
        if (outcome == DecideInitiative.Outcome.Done) return Redirect($"/panel/initiatives/{initiative.Number}?zapisano=true");
        await LoadAsync(number, cancellation);
        RefuseStale();
        return Page();
    }
}
