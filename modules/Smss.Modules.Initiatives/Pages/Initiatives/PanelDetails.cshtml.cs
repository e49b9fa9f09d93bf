using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions;
using Smss.Modules.Initiatives.Model;
using Smss.Modules.Initiatives.Search;

namespace Smss.Modules.Initiatives.Pages.Initiatives;

/// <summary>One initiative, for the staff. The author's contact, and giving it to somebody, are for those who answer.</summary>
[Authorize("initiatives.read")]
internal sealed class PanelDetailsModel(StaffSearch search, IStaff staff, IMediator mediator, CityClock clock) : InitiativePanelPage(search, clock)
{
    private const string Decide = "initiatives.decide";

    [BindProperty(SupportsGet = true, Name = "zapisano")]
    public bool Saved { get; set; }

    public bool ShowsContact => May(Decide);

    /// <summary>To whom it can be given.</summary>
    public IReadOnlyList<StaffMember> People { get; private set; } = [];

    /// <param name="komu">Account it is given to; null for nobody.</param>
    /// <param name="bylo">Who had it when the form was shown.</param>
    public async Task<IActionResult> OnPostAssignAsync(string number, Guid? komu, Guid? bylo, CancellationToken cancellation)
    {
        if (!May(Decide)) return Forbid();
        await LoadAsync(number, cancellation);
        if (Initiative is not { } initiative) return Page();
        StaffMember? to = People.FirstOrDefault(p => p.Id == komu);
        bool garbled = !ModelState.IsValid;
        ModelState.Clear();
        if (garbled || (komu is not null && to is null)) Refuse("", "initiatives.panel.assignee.gone");
        else if (await mediator.Send(new AssignInitiative.Request(initiative.Number, to, bylo, Me), cancellation)) return Redirect($"/panel/initiatives/{initiative.Number}?zapisano=true");
        else
        {
            await LoadAsync(number, cancellation);
            Refuse("", "initiatives.panel.assignee.stale", ("now", People.FirstOrDefault(p => p.Id == Initiative?.AssigneeId)?.Name ?? T("initiatives.panel.assignee.nobody")));
        }
        return Page();
    }

    protected override async Task LoadAsync(string number, CancellationToken cancellation)
    {
        await base.LoadAsync(number, cancellation);
        if (Initiative is not null && ShowsContact) People = await staff.WhoMayAsync(Decide, cancellation);
    }
}
