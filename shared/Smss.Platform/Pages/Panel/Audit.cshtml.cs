using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Data;
using Smss.Abstractions.Texts;
using Smss.Abstractions.Web;
using Smss.Platform.Data;
using Smss.Platform.Web;

namespace Smss.Platform.Pages.Panel;

/// <summary>Who did what to what, when; the newest first.</summary>
[Authorize("platform.audit")]
internal sealed class AuditModel(PlatformDbContext db, CityClock clock, ITexts texts) : PanelPage
{
    private const int PageSize = 50, MostInFile = 100_000;

    [BindProperty(SupportsGet = true, Name = "kto")]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true, Name = "od")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "do")]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "strona")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<AuditRow> Found { get; private set; } = [];
    public int Total { get; private set; }
    public int LastPage => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Title = T("platform.audit");
        Total = await Asked().CountAsync(cancellation);
        PageNumber = Math.Clamp(PageNumber, 1, LastPage);
        Found = await Asked().OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Skip((PageNumber - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        List<AuditRow> rows = await Asked().OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(MostInFile).ToListAsync(cancellation);
        var file = new StringBuilder();
        Csv.Add(file, T("platform.audit.when"), T("platform.audit.who"), T("platform.audit.what"), T("platform.audit.subject"));
        foreach (AuditRow row in rows) Csv.Add(file, When(row), row.Actor, What(row), row.Subject);
        return File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(file.ToString())], "text/csv; charset=utf-8", "smss-dziennik.csv");
    }

    public string When(AuditRow row) => TimeZoneInfo.ConvertTime(row.At, clock.Zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>What was done; what a module did that is switched off is told by its id.</summary>
    public string What(AuditRow row) => texts.Has(row.Action) ? T(row.Action) : row.Action;

    /// <summary>Another page of the same question, or all of it as a file.</summary>
    public string PageHref(int? page)
    {
        var query = new QueryBuilder();
        if (page is { } number) query.Add("strona", number.ToString(CultureInfo.InvariantCulture));
        else query.Add("handler", "Csv");
        if (!string.IsNullOrWhiteSpace(Who)) query.Add("kto", Who);
        if (!string.IsNullOrWhiteSpace(Subject)) query.Add("co", Subject);
        if (From is { } from) query.Add("od", from.ToString("O", CultureInfo.InvariantCulture));
        if (To is { } to) query.Add("do", to.ToString("O", CultureInfo.InvariantCulture));
        return "/panel/platform/dziennik" + query;
    }

    private IQueryable<AuditRow> Asked()
    {
        IQueryable<AuditRow> rows = db.Set<AuditRow>().AsNoTracking();
        if (Who?.Trim() is { Length: > 0 } who) rows = rows.Where(r => r.Actor == who);
        if (Subject?.Trim() is { Length: > 0 } subject) rows = rows.Where(r => r.Subject == subject);
        if (From is { } from && Midnight(from) is var begins) rows = rows.Where(r => r.At >= begins);
        if (To is { } to && to < DateOnly.MaxValue && Midnight(to.AddDays(1)) is var ends) rows = rows.Where(r => r.At < ends);
        return rows;
    }

    private DateTimeOffset Midnight(DateOnly day)
    {
        DateTime local = day.ToDateTime(TimeOnly.MinValue);
        if (day.Year is < 2000 or > 9000) return day.Year < 2000 ? DateTimeOffset.UnixEpoch : DateTimeOffset.MaxValue;
        return new DateTimeOffset(local, clock.Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
