using Microsoft.EntityFrameworkCore;
using Smss.Platform.Accounts;
using Smss.Understanding;

namespace Smss.Platform.HandOvers;

/// <summary>A conversation that waits for a person or has one. What was said stays in the log; the row goes when the bot is back.</summary>
internal sealed class HandOver
{
    /// <summary>Names it in addresses and in the audit trail, where nothing of a resident may stand.</summary>
    public Guid Id { get; init; }
    public required string ConversationId { get; init; }
    public Language Language { get; init; }
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>When the bot does something about it by itself.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>Whether the resident was told that it may take days.</summary>
    public bool Patient { get; init; }

    /// <summary>Whether a phone number or an e-mail address stands in the conversation.</summary>
    public bool Reachable { get; init; }

    /// <summary>Account of who answers; null while nobody does.</summary>
    public Guid? TakenBy { get; init; }

    /// <summary>What people call it by.</summary>
    public string Code => CodeOf(Id);

    public static string CodeOf(Guid id) => id.ToString("N")[^6..].ToUpperInvariant();

    public static void Describe(ModelBuilder model)
    {
        model.Entity<HandOver>(row =>
        {
            row.ToTable("platform_handover");
            row.HasKey(h => h.Id);
            row.Property(h => h.Id).ValueGeneratedNever();
            row.Ignore(h => h.Code);
            row.HasIndex(h => h.ConversationId).IsUnique();
            row.HasOne<Account>().WithMany().HasForeignKey(h => h.TakenBy).OnDelete(DeleteBehavior.SetNull);
        });
        model.Entity<Duty>(row =>
        {
            row.HasKey(d => d.AccountId);
            row.Property(d => d.AccountId).ValueGeneratedNever();
            row.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}

/// <summary>Somebody answers residents until then, or until anything ends their sessions: the stamp no longer fits.</summary>
internal sealed class Duty
{
    public Guid AccountId { get; init; }
    public required string Stamp { get; set; }
    public DateTimeOffset Until { get; set; }
}
