using System.Globalization;
using Smss.Abstractions;
using Smss.Platform.Data;

namespace Smss.Platform.Accounts;

/// <summary>
/// Slows down guessing, on all hosts together. Strangers share the tries of an account and of an address; a browser that
/// signed in before has tries of its own, so nobody can lock its owner out by guessing from elsewhere.
/// </summary>
internal sealed class SignInBrake(Writer writer, Database database, TimeProvider time)
{
    public const int PerPair = 5, PerKnownBrowser = 10, CodesPerAccount = 10, PerAccount = 30, PerAddress = 60;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    // Counted before the password is looked at: 200 tries at once are 200 tries.
    private const string Count = """
        INSERT INTO platform_attempt (key, count, until) VALUES (@p0, 1, @p1)
        ON CONFLICT (key) DO UPDATE SET count = platform_attempt.count + 1 RETURNING count
        """;

    /// <summary>Counts a try. False when there were too many of late.</summary>
    public Task<bool> EnterAsync(Try attempt, CancellationToken cancellation)
    {
        object now = database.Instant(time.GetUtcNow()), until = database.Instant(time.GetUtcNow() + Window);
        return writer.WriteAsync(
            scope =>
            {
                scope.Commands.Execute(scope.Transaction, "DELETE FROM platform_attempt WHERE until <= @p0", now);
                bool free = true;
                foreach ((string key, int most) in attempt.Limits())
                    free &= Convert.ToInt64(scope.Commands.Scalar(scope.Transaction, Count, key, until), CultureInfo.InvariantCulture) <= most;
                return free;
            },
            cancellation);
    }

    /// <summary>It was the right person: their tries count for nothing.</summary>
    public Task ForgiveAsync(Try attempt, CancellationToken cancellation) => writer.WriteAsync(
        scope =>
        {
            foreach ((string key, _) in attempt.Limits())
                scope.Commands.Execute(
                    scope.Transaction,
                    key == attempt.Own ? "DELETE FROM platform_attempt WHERE key = @p0" : "UPDATE platform_attempt SET count = count - 1 WHERE key = @p0",
                    key);
            return true;
        },
        cancellation);
}

/// <summary>Who tries to get in, and from where; kept hashed, for a quarter of an hour.</summary>
/// <param name="What">Password or code.</param>
/// <param name="Browser">Mark of a browser that signed in to this account before.</param>
internal sealed record Try(string What, string Account, string Address, string? Browser)
{
    /// <summary>The count that is nobody else's.</summary>
    public string Own => Limits().First().Key;

    public IEnumerable<(string Key, int Most)> Limits() => Browser is not null
        ? [(Secrets.Hash($"{What} browser {Browser}"), SignInBrake.PerKnownBrowser)]
        :
        [
            (Secrets.Hash($"{What} pair {Account} {Address}"), SignInBrake.PerPair),
            // A code has six digits only; who guesses it has the password already.
            (Secrets.Hash($"{What} account {Account}"), What == "code" ? SignInBrake.CodesPerAccount : SignInBrake.PerAccount),
            (Secrets.Hash($"{What} address {Address}"), SignInBrake.PerAddress),
        ];
}
