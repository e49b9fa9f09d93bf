using Smss.Abstractions.Facts;

namespace Smss.Abstractions.Contracts.Platform;

/// <summary>An account was disabled: whatever a module lets it do elsewhere ends with it.</summary>
/// <param name="AccountId">Its id.</param>
[Fact("platform.staff-disabled")]
public sealed record StaffDisabled(Guid AccountId) : IFact;
