using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Texts;
using Smss.Abstractions.Web;
using Smss.Modules.Leaders.Model;
using Smss.Understanding;

namespace Smss.Modules.Leaders.Pages.Leaders;

/// <summary>The unusual days of a point, and the coming two weeks as a resident hears them.</summary>
[Authorize(LeadersModule.OwnHours)]
internal sealed class DaysModel(LeadersDbContext db, OwnPoint own, DayChanges days, HoursWords words, CityClock clock) : PanelPage
{
    private const int DaysShown = 14, LongestSpell = 31, DaysAhead = 366, LongestReason = 200;

    [BindProperty(SupportsGet = true, Name = "zapisano")]
    public bool Saved { get; set; }

    [BindProperty(Name = "wersja")]
    public int Seen { get; set; }

    /// <summary>What was typed, by field.</summary>
    public Dictionary<string, string> Typed { get; } = [];

    public Point Point { get; private set; } = null!;
    public IReadOnlyList<HoursException> Coming => [.. Point.Exceptions.Where(e => e.Date >= clock.Today).OrderBy(e => e.Date)];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation)) return NotFound();
        ModelState.Clear();
        foreach (string name in (string[])["od", "do", "co", "godziny", "powod-pl", "powod-uk", "powod-en"]) Typed[name] = PlainText.Line(Request.Form[name]);
        DateOnly? from = Day("od"), to = Typed["do"].Length == 0 ? from : Day("do");
        IReadOnlyList<Interval>? hours = Typed["co"] == "closed" ? [] : Interval.ReadTyped(Typed["godziny"]);
        if (from is null) Refuse("od", "leaders.days.day.wrong");
        else if (from < clock.Today || from > clock.Today.AddDays(DaysAhead)) Refuse("od", "leaders.days.day.range");
        if (to is null && from is not null) Refuse("do", "leaders.days.day.wrong");
        else if (to < from || to > from?.AddDays(LongestSpell - 1)) Refuse("do", "leaders.days.to.range", ("most", LongestSpell));
        if (Typed["co"] is not ("closed" or "hours")) Refuse("co", "leaders.days.what.missing");
        else if (hours is null || (Typed["co"] == "hours" && hours.Count == 0)) Refuse("godziny", "leaders.field.hours.wrong");
        Trilingual? reason = null;
        foreach (Language language in Languages.Spoken)
        {
            string name = "powod-" + language.Code();
            if (Typed[name].Length > LongestReason) Refuse(name, "leaders.days.reason.long", ("most", LongestReason));
            reason = Trilingual.With(reason, language, Typed[name]);
        }
        if (reason is { Pl: "" }) Refuse("powod-pl", "leaders.field.polish");
        return ModelState.IsValid ? await SetAsync(id, from!.Value, to!.Value, hours, reason, cancellation) : Page();
    }

    /// <summary>The day is like any other again.</summary>
    public async Task<IActionResult> OnPostUsualAsync(Guid id, string? dzien, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation) || Read(dzien) is not { } day || day < clock.Today) return NotFound();
        return await SetAsync(id, day, day, null, null, cancellation);
    }

    /// <summary>What a resident is told about each of the coming days, in a language.</summary>
    public IEnumerable<string> Heard(Language language)
    {
        var schedule = new Schedule(Point.Week, Point.Exceptions, clock.Zone);
        return schedule.Days(clock.Today, DaysShown).Select(d => HoursWords.Sentence(words.Day(language, d, clock.Today)));
    }

    public string Heard(HoursException exception) =>
        HoursWords.Sentence(words.Day(Language, new DayHours(exception.Date, exception.Hours, null, exception.Reason), clock.Today));

    public FieldView View(string name, string type = "text", bool hint = false) => new(name, T("leaders.days." + name))
    {
        Type = type, Value = Typed.GetValueOrDefault(name), Longest = LongestReason, Wrong = Wrong(name), Hint = hint ? T($"leaders.days.{name}.hint") : null, IsProse = type == "text",
    };

    private async Task<IActionResult> SetAsync(Guid id, DateOnly from, DateOnly to, IReadOnlyList<Interval>? hours, Trilingual? reason, CancellationToken cancellation)
    {
        db.Forget();
        switch (await days.SetAsync(new DayChange(id, from, to, hours, reason, Seen, Me), cancellation))
        {
            case DayChanges.Outcome.Done: return Redirect($"/panel/leaders/dni/{id}?zapisano=true");
            case DayChanges.Outcome.Gone: return NotFound();
        }
        db.Forget();
        if (!await LoadAsync(id, cancellation)) return NotFound();
        Refuse("", "leaders.days.stale");
        Seen = Point.Version;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (!await own.MayChangeAsync(this, id, cancellation) || await db.FindPointAsync(id, cancellation) is not { ClosedAt: null } point) return false;
        (Point, Title) = (point, point.Name);
        if (Request.Method == "GET") Seen = point.Version;
        return true;
    }

    private DateOnly? Day(string name) => Read(Typed[name]);

    private static DateOnly? Read(string? typed) => DateOnly.TryParseExact(typed, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
