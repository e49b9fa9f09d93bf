using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.Leaders.Model;

namespace Smss.Modules.Leaders.Pages.Leaders;

/// <summary>A leader links a conversation with a code, and ends that.</summary>
[Authorize(LeadersModule.OwnHours)]
internal sealed class ChatLinkPageModel(LeadersDbContext db, OwnPoint own, CityClock clock) : PanelPage
{
    private static readonly string[] Sentences = ["close", "closed", "usual"];

    public bool HasPoint { get; private set; }

    /// <summary>Day on which a conversation was linked; null while none is.</summary>
    public DateOnly? LinkedOn { get; private set; }

    /// <summary>A new code, shown this once.</summary>
    public string? Code { get; private set; }

    public IEnumerable<string> Examples => Sentences.Select(s => T("leaders.chat.example." + s));

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!HasPoint) return Page();
        Code = ChatCode.New();
        await KeepAsync(ChatCode.HashOf(Code), clock.Now + ChatCode.Life, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellation)
    {
        if (await db.Links.SingleOrDefaultAsync(l => l.AccountId == Me.Id, cancellation) is { } link)
        {
            db.Remove(link);
            db.Record(Me, "leaders.audit.chat.end", Me.Name);
            await db.SaveChangesAsync(cancellation);
        }
        return Redirect("/panel/leaders/czat");
    }

    /// <summary>The code made last is the one that works.</summary>
    private async Task KeepAsync(string hash, DateTimeOffset until, CancellationToken cancellation)
    {
        await db.Codes.Where(c => c.AccountId == Me.Id).ExecuteDeleteAsync(cancellation);
        db.Add(new ChatCode { AccountId = Me.Id, Hash = hash, ExpiresAt = until });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Asked for twice at once: the other page shows the code that works.
            Code = null;
        }
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Title = T("leaders.panel.chat");
        HasPoint = await own.OfAsync(Me.Id, cancellation) is not null;
        LinkedOn = await db.Links.Where(l => l.AccountId == Me.Id).Select(l => (DateTimeOffset?)l.LinkedAt).SingleOrDefaultAsync(cancellation) is { } at
            ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, clock.Zone).DateTime)
            : null;
    }
}
