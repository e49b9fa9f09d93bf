using System.Text.Encodings.Web;
using System.Text.Json;

namespace Smss.BotFramework.DirectLine;

/// <summary>
/// Checks what a client posted and writes it anew: what the channel decides (id, timestamp, sender, conversation) is the
/// server's, what is not named here is dropped.
/// </summary>
internal static class PostedActivityReader
{
    private const int LongestKey = 200;

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (JsonEncodedText Name, JsonValueKind Kind)[] Kept =
    [
        (JsonEncodedText.Encode("text"), JsonValueKind.String),
        (JsonEncodedText.Encode("textFormat"), JsonValueKind.String),
        (JsonEncodedText.Encode("name"), JsonValueKind.String),
        (JsonEncodedText.Encode("value"), JsonValueKind.Undefined),
        (JsonEncodedText.Encode("valueType"), JsonValueKind.String),
        (JsonEncodedText.Encode("replyToId"), JsonValueKind.String),
        (JsonEncodedText.Encode("locale"), JsonValueKind.String),
        (JsonEncodedText.Encode("localTimestamp"), JsonValueKind.String),
        (JsonEncodedText.Encode("localTimezone"), JsonValueKind.String),
        (JsonEncodedText.Encode("entities"), JsonValueKind.Array),
        (JsonEncodedText.Encode("channelData"), JsonValueKind.Object),
    ];

    /// <param name="root">The body, a JSON object.</param>
    /// <param name="conversationId">From the address.</param>
    /// <param name="tokenUser">Overrules the sender the client names.</param>
    /// <param name="activity">The activity, when nothing is wrong with it.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Refusal? Read(JsonElement root, string conversationId, string? tokenUser, out PostedActivity? activity)
    {
        activity = null;
        if (Find(root, "type"u8) is not { } type)
            return Refusal.MissingProperty("type");
        if (type.ValueKind != JsonValueKind.String)
            return WrongType("type");
        if (type.GetString() is not { Length: > 0 } typeName)
            return Refusal.MissingProperty("type");
        foreach (var (name, kind) in Kept)
            if (kind != JsonValueKind.Undefined && Find(root, name.EncodedUtf8Bytes) is { } value && value.ValueKind != kind)
                return WrongType(name.Value);

        if (ReadSender(root, tokenUser, out var userId, out var userName) is { } refusal)
            return refusal;
        activity = new(
            typeName,
            typeName == "message" ? Text(root, "text"u8) ?? "" : null,
            Text(root, "name"u8),
            Text(root, "locale"u8),
            userId,
            MessageKey(root),
            Write(root, typeName, conversationId, userId, userName));
        return null;
    }

    private static Refusal? ReadSender(JsonElement root, string? tokenUser, out string userId, out string? userName)
    {
        (userId, userName) = (tokenUser ?? "", null);
        var from = Find(root, "from"u8);
        if (from is { ValueKind: not JsonValueKind.Object })
            return WrongType("from");
        if (from is { } sender)
        {
            var (id, name) = (Find(sender, "id"u8), Find(sender, "name"u8));
            if (id is { ValueKind: not JsonValueKind.String })
                return WrongType("from.id");
            if (name is { ValueKind: not JsonValueKind.String })
                return WrongType("from.name");
            userId = tokenUser ?? id?.GetString() ?? "";
            userName = name?.GetString();
        }
        return userId.Length == 0 ? Refusal.MissingProperty("from.id") : null;
    }

    private static byte[] Write(JsonElement root, string type, string conversationId, string userId, string? userName)
    {
        using var buffer = new PooledBuffer();
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, type);
            json.WriteString("channelId"u8, "directline"u8);
            json.WriteStartObject("from"u8);
            json.WriteString("id"u8, userId);
            if (userName is { Length: > 0 })
                json.WriteString("name"u8, userName);
            json.WriteString("role"u8, "user"u8);
            json.WriteEndObject();
            json.WriteStartObject("conversation"u8);
            json.WriteString("id"u8, conversationId);
            json.WriteEndObject();
            foreach (var (name, _) in Kept)
            {
                if (Find(root, name.EncodedUtf8Bytes) is not { } value)
                    continue;
                json.WritePropertyName(name);
                value.WriteTo(json);
            }
            json.WriteEndObject();
        }
        return buffer.Written.ToArray();
    }

    private static string? MessageKey(JsonElement root) =>
        Find(root, "channelData"u8) is { } data && Find(data, "clientActivityID"u8) is { ValueKind: JsonValueKind.String } key
        && key.GetString() is { Length: > 0 and <= LongestKey } text
            ? text
            : null;

    private static string? Text(JsonElement root, ReadOnlySpan<byte> name) => Find(root, name)?.GetString();

    // Null is as good as missing.
    private static JsonElement? Find(JsonElement parent, ReadOnlySpan<byte> name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static Refusal WrongType(string name) => Refusal.BadArgument($"'{name}' has the wrong JSON type.");
}
