using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Smss.BotFramework.DirectLine;

/// <summary>Starting a conversation, and coming back to one.</summary>
internal sealed class ConversationEndpoints(
    Gate gate, DirectLineTokens tokens, StreamTickets tickets, IConversationLog log, IOptions<DirectLineOptions> options, TimeProvider time)
{
    private readonly RateGate perAddress = new(options.Value.ConversationsPerAddress, time);

    public async Task<Refusal?> StartAsync(HttpContext http)
    {
        if (perAddress.Admit(ClientAddress.Of(http)) is { } wait)
            return Refusal.TooMany(wait);
        var caller = await gate.AdmitAsync(http, null);
        if (caller.Refusal is not null)
            return caller.Refusal;
        var (wishes, refusal) = await TokenWishes.ReadAsync(http, options.Value.MaxActivityBytes);
        if (refusal is not null)
            return refusal;

        var id = caller.Token?.ConversationId ?? DirectLineTokens.NewConversationId();
        // The holder of the secret may name the user; the holder of a token is who the token says.
        var user = caller.Token?.UserId ?? wishes.UserId ?? DirectLineTokens.NewUserId();
        var isNew = await log.StartAsync(id, user, wishes.Locale, http.RequestAborted);
        http.Response.StatusCode = isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        // From the very beginning: clients post before their socket is open and would miss the answer.
        await AnswerAsync(http, id, user, caller.Token?.Origins, after: 0);
        return null;
    }

    public async Task<Refusal?> ReconnectAsync(HttpContext http, string id)
    {
        var caller = await gate.AdmitAsync(http, id);
        if (caller.Refusal is not null)
            return caller.Refusal;
        if (!Watermark.TryRead(http.Request.Query["watermark"], out var after))
            return Refusal.BadArgument("The watermark is not one of ours.");
        if (await log.LastSequenceAsync(id, http.RequestAborted) is not { } last)
            return Refusal.NoConversation;
        await AnswerAsync(http, id, caller.Token?.UserId, caller.Token?.Origins, Math.Min(after ?? last, last));
        return null;
    }

    private Task AnswerAsync(HttpContext http, string id, string? user, string[]? origins, long after)
    {
        var token = tokens.Issue(id, user, origins);
        var answer = new ConversationAnswer(id, token.Token, token.ExpiresIn, tickets.UrlOf(http.Request, id, after, origins), id);
        return http.Response.WriteAsJsonAsync(answer, DirectLineJson.Default.ConversationAnswer);
    }
}
