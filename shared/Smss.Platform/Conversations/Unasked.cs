using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Smss.BotFramework.DirectLine;
using Smss.Conversation.Masking;

namespace Smss.Platform.Conversations;

/// <summary>Takes numbers nobody asked for (PESEL, card, account) out of what a client posted, before any of it is stored.</summary>
internal static class Unasked
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static PostedActivity Mask(PostedActivity activity)
    {
        string? text = activity.Text is null ? null : Unsolicited.Mask(activity.Text);
        // A button or a client of another kind may say it in its value.
        if (text == activity.Text && !HasLongNumber(activity.Body.Span)) return activity;
        return activity with { Text = text, Body = Rewrite(activity.Body) };
    }

    /// <summary>Eleven digits in a row, blanks and dashes aside: times and dates have fewer.</summary>
    private static bool HasLongNumber(ReadOnlySpan<byte> body)
    {
        int digits = 0;
        foreach (byte b in body)
        {
            if (b is >= (byte)'0' and <= (byte)'9') digits++;
            else if (b is not ((byte)' ' or (byte)'-')) digits = 0;
            if (digits == 11) return true;
        }
        return false;
    }

    private static ReadOnlyMemory<byte> Rewrite(ReadOnlyMemory<byte> body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        var buffer = new ArrayBufferWriter<byte>(body.Length + 16);
        using (var json = new Utf8JsonWriter(buffer, Relaxed)) Write(document.RootElement, json);
        return buffer.WrittenMemory;
    }

    private static void Write(JsonElement element, Utf8JsonWriter json)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    json.WritePropertyName(property.Name);
                    // The client knows its own message again by these.
                    if (property.Name is "id" or "clientActivityID" or "clientTimestamp" or "localTimestamp") property.Value.WriteTo(json);
                    else Write(property.Value, json);
                }
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (JsonElement item in element.EnumerateArray()) Write(item, json);
                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(Unsolicited.Mask(element.GetString()!));
                break;
            case JsonValueKind.Number when Unsolicited.Mask(element.GetRawText()) is var number && Unsolicited.WasIn(number):
                json.WriteStringValue(number);
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }
}
