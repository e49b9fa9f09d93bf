using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Data;
using Smss.Abstractions.Facts;
using Smss.Abstractions.Modules;
using Smss.Platform.Accounts;
using Smss.Platform.Conversations;
using Smss.Platform.Data;

namespace Smss.Platform.Privacy;

/// <summary>What the house keeps of its staff and its machinery: no resident can be told from it, so none copies or erases it.</summary>
internal abstract class HouseRecord(string id, int? days) : IPersonalData
{
    public string Id { get; } = "platform.data." + id;
    public LegalBasis Basis => LegalBasis.PublicTask;
    public int? Days { get; } = days;

    public Task<IReadOnlyList<PersonalRecord>> ExportAsync(string residentId, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<PersonalRecord>>([]);

    public Task EraseAsync(string residentId, CancellationToken cancellation) => Task.CompletedTask;

    public abstract Task<bool> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellation);
}

/// <summary>Accounts of the staff.</summary>
internal sealed class AccountRecords() : HouseRecord("accounts", null)
{
    public override Task<bool> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellation) => Task.FromResult(false);
}

/// <summary>Who of the staff did what.</summary>
internal sealed class AuditRecords(PlatformDbContext db, Settings settings) : HouseRecord("audit", settings.Retention.AuditDays)
{
    public override async Task<bool> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellation) =>
        most == await db.Set<AuditRow>().Where(r => r.At < before).OrderBy(r => r.At).Take(most).ExecuteDeleteAsync(cancellation);
}

/// <summary>Links that work once. They end sooner than the day they may lie here.</summary>
internal sealed class LinkRecords(PlatformDbContext db) : HouseRecord("links", 1)
{
    public override async Task<bool> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellation)
    {
        int gone = await db.Set<OneTimeLink>().Where(l => l.ExpiresAt < before).OrderBy(l => l.Hash).Take(most).ExecuteDeleteAsync(cancellation);
        gone = Math.Max(gone, await db.Set<CopyLink>().Where(l => l.ExpiresAt < before).OrderBy(l => l.Hash).Take(most).ExecuteDeleteAsync(cancellation));
        return gone == most;
    }
}

/// <summary>Tries at signing in, counted.</summary>
internal sealed class TryRecords(PlatformDbContext db) : HouseRecord("tries", 1)
{
    public override async Task<bool> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellation) =>
        most == await db.Set<Attempt>().Where(t => t.Until < before).OrderBy(t => t.Key).Take(most).ExecuteDeleteAsync(cancellation);
}

/// <summary>What residents asked and nobody answered; a full list also gets room for what is new.</summary>
internal sealed class UnansweredRecords(PlatformDbContext db, Settings settings, CityClock clock) : HouseRecord("unanswered", settings.Retention.UnansweredDays)
{
    private const int Room = UnansweredSql.Most / 10;

    public override async Task<bool> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellation)
    {
        DbSet<UnansweredRow> rows = db.Set<UnansweredRow>();
        DateOnly since = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(before, clock.Zone).DateTime);
        int gone = await rows.Where(u => u.LastSeen < since).OrderBy(u => u.LastSeen).Take(most).ExecuteDeleteAsync(cancellation);
        int surplus = Math.Min(most, await rows.CountAsync(cancellation) - (UnansweredSql.Most - Room));
        if (surplus > 0) gone = Math.Max(gone, await rows.OrderBy(u => u.Times).ThenBy(u => u.LastSeen).Take(surplus).ExecuteDeleteAsync(cancellation));
        return gone == most;
    }
}

/// <summary>News between modules that could not be handed over. A resident's wish to be forgotten is never given up.</summary>
internal sealed class OutboxRecords(PlatformDbContext db) : HouseRecord("outbox", 90)
{
    // A row that fails is tried once an hour.
    private const int TriesInAll = 90 * 24;

    public override async Task<bool> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellation) =>
        most == await db.Set<OutboxRow>().Where(r => r.Attempts > TriesInAll && r.Fact != ErasureAsked.Id).OrderBy(r => r.Id).Take(most).ExecuteDeleteAsync(cancellation);
}
