using Microsoft.EntityFrameworkCore;
using Smss.Abstractions.Data;
using Smss.Platform.Accounts;
using Smss.Platform.HandOvers;
using Smss.Platform.Privacy;

namespace Smss.Platform.Data;

/// <summary>The platform's own tables. The log and the state are written by prepared commands; EF keeps the tables.</summary>
internal sealed class PlatformDbContext(DbContextOptions<PlatformDbContext> options) : SmssDbContext(options)
{
    protected override void Describe(ModelBuilder model)
    {
        model.Entity<Conversation>(c =>
        {
            c.HasKey(x => x.Id);
            c.HasIndex(x => x.ResidentId);
            c.HasIndex(x => x.StartedAt);
        });
        model.Entity<Consent>(c =>
        {
            c.HasKey(x => x.Id);
            c.HasIndex(x => new { x.ResidentId, x.Topic }).IsUnique().HasFilter("withdrawn_at IS NULL");
            c.HasIndex(x => x.ResidentId);
            c.HasIndex(x => x.WithdrawnAt);
        });
        model.Entity<CopyLink>(l =>
        {
            l.HasKey(x => x.Hash);
            l.HasIndex(x => x.ResidentId);
        });
        model.Entity<Activity>(a =>
        {
            a.HasKey(x => new { x.ConversationId, x.Sequence });
            a.HasIndex(x => new { x.ConversationId, x.MessageKey }).IsUnique().HasFilter("message_key IS NOT NULL");
            a.HasIndex(x => x.Pending).HasFilter("pending");
        });
        model.Entity<Setting>(s => s.HasKey(x => x.Name));
        model.Entity<UnansweredRow>(u =>
        {
            u.ToTable("platform_unanswered");
            u.HasKey(x => new { x.Language, x.Key });
            u.HasIndex(x => x.LastSeen);
        });
        Account.Describe(model);
        HandOver.Describe(model);
    }
}

/// <summary>A conversation and what the bot keeps of it.</summary>
internal sealed class Conversation
{
    /// <summary>Stands for the resident of a conversation that was erased.</summary>
    public const string Nobody = "";

    /// <summary>Stands for the key of a conversation whose resident was told that it is over: no key fits, and nothing is taken in any more.</summary>
    public const string Closed = "";

    public required string Id { get; init; }
    public required string Channel { get; init; }
    public required string ResidentId { get; init; }
    public string? Locale { get; init; }
    public string? State { get; init; }
    public long Version { get; init; }
    public long LastSequence { get; init; }
    public DateTimeOffset LastAt { get; init; }
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>SHA-256 of the key that opens this conversation again tomorrow; null when it has none.</summary>
    public string? ResumeHash { get; init; }
}

/// <summary>One entry of a conversation's log; a resident's message is also the inbox: pending until its turn is committed.</summary>
internal sealed class Activity
{
    public required string ConversationId { get; init; }
    public long Sequence { get; init; }
    public DateTimeOffset At { get; init; }
    public bool FromBot { get; init; }
    public string? MessageKey { get; init; }
    public bool Pending { get; init; }
    public required byte[] Body { get; init; }
}

/// <summary>What the host made for itself at its first start: keys and secrets.</summary>
internal sealed class Setting
{
    public required string Name { get; init; }
    public required string Value { get; init; }
}

/// <summary>What residents asked and nobody answered, without who asked.</summary>
internal sealed class UnansweredRow
{
    public required string Language { get; init; }
    /// <summary>The text folded: what differs in capitals and accents only is one row.</summary>
    public required string Key { get; init; }
    public required string Text { get; init; }
    public int Times { get; init; }
    public DateOnly LastSeen { get; init; }
}
