using Smss.Abstractions.Facts;

namespace Smss.Abstractions.Contracts.Platform;

/// <summary>Who of the staff may do something, for modules that let them act outside the panel or give them a task.</summary>
public interface IStaffReader
{
    /// <summary>Everybody whose account is enabled and holds the permission at this moment, by name.</summary>
    Task<IReadOnlyList<StaffMember>> WithAsync(string permission, CancellationToken cancellation);
}

/// <summary>An account was disabled: whatever a module lets it do elsewhere ends with it.</summary>
/// <param name="AccountId">Its id.</param>
[Fact("platform.staff-disabled")]
public sealed record StaffDisabled(Guid AccountId) : IFact;
