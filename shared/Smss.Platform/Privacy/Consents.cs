using MediatR;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Conversation;
using Smss.Abstractions.Modules;
using Smss.Platform.Data;
using Smss.Understanding;

namespace Smss.Platform.Privacy;

/// <summary>A consent to be written to about a topic, with the words that were shown.</summary>
internal sealed class Consent
{
    public required Guid Id { get; init; }
    public required string ResidentId { get; init; }
    public required string Topic { get; init; }
    public required int Version { get; init; }
    public required string Words { get; init; }
    public required Language Language { get; init; }
    public required DateTimeOffset GivenAt { get; init; }
    public DateTimeOffset? WithdrawnAt { get; init; }
}

/// <summary>Who agreed to what.</summary>
internal sealed class Consents(PlatformDbContext db, CityClock clock)
    : IConsents, IPersonalData, IRequestHandler<GiveConsent, Unit>, IRequestHandler<WithdrawConsents, int>
{
    public string Id => "platform.data.consent";
    public LegalBasis Basis => LegalBasis.Consent;
    public int? Days => 365;

    public async ValueTask<bool> IsGivenAsync(string residentId, string topic, CancellationToken cancellation) =>
        await Given(residentId).AnyAsync(c => c.Topic == topic, cancellation);

    /// <summary>Given anew, the older words no longer count.</summary>
    public async Task<Unit> Handle(GiveConsent request, CancellationToken cancellationToken)
    {
        await WithdrawAsync(Given(request.ResidentId).Where(c => c.Topic == request.Topic), cancellationToken);
        db.Add(new Consent
        {
            Id = clock.NewId(), ResidentId = request.ResidentId, Topic = request.Topic, Version = request.Version, Words = request.Words,
            Language = request.Language, GivenAt = clock.Now,
        });
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }

    public Task<int> Handle(WithdrawConsents request, CancellationToken cancellationToken) => WithdrawAsync(Given(request.ResidentId), cancellationToken);

    public async Task<IReadOnlyList<PersonalRecord>> ExportAsync(string residentId, CancellationToken cancellation) =>
    [
        .. (await db.Set<Consent>().AsNoTracking().Where(c => c.ResidentId == residentId).OrderBy(c => c.Id).ToListAsync(cancellation))
            .Select(c => new PersonalRecord(
                c.GivenAt, new("topic", c.Topic), new("words", c.Words), new("version", $"{c.Version}"), new("withdrawn", c.WithdrawnAt is { } at ? $"{at:u}" : null))),
    ];

    public Task EraseAsync(string residentId, CancellationToken cancellation) =>
        db.Set<Consent>().Where(c => c.ResidentId == residentId).ExecuteDeleteAsync(cancellation);

    /// <summary>One that holds is kept; a withdrawn one proves for a while that there was one.</summary>
    public async Task<bool> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellation) =>
        most == await db.Set<Consent>().Where(c => c.WithdrawnAt < before).OrderBy(c => c.Id).Take(most).ExecuteDeleteAsync(cancellation);

    private IQueryable<Consent> Given(string residentId) => db.Set<Consent>().Where(c => c.ResidentId == residentId && c.WithdrawnAt == null);

    private Task<int> WithdrawAsync(IQueryable<Consent> consents, CancellationToken cancellation) =>
        consents.ExecuteUpdateAsync(s => s.SetProperty(c => c.WithdrawnAt, clock.Now), cancellation);
}
