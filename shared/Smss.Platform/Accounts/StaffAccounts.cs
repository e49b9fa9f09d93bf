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
internal sealed class StaffAccounts(
    PlatformDbContext db, Administration administration, UserManager<Account> users, Passwords passwords, OneTimeLinks links, SecondFactor secondFactor, PanelNews news,
    CityClock clock)
{
    public Task<Account?> FindAsync(Guid id, CancellationToken cancellation) => db.Set<Account>().SingleOrDefaultAsync(a => a.Id == id, cancellation);

    /// <summary>Makes an account that has no password yet, and the link that sets one; null when the name is taken or cannot be.</summary>
    public async Task<string?> InviteAsync(StaffMember by, string name, IReadOnlyCollection<string> roles, Language language, CancellationToken cancellation)
    {
        await using IDbContextTransaction transaction = await administration.BeginAsync(by, Administration.Accounts, cancellation);
        if (await MakeAsync(name, roles, language, null, cancellation) is not { } account) return null;
        string link = await links.MakeAsync(account.Id, cancellation);
        await administration.CommitAsync(transaction, by, "platform.audit.invite", account.Name, cancellation);
        return link;
    }

    /// <summary>A link that sets a new password, for who forgot theirs. The old one works until it is used.</summary>
    public async Task<string> LinkAsync(StaffMember by, Account account, CancellationToken cancellation)
    {
        await using IDbContextTransaction transaction = await administration.BeginAsync(by, Administration.Accounts, cancellation);
        string link = await links.MakeAsync(account.Id, cancellation);
        await administration.CommitAsync(transaction, by, "platform.audit.link", account.Name, cancellation);
        return link;
    }

    /// <summary>Sets the password behind a link. Null when the link was used meanwhile or the name is taken.</summary>
    public async Task<Account?> AcceptAsync(OneTimeLink link, string name, string password, Language language, CancellationToken cancellation)
    {
        // Before the transaction: hashing takes a third of a second, and residents are waiting to write.
        string hash = passwords.Hash(new Account(), password);
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await links.UseAsync(link, cancellation)) return null;
        Account? account = link.AccountId is { } id ? await FindAsync(id, cancellation) : await MakeAsync(name, [Role.IdOf(StaffRoles.Administrator)], language, hash, cancellation);
        if (account is not { IsEnabled: true }) return null;
        account.PasswordHash = hash;
        account.EndSessions();
        await administration.CommitAsync(transaction, Self(account), "platform.audit.password", account.Name, cancellation);
        return account;
    }

    public async Task ChangePasswordAsync(Account account, string password, CancellationToken cancellation)
    {
        account.PasswordHash = passwords.Hash(account, password);
        account.EndSessions();
        db.Record(Self(account), "platform.audit.password", account.Name);
        await db.SaveChangesAsync(cancellation);
        news.Tell();
    }

    public Task SetRolesAsync(StaffMember by, Account account, IReadOnlyCollection<string> roles, CancellationToken cancellation) => ChangeAsync(by, account, "platform.audit.roles", async () =>
    {
        List<Role> wanted = await RolesAsync(roles, cancellation);
        account.Roles.Clear();
        foreach (Role role in wanted) account.Roles.Add(role);
    }, cancellation);

    public Task SetEnabledAsync(StaffMember by, Account account, bool enabled, CancellationToken cancellation) =>
        ChangeAsync(by, account, enabled ? "platform.audit.enable" : "platform.audit.disable", () =>
        {
            account.DisabledAt = enabled ? null : clock.Now;
            if (!enabled) db.Tell(new StaffDisabled(account.Id));
            return Task.CompletedTask;
        }, cancellation);

    /// <summary>For who lost the phone and the codes: they set up a new one before anything else.</summary>
    public Task ForgetSecondFactorAsync(StaffMember by, Account account, CancellationToken cancellation) =>
        ChangeAsync(by, account, "platform.audit.second-factor-forgotten", () => secondFactor.ForgetAsync(account, cancellation), cancellation);

    public async Task<IReadOnlyList<string>> SetSecondFactorAsync(Account account, string secret, long step, CancellationToken cancellation)
    {
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellation);
        IReadOnlyList<string> codes = await secondFactor.SetAsync(account, secret, step, cancellation);
        account.EndSessions();
        await administration.CommitAsync(transaction, Self(account), "platform.audit.second-factor", account.Name, cancellation);
        return codes;
    }

    /// <summary>How somebody wants to read the panel.</summary>
    public async Task SetReadingAsync(Account account, Language language, bool largeText, CancellationToken cancellation)
    {
        account.Language = language;
        account.LargeText = largeText;
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

    private async Task ChangeAsync(StaffMember by, Account account, string action, Func<Task> change, CancellationToken cancellation)
    {
        await using IDbContextTransaction transaction = await administration.BeginAsync(by, Administration.Accounts, cancellation);
        await change();
        account.EndSessions();
        await administration.CommitAsync(transaction, by, action, account.Name, cancellation);
    }

    private async Task<Account?> MakeAsync(string name, IReadOnlyCollection<string> roles, Language language, string? hash, CancellationToken cancellation)
    {
        var account = new Account { Id = clock.NewId(), UserName = name, Language = language, CreatedAt = clock.Now, PasswordHash = hash };
        foreach (Role role in await RolesAsync(roles, cancellation)) account.Roles.Add(role);
        return (await users.CreateAsync(account)).Succeeded ? account : null;
    }

    private Task<List<Role>> RolesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        db.Set<Role>().Where(r => ids.Contains(r.Id)).ToListAsync(cancellation);

    private static StaffMember Self(Account account) => new(account.Id, account.Name);
}
