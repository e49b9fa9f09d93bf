using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Platform.Data;

namespace Smss.Platform.Accounts;

/// <summary>Who holds a permission, as far as another module needs to know: an id and the name they sign in with.</summary>
internal sealed class StaffDirectory(PlatformDbContext db, RolePermissions permissions) : IStaff
{
    public async Task<IReadOnlyList<StaffMember>> WhoMayAsync(string permission, CancellationToken cancellation)
    {
        List<Account> accounts = await db.Set<Account>().AsNoTracking().Where(a => a.DisabledAt == null && a.PasswordHash != null).OrderBy(a => a.NormalizedUserName).ToListAsync(cancellation);
        return [.. accounts.Where(a => permissions.May(a, permission)).Select(a => new StaffMember(a.Id, a.Name))];
    }
}
