using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Smss.Abstractions.Data;
using Smss.BotFramework.DirectLine;
using Smss.Platform.Data;

namespace Smss.Platform.Web;

/// <summary>
/// Gives the page a Direct Line token without the secret, and a key that buys a fresh one for the same conversation
/// tomorrow. The key is stored hashed; there is no cookie.
/// </summary>
internal static class ChatToken
{
    public const string RateLimit = "chat-token";

    internal sealed record Request(
        [property: JsonPropertyName("resume")] string? Resume, [property: JsonPropertyName("conversationId")] string? ConversationId);

    internal sealed record Response(
        [property: JsonPropertyName("conversationId")] string ConversationId, [property: JsonPropertyName("token")] string Token,
        [property: JsonPropertyName("resume")] string Resume, [property: JsonPropertyName("expires_in")] int ExpiresIn);

    public static void MapChatToken(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/chat/token", HandleAsync).AllowAnonymous().RequireRateLimiting(RateLimit);

    private static async Task<Results<Ok<Response>, ForbidHttpResult, StatusCodeHttpResult>> HandleAsync(
        HttpContext context, Request? request, Writer writer, PreparedReads reads, IConversationLog log, DirectLineTokens tokens, CancellationToken cancellation)
    {
        if (!IsSameOrigin(context.Request)) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        context.Response.Headers.CacheControl = "no-store";
        if (request is { Resume: { Length: <= 100 } key, ConversationId: { Length: <= 100 } id } && await ResidentOfAsync(reads, id, key, cancellation) is { } resident)
            return TypedResults.Ok(Answer(tokens.Issue(id, resident), key));
        string conversation = DirectLineTokens.NewConversationId(), user = DirectLineTokens.NewUserId();
        string resume = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).Replace('+', '-').Replace('/', '_').TrimEnd('=');
        await log.StartAsync(conversation, user, null, cancellation);
        await writer.WriteAsync(
            scope => scope.Commands.Execute(
                scope.Transaction, "UPDATE platform_conversation SET resume_hash = @p1 WHERE id = @p0", conversation, Hash(resume)),
            cancellation);
        return TypedResults.Ok(Answer(tokens.Issue(conversation, user), resume));
    }

    private static Response Answer(DirectLineToken token, string resume) => new(token.ConversationId, token.Token, resume, token.ExpiresIn);

    /// <summary>Browsers say where a request comes from; a page of another site must not get tokens in a visitor's name.</summary>
    private static bool IsSameOrigin(HttpRequest request)
    {
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site)) return site == "same-origin";
        return !request.Headers.TryGetValue("Origin", out var origin)
            || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri) && uri.Authority == request.Host.Value);
    }

    private static async Task<string?> ResidentOfAsync(PreparedReads reads, string conversationId, string resume, CancellationToken cancellation)
    {
        var found = await reads.ReadAsync(
            "SELECT resident_id, resume_hash FROM platform_conversation WHERE id = @p0", [conversationId],
            row => (Resident: row.GetString(0), Hash: row.StringOrNull(1)), cancellation);
        if (found is not [(var resident, { } hash)]) return null;
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(Hash(resume))) ? resident : null;
    }

    private static string Hash(string resume) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(resume)));
}
