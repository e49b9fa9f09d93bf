using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Platform.Data;

namespace Smss.Platform.Accounts;

/// <summary>Links that are shown for copying and work once. Only their hash is kept; nothing is mailed.</summary>
internal sealed class OneTimeLinks(PlatformDbContext db, RolePermissions permissions, CityClock clock, Settings settings)
{
    public const string Path = "/panel/zaproszenie/";
    public static readonly TimeSpan Life = TimeSpan.FromHours(72), FirstLife = TimeSpan.FromHours(24);
    private const int LongestToken = 100;

    /// <summary>A link for an account; a newer one ends the older. Saved by the caller.</summary>
    public async Task<string> MakeAsync(Guid? accountId, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.Now;
        await db.Set<OneTimeLink>().Where(l => l.ExpiresAt <= now || (l.AccountId == accountId && accountId != null)).ExecuteDeleteAsync(cancellation);
        string token = Secrets.Token();
        db.Add(new OneTimeLink(Secrets.Hash(token), accountId, now + (accountId is null ? FirstLife : Life)));
        return settings.PublicUrl.ToString().TrimEnd('/') + Path + token;
    }

    /// <summary>The link of the first administrator, or null when somebody administers already.</summary>
    public async Task<string?> FirstAsync(CancellationToken cancellation)
    {
        if (await IsAdministeredAsync(cancellation)) return null;
        string link = await MakeAsync(null, cancellation);
        await db.SaveChangesAsync(cancellation);
        return link;
    }

    /// <summary>The link behind a token while it still works.</summary>
    public async Task<OneTimeLink?> FindAsync(string? token, CancellationToken cancellation)
    {
        if (token is null or { Length: > LongestToken }) return null;
        string hash = Secrets.Hash(token);
        DateTimeOffset now = clock.Now;
        OneTimeLink? link = await db.Set<OneTimeLink>().AsNoTracking().SingleOrDefaultAsync(l => l.Hash == hash && l.ExpiresAt > now, cancellation);
        return link is { AccountId: null } && await IsAdministeredAsync(cancellation) ? null : link;
    }

    /// <summary>Uses a link up, in the transaction of what it does; of two at once one is told no.</summary>
    public async Task<bool> UseAsync(OneTimeLink link, CancellationToken cancellation) =>
        await db.Set<OneTimeLink>().Where(l => l.Hash == link.Hash).ExecuteDeleteAsync(cancellation) == 1;

    private async Task<bool> IsAdministeredAsync(CancellationToken cancellation) =>
        (await db.Set<Account>().AsNoTracking().Where(a => a.DisabledAt == null && a.PasswordHash != null).ToListAsync(cancellation))
            .Any(a => permissions.Of(a.Roles).Any(p => p.Id == Administration.Accounts));
}
