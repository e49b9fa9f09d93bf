using MediatR;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Platform.Accounts;
using Smss.Platform.Data;

namespace Smss.Platform.Privacy;

/// <summary>A link to the copy of a resident's data; only its hash is kept.</summary>
internal sealed record CopyLink(string Hash, string ResidentId, DateTimeOffset ExpiresAt);

/// <summary>Makes the link for the chat; gives the token that only the resident sees.</summary>
internal sealed record MakeCopyLink(string ResidentId) : IRequest<string>;

/// <summary>Links to the copy: each works once, for a day; the file that goes with the page for a quarter of an hour.</summary>
internal sealed class CopyLinks(PlatformDbContext db, CityClock clock) : IRequestHandler<MakeCopyLink, string>
{
    public const string Path = "/kopia/";
    public const int Hours = 24;
    private const int LongestToken = 100;
    private static readonly TimeSpan FileLife = TimeSpan.FromMinutes(15);

    /// <summary>A newer link ends the older.</summary>
    public async Task<string> Handle(MakeCopyLink request, CancellationToken cancellationToken)
    {
        await db.Set<CopyLink>().Where(l => l.ResidentId == request.ResidentId).ExecuteDeleteAsync(cancellationToken);
        return await AddAsync(request.ResidentId, TimeSpan.FromHours(Hours), cancellationToken);
    }

    /// <summary>Whether the token still opens something; changes nothing.</summary>
    public Task<bool> WorksAsync(string? token, CancellationToken cancellation) => Live(token).AnyAsync(cancellation);

    /// <summary>Uses the token up. Null when it opens nothing (any more); of two at once one is told so.</summary>
    public async Task<string?> UseAsync(string? token, CancellationToken cancellation)
    {
        string? resident = await Live(token).Select(l => l.ResidentId).SingleOrDefaultAsync(cancellation);
        return resident is not null && await Live(token).ExecuteDeleteAsync(cancellation) == 1 ? resident : null;
    }

    /// <summary>A token for the file beside the page.</summary>
    public Task<string> ForFileAsync(string residentId, CancellationToken cancellation) => AddAsync(residentId, FileLife, cancellation);

    private async Task<string> AddAsync(string residentId, TimeSpan life, CancellationToken cancellation)
    {
        string token = Secrets.Token();
        db.Add(new CopyLink(Secrets.Hash(token), residentId, clock.Now + life));
        await db.SaveChangesAsync(cancellation);
        return token;
    }

    private IQueryable<CopyLink> Live(string? token)
    {
        string hash = token is { Length: <= LongestToken } ? Secrets.Hash(token) : "";
        DateTimeOffset now = clock.Now;
        return db.Set<CopyLink>().Where(l => l.Hash == hash && l.ExpiresAt > now);
    }
}
