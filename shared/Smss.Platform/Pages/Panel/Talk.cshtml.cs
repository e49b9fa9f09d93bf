using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Texts;
using Smss.Abstractions.Web;
using Smss.Platform.Accounts;
using Smss.Platform.Data;
using Smss.Platform.HandOvers;

namespace Smss.Platform.Pages.Panel;

/// <summary>One conversation, for the person who has it and for nobody else; each look is in the audit trail.</summary>
[Authorize(HandOverSetup.Permission)]
internal sealed class TalkModel(PlatformDbContext db, TalkLog log, StaffTalks talks, ITexts texts, CityClock clock) : PanelPage
{
    private const int LongestWords = 2000;

    /// <summary>What is being written.</summary>
    [BindProperty(Name = "words")]
    public string? Words { get; set; }

    /// <summary>Null when the conversation is somebody else's, waits, or went back to the bot.</summary>
    public HandOver? Talk { get; private set; }

    /// <summary>Makes a form sent twice one message.</summary>
    public Guid NewKey => clock.NewId();

    public IReadOnlyList<TalkLine> Lines { get; private set; } = [];
    public string ShownAs { get; private set; } = "";

    public async Task OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation)) return;
        db.Record(Me, "platform.audit.talk-look", Talk!.Code);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The part of the page that changes while it is open; the look was noted when it was opened.</summary>
    public async Task<IActionResult> OnGetLogAsync(Guid id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Partial("_TalkLog", this) : NotFound();

    /// <param name="fresh">Whether the page sends without being left and wants the part that changed.</param>
    public async Task<IActionResult> OnPostSayAsync(Guid id, Guid key, bool fresh, CancellationToken cancellation)
    {
        string said = PlainText.Clean(Words);
        if (said.Length == 0) Refuse("words", "platform.talk.words.missing");
        else if (said.Length > LongestWords) Refuse("words", "platform.talk.words.long", ("longest", LongestWords));
        else if (await talks.SayAsync(await MyAccountAsync(cancellation), id, said, key))
            return fresh && await LoadAsync(id, cancellation) ? Partial("_TalkLog", this) : Redirect($"/panel/platform/rozmowy/{id}");
        await LoadAsync(id, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostBackAsync(Guid id, CancellationToken cancellation)
    {
        if (await talks.HandBackAsync(Me, id)) return Redirect("/panel/platform/rozmowy?oddano=true");
        await LoadAsync(id, cancellation);
        return Page();
    }

    public string WhenOf(DateTimeOffset at) => When.Of(at, clock, Language);

    private Task<Account> MyAccountAsync(CancellationToken cancellation) => db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == Me.Id, cancellation);

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        Title = T("platform.talk", ("code", HandOver.CodeOf(id)));
        Guid me = Me.Id;
        Talk = await db.Set<HandOver>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == id && h.TakenBy == me, cancellation);
        if (Talk is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return false;
        }
        Lines = await log.ReadAsync(Talk.ConversationId, cancellation);
        ShownAs = PersonName.Of(await MyAccountAsync(cancellation), texts, Talk.Language);
        return true;
    }
}
