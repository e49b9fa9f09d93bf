using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Smss.Abstractions;
using Smss.Platform.Data;
using Smss.Platform.HandOvers;

namespace Smss.Platform.Accounts;

/// <summary>
/// One change of accounts and roles at a time, by somebody who still may when it is made: of two who take each other's
/// rights away at once, one remains. As nobody changes their own rights, somebody always administers.
/// </summary>
internal sealed class Administration(PlatformDbContext db, RolePermissions permissions, PanelNews news)
{
    public const string Accounts = "platform.accounts", Roles = "platform.roles";

    /// <exception cref="DbUpdateConcurrencyException">Whoever asks lost the right meanwhile.</exception>
    public async Task<IDbContextTransaction> BeginAsync(StaffMember by, string permission, CancellationToken cancellation)
    {
        IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellation);
        // The row of one role is the gate that all such changes pass one by one, on every host.
        await db.Database.ExecuteSqlAsync($"UPDATE platform_role SET name = name WHERE id = 'administrator'", cancellation);
        Account? me = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == by.Id, cancellation);
        if (me is not null && permissions.May(me, permission)) return transaction;
        await transaction.DisposeAsync();
        throw new DbUpdateConcurrencyException($"The right {permission} was lost meanwhile.");
    }

    public async Task CommitAsync(IDbContextTransaction transaction, StaffMember by, string action, string subject, CancellationToken cancellation)
    {
        db.Record(by, action, subject);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        news.Tell();
    }
}
