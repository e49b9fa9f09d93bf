using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Smss.BotFramework.DirectLine;

/// <summary><c>tokens/generate</c>, <c>tokens/refresh</c> and <c>session/getsessionid</c>.</summary>
internal sealed class TokenEndpoints(
    Gate gate, DirectLineTokens tokens, IConversationLog log, IOptions<DirectLineOptions> options, TimeProvider time)
{
    private readonly RateGate perAddress = new(options.Value.TokensPerAddress, time);

    public async Task<Refusal?> GenerateAsync(HttpContext http)
    {
        if (perAddress.Admit(ClientAddress.Of(http)) is { } wait)
            return Refusal.TooMany(wait);
        var caller = await gate.AdmitAsync(http, null);
        if (!caller.HasSecret)
            return caller.Refusal ?? Refusal.BadToken;
        var (wishes, refusal) = await TokenWishes.ReadAsync(http, options.Value.MaxActivityBytes);
        if (refusal is not null)
            return refusal;
        await AnswerAsync(http, tokens.Issue(
            DirectLineTokens.NewConversationId(), wishes.UserId ?? DirectLineTokens.NewUserId(), wishes.Origins));
        return null;
    }

    public async Task<Refusal?> RefreshAsync(HttpContext http)
    {
        var caller = await gate.AdmitAsync(http, null, options.Value.RefreshGrace);
        if (caller.Token is not { } token)
            return caller.Refusal ?? Refusal.BadToken;
        if (token.Expires <= time.GetUtcNow() && await log.LastSequenceAsync(token.ConversationId, http.RequestAborted) is null)
            return Refusal.TokenExpired;
        await AnswerAsync(http, tokens.Issue(token.ConversationId, token.UserId, token.Origins));
        return null;
    }

    /// <summary>No cookies here, so the id only satisfies clients that insist on one.</summary>
    public static async Task<Refusal?> SessionAsync(HttpContext http)
    {
        var session = new SessionAnswer(RandomNumberGenerator.GetHexString(32, lowercase: true));
        await http.Response.WriteAsJsonAsync(session, DirectLineJson.Default.SessionAnswer);
        return null;
    }

    private static Task AnswerAsync(HttpContext http, DirectLineToken token) =>
        http.Response.WriteAsJsonAsync(token, DirectLineJson.Default.DirectLineToken);
}
