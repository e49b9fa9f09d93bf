using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Texts;
using Smss.Abstractions.Web;
using Smss.Platform.Accounts;
using Smss.Platform.Data;
using Smss.Platform.HandOvers;

namespace Smss.Platform.Pages.Panel;

/// <summary>Who waits for a person, for those on duty: how long and in which language, nothing of what was said.</summary>
[Authorize(HandOverSetup.Permission)]
internal sealed class TalksModel(PlatformDbContext db, OnDuty duty, StaffTalks talks, ITexts texts, CityClock clock) : PanelPage
{
    /// <summary>Hours that a duty may last; the session's end ends it earlier.</summary>
    public static readonly int[] Lengths = [1, 2, 4, 8];

    [BindProperty(SupportsGet = true, Name = "oddano")]
    public bool HandedBack { get; set; }

    public DateTimeOffset? OnDutyUntil { get; private set; }
    public string ShownAs { get; private set; } = "";
    public IReadOnlyList<HandOver> Waiting { get; private set; } = [];
    public IReadOnlyList<(HandOver Talk, string Who)> Held { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostOnAsync(int hours, CancellationToken cancellation)
    {
        if (!Lengths.Contains(hours)) return BadRequest();
        DateTimeOffset until = clock.Now.AddHours(hours);
        if (HttpContext.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc is { } end && end < until) until = end;
        await duty.BeginAsync(Me, User.FindFirstValue(RolePermissions.StampClaim)!, until, cancellation);
        return Redirect("/panel/platform/rozmowy");
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken cancellation)
    {
        await duty.EndAsync(Me, cancellation);
        return Redirect("/panel/platform/rozmowy");
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid id, CancellationToken cancellation)
    {
        bool onDuty = await duty.UntilAsync(Me, cancellation) is not null;
        if (onDuty && await talks.TakeAsync(await MyAccountAsync(cancellation), id)) return Redirect($"/panel/platform/rozmowy/{id}");
        HandOver? talk = await db.Set<HandOver>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, cancellation);
        if (talk?.TakenBy == Me.Id) return Redirect($"/panel/platform/rozmowy/{id}");
        await LoadAsync(cancellation);
        string who = Held.FirstOrDefault(h => h.Talk.Id == id).Who ?? "";
        if (!onDuty) Refuse("", "platform.talks.off-duty");
        else if (talk is null) Refuse("", "platform.talks.gone");
        else Refuse("", "platform.talks.taken", ("code", talk.Code), ("who", who));
        return Page();
    }

    public string WhenOf(DateTimeOffset at) => When.Of(at, clock, Language);

    public string LongOf(HandOver talk) => (clock.Now - talk.AskedAt) switch
    {
        { TotalHours: < 2 } wait => T("platform.talks.minutes", ("count", (int)wait.TotalMinutes)),
        { TotalDays: < 2 } wait => T("platform.talks.hours", ("count", (int)wait.TotalHours)),
        var wait => T("platform.talks.days", ("count", (int)wait.TotalDays)),
    };

    private Task<Account> MyAccountAsync(CancellationToken cancellation) => db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == Me.Id, cancellation);

    private async Task LoadAsync(CancellationToken cancellation)
    {
        ShownAs = PersonName.Of(await MyAccountAsync(cancellation), texts, Language);
        OnDutyUntil = await duty.UntilAsync(Me, cancellation);
        List<HandOver> all = await db.Set<HandOver>().AsNoTracking().OrderBy(h => h.AskedAt).ToListAsync(cancellation);
        Waiting = [.. all.Where(h => h.TakenBy is null)];
        var names = await db.Set<Account>().AsNoTracking().Where(a => db.Set<HandOver>().Any(h => h.TakenBy == a.Id)).ToDictionaryAsync(a => a.Id, a => a.UserName!, cancellation);
        Held = [.. all.Where(h => h.TakenBy is not null).Select(h => (h, names.GetValueOrDefault(h.TakenBy!.Value, "")))];
        Title = T("platform.talks") + (Waiting.Count > 0 ? $" ({Waiting.Count})" : "");
    }
}
