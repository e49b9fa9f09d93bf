using System.Security.Claims;
using Smss.Abstractions.Web;
using Smss.Platform.Modules;

namespace Smss.Platform.Accounts;

/// <summary>What somebody may do who has certain roles, among what the enabled modules ask for.</summary>
internal sealed class RolePermissions(IEnumerable<Permission> permissions)
{
    /// <summary>What everybody who is signed in may do.</summary>
    public const string Own = "platform.own";
    public const string StampClaim = "stamp", LargeTextClaim = "large-text";

    /// <summary>What a role can hold.</summary>
    public IReadOnlyList<Permission> ToGive { get; } = [.. permissions.Where(p => p.Id != Own)];

    public IEnumerable<Permission> Of(IReadOnlyCollection<Role> roles) => permissions.Where(p => p.Id == Own || roles.Any(r => r.Holds(p)));

    public bool NeedsSecondFactor(IReadOnlyCollection<Role> roles) => Of(roles).Any(p => p.PersonalData);

    /// <summary>Who reads personal data and has no second factor yet may only set one up.</summary>
    public bool MustSetSecondFactor(Account account) => account.SecondFactor is null && NeedsSecondFactor(account.Roles);

    /// <summary>Whether somebody can use a permission now.</summary>
    public bool May(Account account, string permission) =>
        account.IsEnabled && !MustSetSecondFactor(account) && Of(account.Roles).Any(p => p.Id == permission);

    public ClaimsPrincipal PrincipalOf(Account account) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()), new Claim(ClaimTypes.Name, account.Name), new Claim(StampClaim, account.SecurityStamp ?? ""),
            .. account.LargeText ? (Claim[])[new Claim(LargeTextClaim, "true")] : [],
            .. Of(MustSetSecondFactor(account) ? [] : account.Roles).Select(p => new Claim(PanelPage.PermissionClaim, p.Id)),
        ],
        Sessions.Scheme));
}
