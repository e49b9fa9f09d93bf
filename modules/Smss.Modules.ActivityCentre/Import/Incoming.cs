using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Import;

/// <summary>A row as it comes from outside.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="ExternalId">Its id where it comes from.</param>
/// <param name="Title">For messages.</param>
/// <param name="Employer">Name of the employer, where it has one.</param>
/// <param name="Since">Day on which it was published there.</param>
/// <param name="Apply">Writes its content onto the row.</param>
internal sealed record Incoming<T>(int Line, string ExternalId, string Title, string? Employer, DateOnly? Since, Action<T> Apply) where T : Listing;
