using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;
using Smss.Understanding;

namespace Smss.Platform.Accounts;

/// <summary>Long, and not one that everybody tries first.</summary>
internal sealed class Passwords(IPasswordHasher<Account> hasher)
{
    public const int Shortest = 12, Longest = 128, Iterations = 600_000;
    private const string List = "Smss.Platform.Accounts.common-passwords.txt";

    private readonly FrozenSet<string> _common = ReadList();
    private readonly string _nobodys = hasher.HashPassword(new Account(), Secrets.Token());

    /// <summary>Key of what is wrong with a password; null when nothing is.</summary>
    public string? Refusal(string? password, string name) => password switch
    {
        null or { Length: < Shortest } => "platform.password.short",
        { Length: > Longest } => "platform.password.long",
        _ when IsCommon(password, name) => "platform.password.common",
        _ => null,
    };

    public string Hash(Account account, string password) => hasher.HashPassword(account, password);

    /// <summary>Takes as long for a name that nobody has as for one that somebody has.</summary>
    public bool Matches(Account? account, string? password)
    {
        string given = password is { Length: <= Longest } ? password : "";
        bool right = hasher.VerifyHashedPassword(account ?? new Account(), account?.PasswordHash ?? _nobodys, given) != PasswordVerificationResult.Failed;
        return right && account is { PasswordHash: not null, IsEnabled: true };
    }

    private bool IsCommon(string password, string name)
    {
        string folded = Folding.Fold(password);
        string letters = string.Concat(folded.Where(char.IsLetter));
        return folded.Distinct().Count() < 5 || folded.Contains(Folding.Fold(name), StringComparison.Ordinal) || IsRun(folded)
            || _common.Contains(folded) || (letters.Length > 0 && _common.Contains(letters));
    }

    /// <summary>"abcdefghijkl", "987654321098": each sign one after the last, or one before.</summary>
    private static bool IsRun(string text) =>
        text.Zip(text.Skip(1), (a, b) => b - a).Count(step => step is 1 or -1 or 9 or -9) >= text.Length - 2;

    private static FrozenSet<string> ReadList()
    {
        using var reader = new StreamReader(typeof(Passwords).Assembly.GetManifestResourceStream(List)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Folding.Fold).ToFrozenSet();
    }
}
