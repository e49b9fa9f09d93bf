using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Smss.Platform.Accounts;

/// <summary>Random secrets, and how they are kept: hashed, because each has far more bits than anybody can try.</summary>
internal static class Secrets
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Token() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>80 bits in groups that can be read from paper.</summary>
    public static string RecoveryCode()
    {
        string code = RandomNumberGenerator.GetString(Base32, 16);
        return string.Join('-', code.Chunk(4).Select(c => new string(c)));
    }

    /// <summary>As typed from paper: case, blanks and dashes do not matter.</summary>
    public static string Typed(string? code) => string.Concat((code ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    public static string ToBase32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length * 8 / 5 + 1);
        int bits = 0, held = 0;
        foreach (byte b in bytes)
        {
            held = (held << 8) | b;
            for (bits += 8; bits >= 5; bits -= 5) text.Append(Base32[(held >> (bits - 5)) & 31]);
            held &= (1 << bits) - 1;
        }
        if (bits > 0) text.Append(Base32[(held << (5 - bits)) & 31]);
        return text.ToString();
    }
}
