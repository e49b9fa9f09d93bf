using Smss.Abstractions.Facts;

namespace Smss.Abstractions.Contracts.Initiatives;

/// <summary>A resident filed an initiative.</summary>
/// <param name="InitiativeId">Its id.</param>
/// <param name="Number">What the resident was told (<c>IN-2026-0042</c>).</param>
/// <param name="Place">Estate or part of it, Polish nominative; null when not said.</param>
[Fact("initiatives.filed")]
public sealed record InitiativeFiled(Guid InitiativeId, string Number, string? Place) : IFact;

/// <summary>A resident supports an initiative.</summary>
/// <param name="InitiativeId">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="Supporters">How many support it now, its author not counted.</param>
[Fact("initiatives.supported")]
public sealed record InitiativeSupported(Guid InitiativeId, string Number, int Supporters) : IFact;
