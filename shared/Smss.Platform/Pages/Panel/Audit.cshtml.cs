using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Data;
using Smss.Abstractions.Texts;
using Smss.Abstractions.Web;
using Smss.Platform.Data;

namespace Smss.Platform.Pages.Panel;

/// <summary>Who did what to what, when; the newest first.</summary>
[Authorize("platform.audit")]
internal sealed class AuditModel(PlatformDbContext db, CityClock clock, ITexts texts) : PanelList<AuditRow>
{
    [BindProperty(SupportsGet = true, Name = "kto")]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true, Name = "od")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "do")]
    public DateOnly? To { get; set; }

    public override int PageSize => 50;

    protected override string FileName => "smss-dziennik";

    protected override IReadOnlyList<(string, Func<AuditRow, string?>)> Columns =>
        [("platform.audit.when", When), ("platform.audit.who", row => row.Actor), ("platform.audit.what", What), ("platform.audit.subject", row => row.Subject)];

    public override Task OnGetAsync(CancellationToken cancellation)
    {
        Title = T("platform.audit");
        return base.OnGetAsync(cancellation);
    }

    public string When(AuditRow row) => TimeZoneInfo.ConvertTime(row.At, clock.Zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>What was done; what a module did that is switched off is told by its id.</summary>
    public string What(AuditRow row) => texts.Has(row.Action) ? T(row.Action) : row.Action;

    protected override Task<int> CountAsync(int most, CancellationToken cancellation) => Asked().Take(most).CountAsync(cancellation);

    protected override async Task<IReadOnlyList<AuditRow>> RowsAsync(int skip, int take, CancellationToken cancellation) =>
        await Asked().OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Skip(skip).Take(take).ToListAsync(cancellation);

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
