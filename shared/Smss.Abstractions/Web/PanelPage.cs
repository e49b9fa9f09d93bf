using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Smss.Abstractions.Web;

/// <summary>
/// A page of the staff's panel, below <c>/panel/&lt;module&gt;</c>, in the language of the account.
/// It names its permission with <c>[Authorize("initiatives.decide")]</c>; one that forgets lets nobody in who is not signed in, and fails a test.
/// </summary>
[Authorize]
public abstract class PanelPage : PublicPage
{
    /// <summary>Type of the claims that hold the permissions of who is signed in.</summary>
    public const string PermissionClaim = "permission";

    /// <summary>Who is signed in.</summary>
    /// <exception cref="InvalidOperationException">Nobody is; only pages that let strangers in can see this.</exception>
    public StaffMember Me => User is { Identity: { IsAuthenticated: true, Name: { } name } } && Guid.TryParse(User.FindFirstValue(ClaimTypes.NameIdentifier), out Guid id)
        ? new StaffMember(id, name)
        : throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Whether who is signed in holds a permission.</summary>
    public bool May(string permission) => User.HasClaim(PermissionClaim, permission);

    /// <summary>What is wrong with a field, finished text; null when nothing is.</summary>
    public string? Wrong(string field) => ModelState.TryGetValue(field, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    /// <summary>Marks a field as wrong, in the language of the page.</summary>
    protected void Refuse(string field, string key, params ReadOnlySpan<(string Name, object? Value)> values) => ModelState.AddModelError(field, T(key, values));
}
