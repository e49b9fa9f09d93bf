using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Smss.BotFramework.DirectLine;

/// <summary>A request not served, and the body that says so.</summary>
internal sealed record Refusal(int Status, string Code, string Message)
{
    public static readonly Refusal NoAuthorization =
        new(401, "Unauthorized", "Send 'Authorization: Bearer' with a secret or token.");

    // Forged, of another conversation, from another site: one answer, so that nothing can be learnt from it.
    public static readonly Refusal BadToken = new(403, "BadToken", "This secret or token does not open this.");
    public static readonly Refusal TokenExpired = new(403, "TokenExpired", "The token has expired.");
    public static readonly Refusal NoConversation = new(404, "ConversationNotFound", "There is no such conversation.");
    public static readonly Refusal NoRoute = new(404, "NotFound", "There is nothing here.");
    public static readonly Refusal TooLarge = new(413, "MessageSizeTooBig", "The body is too large.");
    public static readonly Refusal TooManyStreams = new(429, "TooManyRequests", "Too many streams are open.") { RetryAfter = TimeSpan.FromSeconds(10) };
    public static readonly Refusal Unavailable = new(503, "ServiceError", "The service is not available now.") { RetryAfter = TimeSpan.FromSeconds(2) };

    public TimeSpan? RetryAfter { get; init; }

    public static Refusal BadArgument(string message) => new(400, "BadArgument", message);

    public static Refusal MissingProperty(string name) => new(400, "MissingProperty", $"'{name}' is missing.");

    public static Refusal TooMany(TimeSpan wait) =>
        new(429, "TooManyRequests", "Too many requests; try again later.") { RetryAfter = wait };

    public Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        if (RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return response.WriteAsJsonAsync(new ErrorAnswer(new(Code, Message)), DirectLineJson.Default.ErrorAnswer);
    }
}
