using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Smss.BotFramework.DirectLine;

/// <summary>Makes and reads tokens. The house may mint one for its own page, without the secret.</summary>
public sealed class DirectLineTokens
{
    private const string Audience = "directline.token";

    private readonly Signer signer;
    private readonly TimeSpan lifetime;
    private readonly TimeProvider time;
    private readonly TokenCache cache;

    internal DirectLineTokens(Signer signer, IOptions<DirectLineOptions> options, TimeProvider time)
    {
        this.signer = signer;
        this.time = time;
        lifetime = options.Value.TokenLifetime;
        cache = new(time);
    }

    /// <summary>A fresh conversation id: 128 random bits.</summary>
    public static string NewConversationId() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>A fresh user id, with the prefix reserved for ids that come in tokens.</summary>
    public static string NewUserId() => "dl_" + RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>A token for one conversation, started or not.</summary>
    /// <param name="conversationId">From <see cref="NewConversationId"/>: letters, digits, <c>-</c> and <c>_</c>.</param>
    /// <param name="userId">Overwrites <c>from.id</c> of everything posted with the token; null leaves it to the client.</param>
    /// <param name="origins">Sites (scheme, host, port) it may be used from; null for any.</param>
    public DirectLineToken Issue(string conversationId, string? userId, IReadOnlyList<string>? origins = null)
    {
        if (!ConversationId.IsWellFormed(conversationId))
            throw new ArgumentException("A conversation id has letters, digits, '-' and '_' only.", nameof(conversationId));
        var now = time.GetUtcNow();
        var expires = DateTimeOffset.FromUnixTimeSeconds((now + lifetime).ToUnixTimeSeconds());
        var claims = new Dictionary<string, object>
        {
            ["conv"] = conversationId,
            ["jti"] = RandomNumberGenerator.GetHexString(16, lowercase: true),
        };
        if (userId is not null)
            claims["user"] = userId;
        var sites = origins is null ? null : origins.ToArray();
        if (sites is not null)
            claims["origins"] = sites;
        var token = signer.Sign(Audience, claims, now, expires);
        cache.Add(token, new(conversationId, userId, sites, expires));
        return new(conversationId, token, (int)lifetime.TotalSeconds);
    }

    /// <summary>What the token says, even if it has expired; null when it is not ours.</summary>
    internal ValueTask<TokenClaims?> ReadAsync(ReadOnlySpan<char> token) =>
        cache.Find(token) is { } known ? new(known) : VerifyAsync(token.ToString());

    private async ValueTask<TokenClaims?> VerifyAsync(string token)
    {
        if (await signer.VerifyAsync(Audience, token) is not { } jwt || !jwt.TryGetPayloadValue<string>("conv", out var conversation))
            return null;
        jwt.TryGetPayloadValue<string>("user", out var user);
        jwt.TryGetPayloadValue<string[]>("origins", out var origins);
        var claims = new TokenClaims(conversation, user, origins, new(jwt.ValidTo, TimeSpan.Zero));
        if (claims.Expires > time.GetUtcNow())
            cache.Add(token, claims);
        return claims;
    }
}
