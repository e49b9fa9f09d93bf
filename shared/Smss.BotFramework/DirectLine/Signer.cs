using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Smss.BotFramework.DirectLine;

/// <summary>Signs and verifies what this server hands out: tokens and stream tickets, told apart by their audience.</summary>
internal sealed class Signer(IOptions<DirectLineOptions> options, TimeProvider time)
{
    private const string Issuer = "directline";
    private static readonly TimeSpan ReplicaSkew = TimeSpan.FromMinutes(1);

    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SymmetricSecurityKey key = new(options.Value.SigningKey);

    public string Sign(string audience, IDictionary<string, object> claims, DateTimeOffset now, DateTimeOffset expires) =>
        handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            NotBefore = now.UtcDateTime,
            Expires = expires.UtcDateTime,
            Claims = claims,
            SigningCredentials = new(key, SecurityAlgorithms.HmacSha256),
        });

    /// <summary>The token if we signed it for this audience. Whether it has expired is for the caller to judge.</summary>
    public async ValueTask<JsonWebToken?> VerifyAsync(string audience, string token)
    {
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = audience,
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            // Lifetime is judged by TimeProvider, and a refresh has a grace.
            ValidateLifetime = false,
        });
        return result is { IsValid: true, SecurityToken: JsonWebToken jwt } && jwt.ValidFrom <= (time.GetUtcNow() + ReplicaSkew).UtcDateTime
            ? jwt
            : null;
    }
}
