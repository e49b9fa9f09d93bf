using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Smss.Abstractions;
using Smss.Abstractions.Contracts.Platform;
using Smss.Platform.Data;
using Smss.Platform.HandOvers;
using Smss.Understanding;

namespace Smss.Platform.Accounts;

/// <summary>What is done to accounts; each in one transaction with its entry in the audit trail, and ending their sessions when it takes something away.</summary>
internal sealed class StaffAccounts(PlatformDbContext db, UserManager<Account> users, Passwords passwords, OneTimeLinks links, SecondFactor secondFactor, PanelNews news, CityClock clock)
{
    public Task<Account?> FindAsync(Guid id, CancellationToken cancellation) => db.Set<Account>().SingleOrDefaultAsync(a => a.Id == id, cancellation);

    /// <summary>Makes an account that has no password yet, and the link that sets one; null when the name is taken or cannot be.</summary>
    public async Task<string?> InviteAsync(StaffMember by, string name, StaffRoles roles, Language language, CancellationToken cancellation)
    {
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await MakeAsync(name, roles, language, null) is not { } account) return null;
        string link = await links.MakeAsync(account.Id, cancellation);
        await CommitAsync(transaction, by, "platform.audit.invite", account.Name, cancellation);
        return link;
    }

    /// <summary>A link that sets a new password, for who forgot theirs. The old one works until it is used.</summary>
    public async Task<string> LinkAsync(StaffMember by, Account account, CancellationToken cancellation)
    {
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellation);
        string link = await links.MakeAsync(account.Id, cancellation);
        await CommitAsync(transaction, by, "platform.audit.link", account.Name, cancellation);
        return link;
    }

    /// <summary>Sets the password behind a link. Null when the link was used meanwhile or the name is taken.</summary>
    public async Task<Account?> AcceptAsync(OneTimeLink link, string name, string password, Language language, CancellationToken cancellation)
    {
        // Before the transaction: hashing takes a third of a second, and residents are waiting to write.
        string hash = passwords.Hash(new Account(), password);
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await links.UseAsync(link, cancellation)) return null;
        Account? account = link.AccountId is { } id ? await FindAsync(id, cancellation) : await MakeAsync(name, StaffRoles.Administrator, language, hash);
        if (account is not { IsEnabled: true }) return null;
        account.PasswordHash = hash;
        await users.UpdateSecurityStampAsync(account);
        await CommitAsync(transaction, Self(account), "platform.audit.password", account.Name, cancellation);
        return account;
    }

    public Task ChangePasswordAsync(Account account, string password, CancellationToken cancellation)
    {
        account.PasswordHash = passwords.Hash(account, password);
        return ChangeAsync(Self(account), account, "platform.audit.password", cancellation);
    }

    public Task SetRolesAsync(StaffMember by, Account account, StaffRoles roles, CancellationToken cancellation)
    {
        account.Roles = roles;
        return ChangeAsync(by, account, "platform.audit.roles", cancellation);
    }

    public Task SetEnabledAsync(StaffMember by, Account account, bool enabled, CancellationToken cancellation)
    {
        account.DisabledAt = enabled ? null : clock.Now;
        if (!enabled) db.Tell(new StaffDisabled(account.Id));
        return ChangeAsync(by, account, enabled ? "platform.audit.enable" : "platform.audit.disable", cancellation);
    }

    public async Task<IReadOnlyList<string>> SetSecondFactorAsync(Account account, string secret, long step, CancellationToken cancellation)
    {
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellation);
        IReadOnlyList<string> codes = await secondFactor.SetAsync(account, secret, step, cancellation);
        await users.UpdateSecurityStampAsync(account);
        await CommitAsync(transaction, Self(account), "platform.audit.second-factor", account.Name, cancellation);
        return codes;
    }

    /// <summary>For who lost the phone and the codes: they set up a new one before anything else.</summary>
    public async Task ForgetSecondFactorAsync(StaffMember by, Account account, CancellationToken cancellation)
    {
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellation);
        await secondFactor.ForgetAsync(account, cancellation);
        await users.UpdateSecurityStampAsync(account);
        await CommitAsync(transaction, by, "platform.audit.second-factor-forgotten", account.Name, cancellation);
    }

    public async Task SetLanguageAsync(Account account, Language language, CancellationToken cancellation)
    {
        account.Language = language;
        await db.SaveChangesAsync(cancellation);
    }

    public async Task SetShownNameAsync(Account account, string? name, CancellationToken cancellation)
    {
        account.ShownName = name;
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Somebody came in.</summary>
    public async Task NoteSignInAsync(Account account, CancellationToken cancellation)
    {
        db.Record(Self(account), "platform.audit.sign-in", account.Name);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task ChangeAsync(StaffMember by, Account account, string action, CancellationToken cancellation)
    {
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellation);
        await users.UpdateSecurityStampAsync(account);
        await CommitAsync(transaction, by, action, account.Name, cancellation);
    }

    private async Task CommitAsync(IDbContextTransaction transaction, StaffMember by, string action, string subject, CancellationToken cancellation)
    {
        db.Record(by, action, subject);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        news.Tell();
    }

    private async Task<Account?> MakeAsync(string name, StaffRoles roles, Language language, string? hash)
    {
        var account = new Account { Id = clock.NewId(), UserName = name, Roles = roles, Language = language, CreatedAt = clock.Now, PasswordHash = hash };
        return (await users.CreateAsync(account)).Succeeded ? account : null;
    }

    private static StaffMember Self(Account account) => new(account.Id, account.Name);
}
