namespace Smss.Abstractions.Data;

/// <summary>
/// A row that people change by a form which carries the version they saw. Every save that changes the row adds one;
/// of two saves over the same version the second fails with <see cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException"/>.
/// </summary>
public interface IVersioned
{
    /// <summary>How often the row was changed. Declare it as <c>public int Version { get; private set; }</c>.</summary>
    int Version { get; }
}
