using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Smss.BotFramework.DirectLine;

/// <summary>Right to open one stream: where it starts, and an id by which two sockets on one address are recognised.</summary>
internal sealed record StreamTicket(string Id, string ConversationId, long After, string[]? Origins);

/// <summary>Tickets are signed rather than remembered, so any replica can honour one.</summary>
internal sealed class StreamTickets(Signer signer, IOptions<DirectLineOptions> options, TimeProvider time)
{
    private const string Audience = "directline.stream";

    /// <summary>Address of a stream of the conversation that shows what comes after the sequence number.</summary>
    public string UrlOf(HttpRequest request, string conversationId, long after, string[]? origins)
    {
        var claims = new Dictionary<string, object>
        {
            ["conv"] = conversationId,
            ["after"] = after,
            ["jti"] = RandomNumberGenerator.GetHexString(32, lowercase: true),
        };
        if (origins is not null)
            claims["origins"] = origins;
        var now = time.GetUtcNow();
        var ticket = signer.Sign(Audience, claims, now, now + options.Value.TicketLifetime);
        var scheme = request.IsHttps ? "wss" : "ws";
        return $"{scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}"
            + $"{DirectLineRegistration.BasePath}/conversations/{conversationId}/stream?t={ticket}";
    }

    public async ValueTask<(StreamTicket? Ticket, Refusal? Refusal)> ReadAsync(string? ticket, string conversationId)
    {
        if (string.IsNullOrEmpty(ticket) || await signer.VerifyAsync(Audience, ticket) is not { } jwt
            || !jwt.TryGetPayloadValue<string>("conv", out var conversation) || conversation != conversationId
            || !jwt.TryGetPayloadValue<long>("after", out var after))
            return (null, Refusal.BadToken);
        if (jwt.ValidTo <= time.GetUtcNow().UtcDateTime)
            return (null, Refusal.TokenExpired);
        jwt.TryGetPayloadValue<string[]>("origins", out var origins);
        return (new(jwt.Id, conversation, after, origins), null);
    }
}
