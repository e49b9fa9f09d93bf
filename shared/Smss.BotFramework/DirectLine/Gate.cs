using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Smss.BotFramework.DirectLine;

/// <summary>Who calls. No token means the holder of the secret, who may enter any conversation.</summary>
internal readonly record struct Caller(TokenClaims? Token, Refusal? Refusal)
{
    public bool HasSecret => Token is null && Refusal is null;
}

/// <summary>Checks who calls and from which site.</summary>
internal sealed class Gate(DirectLineTokens tokens, IOptions<DirectLineOptions> options, TimeProvider time)
{
    private const string Scheme = "Bearer ";
    private static readonly Caller Bad = new(null, Refusal.BadToken);

    private readonly byte[] secret = Encoding.UTF8.GetBytes(options.Value.Secret);

    /// <summary>Lets in the holder of the secret, or of a token for this conversation (null: of any).</summary>
    public async ValueTask<Caller> AdmitAsync(HttpContext http, string? conversationId, TimeSpan grace = default)
    {
        var header = http.Request.Headers.Authorization;
        if (header.Count != 1 || header[0] is not { } value || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || value.AsSpan(Scheme.Length).IsWhiteSpace())
            return new(null, Refusal.NoAuthorization);

        if (IsSecret(value.AsSpan(Scheme.Length).Trim()))
            return default;
        if (await tokens.ReadAsync(value.AsSpan(Scheme.Length).Trim()) is not { } claims)
            return Bad;
        if ((conversationId is not null && claims.ConversationId != conversationId) || !IsTrusted(http.Request, claims.Origins))
            return Bad;
        return claims.Expires + grace <= time.GetUtcNow() ? new(null, Refusal.TokenExpired) : new(claims, null);
    }

    /// <summary>A request without an Origin does not come from a page of another site.</summary>
    public static bool IsTrusted(HttpRequest request, string[]? origins) =>
        origins is null || request.Headers.Origin is not [{ } origin] || origins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    // The length is no secret, and spares the comparison to nearly every token.
    private bool IsSecret(ReadOnlySpan<char> candidate) =>
        secret.Length > 0 && candidate.Length <= secret.Length && Encoding.UTF8.GetByteCount(candidate) == secret.Length
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(candidate.ToArray()), secret);
}
