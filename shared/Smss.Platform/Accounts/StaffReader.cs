using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Contracts.Platform;
using Smss.Platform.Data;

namespace Smss.Platform.Accounts;

internal sealed class StaffReader(PlatformDbContext db, RolePermissions roles) : IStaffReader
{
    public async Task<IReadOnlyList<StaffMember>> WithAsync(string permission, CancellationToken cancellation)
    {
        List<Account> enabled = await db.Set<Account>().AsNoTracking().Where(a => a.DisabledAt == null).OrderBy(a => a.NormalizedUserName).ToListAsync(cancellation);
        return [.. enabled.Where(a => !roles.MustSetSecondFactor(a) && roles.Of(a.Roles).Any(p => p.Id == permission)).Select(a => new StaffMember(a.Id, a.Name))];
    }
}
