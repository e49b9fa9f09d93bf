using MediatR;

namespace Smss.Abstractions.Facts;

/// <summary>
/// Something that happened, told to whoever listens: ids and values only, past tense. Written to the outbox in the
/// transaction of what it tells; every handler gets it at least once, each on its own.
/// </summary>
public interface IFact : INotification;

/// <summary>The id under which a fact is stored (<c>initiatives.filed</c>); never the name of the type.</summary>
/// <param name="id">Begins with the owner's module id.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FactAttribute(string id) : Attribute
{
    /// <summary>The id.</summary>
    public string Id { get; } = id;
}
