using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Data;

namespace Smss.Abstractions.Web;

/// <summary>A form of the panel that makes or changes one row; the partial view <c>_Form</c> shows it.</summary>
public abstract class PanelForm : PanelPage
{
    private protected const string SealName = "nowe";

    /// <summary>The version that was seen; 0 for a new row.</summary>
    [BindProperty(Name = "wersja")]
    public int Version { get; set; }

    /// <summary>Says that the id of a row which is not there yet was given out here, not made up by who sends it; null when the row is there.</summary>
    [BindProperty(Name = SealName)]
    public string? Seal { get; set; }

    /// <summary>What is done after saving; empty for nothing.</summary>
    [BindProperty(Name = "co")]
    public string? Deed { get; set; }

    /// <summary>The row was just saved.</summary>
    [BindProperty(SupportsGet = true, Name = "zapisano")]
    public bool Saved { get; set; }

    /// <summary>Id of the row. A new one has it before it exists: the same form sent twice makes one row.</summary>
    public Guid Id { get; private protected set; }

    /// <summary>Somebody changed the row while this was typed.</summary>
    public bool IsStale { get; private protected set; }

    /// <summary>The fields as they are shown.</summary>
    public IReadOnlyList<FieldView> Views { get; private protected set; } = [];

    /// <summary>What can be done with the row besides saving it.</summary>
    public IReadOnlyList<string> Deeds { get; private protected set; } = [];

    /// <summary>Whether who is signed in may change it; who may only read sees the form closed.</summary>
    public bool MayChange => May(Permission);

    /// <summary>Path of the list, below which each row has its page: <c>/panel/leaders/punkty</c>.</summary>
    public abstract string ListPath { get; }

    /// <summary>Id of the module: its texts name the fields (<c>&lt;module&gt;.field.*</c>) and buttons (<c>&lt;module&gt;.do.*</c>).</summary>
    public abstract string Module { get; }

    /// <summary>What one must hold to save.</summary>
    protected abstract string Permission { get; }
}

/// <summary>A form of the panel over one kind of rows. It refuses to write over what somebody else changed, and keeps what was typed.</summary>
/// <typeparam name="TRow">The kind.</typeparam>
/// <param name="db">The module's context.</param>
/// <param name="clock">The city's time.</param>
public abstract class PanelForm<TRow>(SmssDbContext db, CityClock clock) : PanelForm where TRow : class, IVersioned
{
    /// <summary>Last part of the path of an empty form.</summary>
    public const string New = "nowe";

    /// <summary>The row as far as it was read; null when there is none yet.</summary>
    public TRow? Row { get; private set; }

    /// <summary>The city's time.</summary>
    protected CityClock Clock { get; } = clock;

    /// <summary>Its fields, in the order of the form.</summary>
    protected abstract IReadOnlyList<Field<TRow>> Fields { get; }

    /// <summary>Middle of the keys of the audit trail: <c>&lt;module&gt;.audit.&lt;kind&gt;.add</c>, <c>.edit</c> and one for each deed.</summary>
    protected abstract string Kind { get; }

    /// <summary>The row, tracked; null when there is none.</summary>
    protected abstract Task<TRow?> FindAsync(Guid id, CancellationToken cancellation);

    /// <summary>An empty row.</summary>
    protected abstract TRow Create(Guid id);

    /// <summary>Name of the row: the title of the page, and what the audit trail says was changed.</summary>
    protected abstract string NameOf(TRow row);

    /// <summary>What a <c>select</c> offers: values with their finished texts, when they are no texts of the module but rows.</summary>
    protected virtual IReadOnlyList<(string Value, string Text)> ChoicesOf(Field<TRow> field) => [.. field.Choices.Select(c => (c.Value, T(c.TextKey)))];

    /// <summary>What can be done with the row besides saving it.</summary>
    protected virtual IEnumerable<string> DeedsOf(TRow row) => [];

    /// <summary>Whether a deed has been done.</summary>
    protected virtual bool IsDone(string deed, TRow row) => false;

    /// <summary>Does it; <see cref="PanelPage.Refuse"/> says why not.</summary>
    protected virtual void Do(string deed, TRow row) { }

    /// <summary>Looks at the row as a whole after the fields were written into it.</summary>
    protected virtual Task SettleAsync(TRow row, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Shows the row, or an empty form.</summary>
    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (id == New && MayChange) Id = Clock.NewId();
        // A new row that was typed while the session ended comes back to the address it has not got yet.
        else if (!await LoadAsync(id, cancellation) || (Row is null && !(MayChange && IsGivenOut(TypedAgain.Of(HttpContext, SealName))))) return NotFound();
        Version = Row?.Version ?? 0;
        TRow shown = Row ?? Create(Id);
        Show(shown, Fields.ToDictionary(f => f.Name, f => f.Show(shown) ?? ""), null);
        return Page();
    }

    /// <summary>Saves what was typed, once, and does what the button says.</summary>
    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellation)
    {
        if (!MayChange) return Forbid();
        IFormCollection form = await Request.ReadFormAsync(cancellation);
        Dictionary<string, string> typed = Fields.ToDictionary(f => f.Name, f => f.Clean(form[f.Name]));
        for (bool first = true; ; first = false)
        {
            ModelState.Clear();
            if (!await LoadAsync(id, cancellation) || (Row is null && (Version != 0 || !IsGivenOut(Seal)))) return NotFound();
            if (await WriteAsync(typed, cancellation) is { } answer) return answer;
            try
            {
                await db.SaveChangesAsync(cancellation);
                return Done();
            }
            catch (DbUpdateException) when (first)
            {
                // Somebody was faster: look again at what they left.
                db.Forget();
            }
        }
    }

    private IDataProtector Protector => HttpContext.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("new-row");

    private bool IsGivenOut(string? seal)
    {
        try
        {
            return seal is not null && Protector.Unprotect(seal) == Id.ToString();
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private async Task<bool> LoadAsync(string id, CancellationToken cancellation)
    {
        if (!Guid.TryParse(id, out Guid known)) return false;
        Id = known;
        Row = await FindAsync(known, cancellation);
        return true;
    }

    /// <summary>Writes onto the row, ready to be saved; an answer when there is nothing to save.</summary>
    private async Task<IActionResult?> WriteAsync(Dictionary<string, string> typed, CancellationToken cancellation)
    {
        TRow row = Row ?? Create(Id);
        Dictionary<string, string>? before = Row is null ? null : Fields.ToDictionary(f => f.Name, f => f.Show(row) ?? "");
        string[] deeds = [.. DeedsOf(row)];
        if (Row is null) db.Add(row);
        foreach (Field<TRow> field in Fields)
            if (Take(field, row, typed[field.Name]) is { } wrong) Refuse(field.Name, wrong, ("most", field.Longest));
        await SettleAsync(row, cancellation);
        db.ChangeTracker.DetectChanges();
        bool changes = db.ChangeTracker.HasChanges();
        string? deed = string.IsNullOrEmpty(Deed) || IsDone(Deed, row) ? null : Deed;
        if (ModelState.IsValid && !changes && deed is null) return Done();
        if (Row is not null && row.Version != Version)
        {
            IsStale = true;
            Version = row.Version;
            return Again();
        }
        if (deed is not null && !deeds.Contains(deed)) Refuse("", "platform.form.not-now");
        else if (deed is not null && ModelState.IsValid) Do(deed, row);
        if (!ModelState.IsValid) return Again();
        if (changes) db.Record(Me, $"{Module}.audit.{Kind}.{(Row is null ? "add" : "edit")}", NameOf(row));
        if (deed is not null) db.Record(Me, $"{Module}.audit.{Kind}.{deed}", NameOf(row));
        return null;

        IActionResult Again()
        {
            Show(row, typed, IsStale ? before : null);
            Deeds = deeds;
            return Page();
        }
    }

    private static string? Take(Field<TRow> field, TRow row, string typed) => typed.Length > field.Longest ? "platform.field.long" : field.Take(row, typed);

    private void Show(TRow row, Dictionary<string, string> values, Dictionary<string, string>? now)
    {
        Title = Row is null ? T($"{Module}.new.{Kind}") : NameOf(row);
        Seal = Row is null ? Protector.Protect(Id.ToString()) : null;
        Deeds = [.. DeedsOf(row)];
        Views = [.. Fields.Select(f => new FieldView(f.Name, T($"{Module}.field.{f.Name}"))
        {
            Type = f.Type, Value = values[f.Name], Longest = f.Longest, IsProse = f.Type is "text" or "textarea",
            Hint = f.HasHint ? T($"{Module}.field.{f.Name}.hint") : null, Wrong = Wrong(f.Name),
            Now = now is null || now[f.Name] == values[f.Name] ? null : T("platform.form.now", ("value", Said(f, now[f.Name]))),
            Choices = ChoicesOf(f),
        })];
    }

    private string Said(Field<TRow> field, string value) => field.Type switch
    {
        "checkbox" => T(value == "true" ? "platform.yes" : "platform.no"),
        "select" => ChoicesOf(field).Where(c => c.Value == value).Select(c => c.Text).FirstOrDefault(value),
        _ => value.Length == 0 ? T("platform.none") : value,
    };

    private RedirectResult Done() => Redirect($"{ListPath}/{Id}?zapisano=true");
}
