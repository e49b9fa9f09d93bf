using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Smss.Understanding;

namespace Smss.Platform.Accounts;

/// <summary>Somebody of the staff. Without a password they were invited and have not come yet.</summary>
internal sealed class Account : IdentityUser<Guid>
{
    public List<Role> Roles { get; } = [];
    public Language Language { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Name that residents see; null while they see the role only.</summary>
    public string? ShownName { get; set; }

    /// <summary>Secret of the second factor, protected; null while there is none.</summary>
    public string? SecondFactor { get; set; }

    /// <summary>Time step of the last code, so that none works twice.</summary>
    public long LastStep { get; set; }

    /// <summary>Whether the panel is shown in larger letters.</summary>
    public bool LargeText { get; set; }

    public bool IsEnabled => DisabledAt is null;
    public string Name => UserName!;

    /// <summary>Ends every session, and makes forms that are open stale.</summary>
    public void EndSessions()
    {
        SecurityStamp = Secrets.Token();
        ConcurrencyStamp = Secrets.Token();
    }

    public static void Describe(ModelBuilder model)
    {
        Role.Describe(model);
        model.Entity<Account>(row =>
        {
            row.HasKey(a => a.Id);
            row.Property(a => a.Id).ValueGeneratedNever();
            row.HasIndex(a => a.NormalizedUserName).IsUnique();
            row.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
            row.Property(a => a.LargeText).HasDefaultValue(false);
            row.HasMany(a => a.Roles).WithMany().UsingEntity<AccountRole>(
                role => role.HasOne<Role>().WithMany().HasForeignKey(r => r.RoleId).OnDelete(DeleteBehavior.Restrict),
                account => account.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Cascade),
                pair => pair.HasKey(r => new { r.AccountId, r.RoleId }));
            row.Navigation(a => a.Roles).AutoInclude();
            row.Ignore(a => a.Email).Ignore(a => a.NormalizedEmail).Ignore(a => a.EmailConfirmed).Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed)
                .Ignore(a => a.LockoutEnd).Ignore(a => a.LockoutEnabled).Ignore(a => a.AccessFailedCount).Ignore(a => a.TwoFactorEnabled);
        });
        model.Entity<RecoveryCode>(row =>
        {
            row.HasKey(c => new { c.AccountId, c.Hash });
            row.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<OneTimeLink>(row =>
        {
            row.HasKey(l => l.Hash);
            row.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Attempt>(row => row.HasKey(a => a.Key));
    }
}

/// <summary>Lets its owner in once when the phone is lost.</summary>
internal sealed record RecoveryCode(Guid AccountId, string Hash);

/// <summary>A link that sets a password once. Without an account it makes the first administrator.</summary>
internal sealed record OneTimeLink(string Hash, Guid? AccountId, DateTimeOffset ExpiresAt);

/// <summary>How often something was tried until the window ends.</summary>
internal sealed record Attempt(string Key, int Count, DateTimeOffset Until);
