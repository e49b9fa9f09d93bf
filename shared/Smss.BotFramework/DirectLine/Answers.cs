using System.Text.Json.Serialization;

namespace Smss.BotFramework.DirectLine;

/// <summary>A token for one conversation, in the shape clients read.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Token">Opens it until it expires.</param>
/// <param name="ExpiresIn">Seconds.</param>
public sealed record DirectLineToken(
    [property: JsonPropertyName("conversationId")] string ConversationId,
    [property: JsonPropertyName("token")] string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);

internal sealed record ConversationAnswer(
    [property: JsonPropertyName("conversationId")] string ConversationId,
    [property: JsonPropertyName("token")] string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("streamUrl")] string StreamUrl,
    [property: JsonPropertyName("referenceGrammarId")] string ReferenceGrammarId);

internal sealed record SessionAnswer([property: JsonPropertyName("sessionId")] string SessionId);

internal sealed record ErrorAnswer([property: JsonPropertyName("error")] ErrorDetail Error);

internal sealed record ErrorDetail(
    [property: JsonPropertyName("code")] string Code, [property: JsonPropertyName("message")] string Message);

[JsonSerializable(typeof(DirectLineToken))]
[JsonSerializable(typeof(ConversationAnswer))]
[JsonSerializable(typeof(SessionAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
internal sealed partial class DirectLineJson : JsonSerializerContext;
