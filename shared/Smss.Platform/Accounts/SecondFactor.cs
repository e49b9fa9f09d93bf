using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using QRCoder;
using Smss.Abstractions;
using Smss.Platform.Data;

namespace Smss.Platform.Accounts;

/// <summary>Codes of an authenticator app (RFC 6238: SHA-1, 30 seconds, six digits) and recovery codes. Identity's own reads the system clock and lets a code work twice.</summary>
internal sealed class SecondFactor(PlatformDbContext db, CityClock clock, IDataProtectionProvider protection)
{
    private const int StepSeconds = 30, Codes = 8, SecretBytes = 20;
    private readonly IDataProtector _protector = protection.CreateProtector("second-factor");

    /// <summary>A new secret, protected, so that a form can carry it until its first code was right.</summary>
    public string Propose() => _protector.Protect(Convert.ToHexString(RandomNumberGenerator.GetBytes(SecretBytes)));

    public string Readable(string secret) => Secrets.ToBase32(Open(secret)!);

    /// <summary>Whether the secret is one of ours: a form brings it back.</summary>
    public bool IsOurs(string? secret) => Open(secret) is not null;

    public string Link(string secret, string name) => $"otpauth://totp/Smss:{Uri.EscapeDataString(name)}?secret={Readable(secret)}&issuer=Smss";

    public static string Picture(string link)
    {
        using var generator = new QRCodeGenerator();
        using QRCodeData data = generator.CreateQrCode(link, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return picture.GetGraphic(5, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.WidthHeightAttribute);
    }

    /// <summary>The step of a code that is right now or was half a minute ago; null when it is wrong.</summary>
    public long? StepOf(string secret, string? code)
    {
        if (Open(secret) is not { } key) return null;
        byte[] typed = Encoding.ASCII.GetBytes(Secrets.Typed(code));
        long now = clock.Now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (long step = now - 1; step <= now + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.ASCII.GetBytes(CodeAt(key, step)))) found = step;
        return found;
    }

    /// <summary>Takes a code of the app or a recovery code; each works once, also when it is sent twice at once.</summary>
    public async Task<bool> TakeAsync(Account account, string? code, CancellationToken cancellation)
    {
        if (account.SecondFactor is not { } secret) return false;
        if (StepOf(secret, code) is { } step)
            return await db.Set<Account>().Where(a => a.Id == account.Id && a.LastStep < step)
                .ExecuteUpdateAsync(s => s.SetProperty(a => a.LastStep, step), cancellation) == 1;
        string hash = Secrets.Hash(Secrets.Typed(code));
        return await db.Set<RecoveryCode>().Where(c => c.AccountId == account.Id && c.Hash == hash).ExecuteDeleteAsync(cancellation) == 1;
    }

    /// <summary>Sets the secret and new recovery codes, which are told once; saved by the caller.</summary>
    public async Task<IReadOnlyList<string>> SetAsync(Account account, string secret, long step, CancellationToken cancellation)
    {
        await ForgetAsync(account, cancellation);
        account.SecondFactor = secret;
        account.LastStep = step;
        string[] codes = [.. Enumerable.Range(0, Codes).Select(_ => Secrets.RecoveryCode())];
        db.AddRange(codes.Select(c => new RecoveryCode(account.Id, Secrets.Hash(Secrets.Typed(c)))));
        return codes;
    }

    public async Task ForgetAsync(Account account, CancellationToken cancellation)
    {
        account.SecondFactor = null;
        await db.Set<RecoveryCode>().Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
    }

    public static string CodeAt(byte[] key, long step)
    {
        Span<byte> message = stackalloc byte[8], hash = stackalloc byte[20];
        BinaryPrimitives.WriteInt64BigEndian(message, step);
#pragma warning disable CA5350 // RFC 6238 as every authenticator app does it; HMAC does not need SHA-1 to resist collisions.
        HMACSHA1.HashData(key, message, hash);
#pragma warning restore CA5350
        uint number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[19] & 15)..]) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private byte[]? Open(string? secret)
    {
        try
        {
            return secret is null ? null : Convert.FromHexString(_protector.Unprotect(secret));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
