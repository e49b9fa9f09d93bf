using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Platform.Modules;

namespace Smss.Platform.Accounts;

/// <summary>
/// A set of permissions. A shipped role begins with what the modules say and takes in what a module adds later;
/// what the city decided about a permission stays, also while its module is off.
/// </summary>
internal sealed class Role
{
    public const int LongestName = 60;

    /// <summary>Name of the shipped role in small letters, or a random id.</summary>
    public required string Id { get; init; }

    /// <summary>Name of a role of the city's own; the shipped ones are named in the texts.</summary>
    public string? Name { get; set; }

    /// <summary>Ids of permissions that the city gave, separated by blanks.</summary>
    public string Granted { get; private set; } = "";

    /// <summary>Ids of permissions that the city took away, separated by blanks.</summary>
    public string Refused { get; private set; } = "";

    /// <summary>Changes with each change, so that a form knows that it is stale.</summary>
    public string Stamp { get; private set; } = Secrets.Token();

    public bool IsOwn => Name is not null;

    public static string IdOf(StaffRoles shipped) => shipped.ToString().ToLowerInvariant();

    public bool Holds(Permission permission) =>
        Has(Granted, permission.Id) || (!Has(Refused, permission.Id) && (permission.Roles & Shipped) != 0);

    /// <summary>The city says of each known permission whether the role holds it; others stay as they were decided.</summary>
    public void Decide(IReadOnlyCollection<Permission> known, IReadOnlyCollection<string> granted)
    {
        ILookup<bool, string> decided = known.Select(p => p.Id).ToLookup(granted.Contains);
        Granted = Join(Of(Granted).Except(decided[false]).Union(decided[true]));
        Refused = Join(Of(Refused).Except(decided[true]).Union(decided[false]));
        Stamp = Secrets.Token();
    }

    public string NameFor(PublicPage page) => Name ?? page.T("platform.role." + Id);

    public static string NamesFor(PublicPage page, IReadOnlyCollection<Role> roles) =>
        roles.Count == 0 ? page.T("platform.role.none") : string.Join(", ", roles.Select(r => r.NameFor(page)));

    public static void Describe(ModelBuilder model) => model.Entity<Role>(row =>
    {
        row.HasKey(r => r.Id);
        row.HasIndex(r => r.Name).IsUnique();
    });

    private StaffRoles Shipped => !IsOwn && Enum.TryParse(Id, ignoreCase: true, out StaffRoles shipped) ? shipped : StaffRoles.None;

    private static string[] Of(string ids) => ids.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Join(IEnumerable<string> ids) => string.Join(' ', ids.Order(StringComparer.Ordinal));

    private static bool Has(string ids, string id) => Of(ids).Contains(id);
}

/// <summary>Somebody has a role.</summary>
internal sealed class AccountRole
{
    public Guid AccountId { get; init; }
    public string RoleId { get; init; } = "";
}
