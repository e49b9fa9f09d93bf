using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Smss.Modules.Leaders.Model;

/// <summary>A conversation in which a leader may change the hours of their own point: one for an account.</summary>
internal sealed class ChatLink
{
    public required Guid AccountId { get; init; }
    /// <summary>The leader's id in the chat's channel.</summary>
    public required string ResidentId { get; set; }
    public required DateTimeOffset LinkedAt { get; set; }
    /// <summary>Day that was changed last from the chat: the one that "undo" means.</summary>
    public DateOnly? LastChange { get; set; }
    /// <summary>What stood on that day before.</summary>
    public FormerDay? Before { get; set; }
}

/// <summary>What an exception said before it was changed.</summary>
/// <param name="Hours">As they are stored; null when there was no exception.</param>
/// <param name="Reason">Its reason.</param>
internal sealed record FormerDay(string? Hours, Trilingual? Reason)
{
    public static FormerDay Of(HoursException? exception) =>
        new(exception is null ? null : Interval.WriteList(exception.Hours), exception?.Reason);

    public static string Write(FormerDay day) => JsonSerializer.Serialize(day, JsonSerializerOptions.Web);

    public static FormerDay Read(string json) => JsonSerializer.Deserialize<FormerDay>(json, JsonSerializerOptions.Web)!;
}

/// <summary>A code that links a conversation, once and for a short time; only its hash is kept.</summary>
internal sealed class ChatCode
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>Letters and digits that nobody mistakes for one another; 31 to the eighth is beyond guessing in ten minutes.</summary>
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Half = 4;

    public required Guid AccountId { get; init; }
    public required string Hash { get; set; }
    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>"7KQ4-M2XR".</summary>
    public static string New()
    {
        string code;
        do code = RandomNumberGenerator.GetString(Letters, Half) + "-" + RandomNumberGenerator.GetString(Letters, Half);
        while (In(code) is null);
        return code;
    }

    /// <summary>The code in a message, whatever stands round it and however it is written; null when there is none.</summary>
    public static string? In(string text)
    {
        string[] words = text.ToUpperInvariant().Split([' ', '-', '–', '.', ',', ':', ';', '\n', '"', '„', '”'], StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Length == 2 * Half && IsCode(words[i])) return words[i][..Half] + "-" + words[i][Half..];
            if (i + 1 < words.Length && words[i].Length == Half && words[i + 1].Length == Half && IsCode(words[i] + words[i + 1])) return words[i] + "-" + words[i + 1];
        }
        return null;
    }

    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("leaders:chat:" + code)));

    // A digit among the letters tells a code from a word of eight letters.
    private static bool IsCode(string word) => word.All(Letters.Contains) && word.Any(char.IsAsciiDigit);
}
