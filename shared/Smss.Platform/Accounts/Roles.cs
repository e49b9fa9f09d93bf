using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Smss.Abstractions;
using Smss.Platform.Data;

namespace Smss.Platform.Accounts;

/// <summary>What is done to roles; each in one transaction with its entry in the audit trail. Every session feels it at its next request.</summary>
internal sealed class Roles(PlatformDbContext db, Administration administration, RolePermissions permissions, CityClock clock)
{
    /// <summary>The shipped ones in the order in which they were thought of, then the city's own by name.</summary>
    public async Task<IReadOnlyList<Role>> ListAsync(CancellationToken cancellation) =>
        [.. (await db.Set<Role>().AsNoTracking().ToListAsync(cancellation)).OrderBy(r => r.IsOwn).ThenBy(Place).ThenBy(r => r.Name, StringComparer.CurrentCulture)];

    public Task<Role?> FindAsync(string id, CancellationToken cancellation) => db.Set<Role>().SingleOrDefaultAsync(r => r.Id == id, cancellation);

    /// <summary>How many have each role.</summary>
    public Task<Dictionary<string, int>> HoldersAsync(CancellationToken cancellation) =>
        db.Set<AccountRole>().GroupBy(r => r.RoleId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);

    public Task<bool> HasAsync(StaffMember who, Role role, CancellationToken cancellation) =>
        db.Set<AccountRole>().AnyAsync(r => r.AccountId == who.Id && r.RoleId == role.Id, cancellation);

    /// <summary>A role that holds nothing yet; null when another one has that name.</summary>
    public async Task<Role?> MakeAsync(StaffMember by, string name, CancellationToken cancellation)
    {
        await using IDbContextTransaction transaction = await administration.BeginAsync(by, Administration.Roles, cancellation);
        if (await IsTakenAsync(name, null, cancellation)) return null;
        var role = new Role { Id = clock.NewId().ToString(), Name = name };
        db.Add(role);
        await administration.CommitAsync(transaction, by, "platform.audit.role-made", name, cancellation);
        return role;
    }

    /// <summary>Sets what a role holds, and the name of one of the city's own.</summary>
    /// <param name="stamp">The role's stamp when the form was shown.</param>
    public async Task<RoleChange> ChangeAsync(StaffMember by, string id, string? stamp, string? name, IReadOnlyCollection<string> granted, CancellationToken cancellation)
    {
        await using IDbContextTransaction transaction = await administration.BeginAsync(by, Administration.Roles, cancellation);
        if (await FindAsync(id, cancellation) is not { } role || role.Stamp != stamp) return RoleChange.Stale;
        if (role.IsOwn && await IsTakenAsync(name!, id, cancellation)) return RoleChange.NameTaken;
        if (role.IsOwn) role.Name = name;
        string[] before = [.. Held(role)];
        role.Decide(permissions.ToGive, granted);
        string[] after = [.. Held(role)];
        string what = string.Join(' ', [(role.Name ?? role.Id) + ":", .. after.Except(before).Select(p => "+" + p), .. before.Except(after).Select(p => "−" + p)]);
        await administration.CommitAsync(transaction, by, "platform.audit.role-changed", what, cancellation);
        return RoleChange.Done;
    }

    /// <summary>False while somebody has it, or when it is gone already.</summary>
    public async Task<bool> DeleteAsync(StaffMember by, string id, CancellationToken cancellation)
    {
        await using IDbContextTransaction transaction = await administration.BeginAsync(by, Administration.Roles, cancellation);
        if (await FindAsync(id, cancellation) is not { IsOwn: true } role || await db.Set<AccountRole>().AnyAsync(r => r.RoleId == id, cancellation)) return false;
        db.Remove(role);
        await administration.CommitAsync(transaction, by, "platform.audit.role-deleted", role.Name!, cancellation);
        return true;
    }

    private IEnumerable<string> Held(Role role) => permissions.ToGive.Where(role.Holds).Select(p => p.Id);

    private Task<bool> IsTakenAsync(string name, string? but, CancellationToken cancellation) =>
        db.Set<Role>().AnyAsync(r => r.Name == name && r.Id != but, cancellation);

    private static StaffRoles Place(Role role) => Enum.TryParse(role.Id, ignoreCase: true, out StaffRoles shipped) ? shipped : StaffRoles.None;
}

/// <summary>What came of a change of a role.</summary>
internal enum RoleChange
{
    Done,
    /// <summary>Somebody changed it since the form was shown; nothing was changed.</summary>
    Stale,
    NameTaken,
}
