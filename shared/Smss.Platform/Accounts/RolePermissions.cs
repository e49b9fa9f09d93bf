using System.Security.Claims;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Platform.Modules;

namespace Smss.Platform.Accounts;

/// <summary>What each role may do, as the enabled modules say.</summary>
internal sealed class RolePermissions(IEnumerable<Permission> permissions)
{
    /// <summary>What everybody who is signed in may do.</summary>
    public const string Own = "platform.own";
    public const string StampClaim = "stamp";

    public static readonly IReadOnlyList<StaffRoles> All = [.. Enum.GetValues<StaffRoles>().Where(r => r != StaffRoles.None)];

    public IEnumerable<Permission> Of(StaffRoles roles) => permissions.Where(p => p.Id == Own || (p.Roles & roles) != 0);

    public bool NeedsSecondFactor(StaffRoles roles) => Of(roles).Any(p => p.PersonalData);

    /// <summary>Who reads personal data and has no second factor yet may only set one up.</summary>
    public bool MustSetSecondFactor(Account account) => account.SecondFactor is null && NeedsSecondFactor(account.Roles);

    public ClaimsPrincipal PrincipalOf(Account account) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()), new Claim(ClaimTypes.Name, account.Name), new Claim(StampClaim, account.SecurityStamp ?? ""),
            .. Of(MustSetSecondFactor(account) ? StaffRoles.None : account.Roles).Select(p => new Claim(PanelPage.PermissionClaim, p.Id)),
        ],
        Sessions.Scheme));
}
