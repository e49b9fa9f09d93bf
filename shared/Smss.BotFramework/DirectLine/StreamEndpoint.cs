using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Smss.BotFramework.DirectLine;

/// <summary>The WebSocket at which activities are pushed. The ticket in its address is the only key, as browsers send no header.</summary>
internal sealed class StreamEndpoint(
    StreamTickets tickets, IConversationLog log, DirectLineHub hub, IHostApplicationLifetime lifetime,
    IOptions<DirectLineOptions> options, TimeProvider time, ILogger<StreamEndpoint> logger)
{
    public async Task<Refusal?> OpenAsync(HttpContext http, string id)
    {
        if (!http.WebSockets.IsWebSocketRequest)
            return Refusal.BadArgument("This address is for WebSockets.");
        var (ticket, refusal) = await tickets.ReadAsync(http.Request.Query["t"], id);
        if (ticket is null)
            return refusal;
        if (!Gate.IsTrusted(http.Request, ticket.Origins))
            return Refusal.BadToken;
        if (await log.LastSequenceAsync(id, http.RequestAborted) is null)
            return Refusal.NoConversation;
        if (hub.CountOf(id) >= options.Value.StreamsPerConversation)
            return Refusal.TooManyStreams;

        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            // A ping after a third of the silence allowed; no pong in the rest of it ends the socket.
            KeepAliveInterval = options.Value.Silence / 3,
            KeepAliveTimeout = options.Value.Silence * 2 / 3,
        });
        using var stream = new ActivityStream(socket, ticket, log, options.Value, time, logger);
        hub.Add(stream);
        try
        {
            using var stopping = lifetime.ApplicationStopping.Register(() => stream.Close(WebSocketCloseStatus.EndpointUnavailable));
            await stream.RunAsync();
        }
        finally
        {
            hub.Remove(stream);
        }
        return null;
    }
}
