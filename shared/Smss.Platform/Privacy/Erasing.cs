using MediatR;
using Smss.Abstractions.Data;
using Smss.Abstractions.Facts;
using Smss.Abstractions.Modules;

namespace Smss.Platform.Privacy;

/// <summary>A resident wants to be forgotten.</summary>
[Fact(Id)]
internal sealed record ErasureAsked(string ResidentId) : IFact
{
    public const string Id = "platform.erasure-asked";
}

/// <summary>
/// Has one kind of data forget the resident. It is a handler of a fact, so the outbox brings it there once each, tries
/// again until it has confirmed, and lets one that fails stop no other.
/// </summary>
internal sealed class Erasing<TData>(TData data) : INotificationHandler<ErasureAsked> where TData : IPersonalData
{
    /// <param name="moduleId">Whose data it is.</param>
    /// <param name="kind">What the kind of data is called; the handler may be given a guard around it.</param>
    public static FactHandler Handler(string moduleId, Type kind) =>
        new($"{moduleId}.erase-{Naming.Snake(kind.Name).Replace('_', '-')}", ErasureAsked.Id, typeof(ErasureAsked), typeof(Erasing<TData>));

    public Task Handle(ErasureAsked notification, CancellationToken cancellationToken) => data.EraseAsync(notification.ResidentId, cancellationToken);
}
