using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Smss.Abstractions.Conversation;
using Smss.Understanding;

namespace Smss.Platform.Conversations;

/// <summary>A reply as a Bot Framework message, without id and timestamp (the log gives those).</summary>
internal static class ReplyJson
{
    public const string BotId = "smss", PersonId = "person";
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static byte[] Write(Reply reply, string conversationId, string? replyTo, Language language, string? person = null)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("type", "message");
            json.WriteString("channelId", "directline");
            json.WriteStartObject("from");
            json.WriteString("id", person is null ? BotId : PersonId);
            json.WriteString("name", person ?? "Smss");
            json.WriteString("role", "bot");
            json.WriteEndObject();
            json.WriteStartObject("conversation");
            json.WriteString("id", conversationId);
            json.WriteEndObject();
            json.WriteString("locale", language.Code());
            if (replyTo is not null) json.WriteString("replyToId", replyTo);
            json.WriteString("text", reply.Text);
            // Without it Web Chat reads the text as Markdown, and with it what residents typed into a title.
            json.WriteString("textFormat", "plain");
            json.WriteString("inputHint", "acceptingInput");
            WriteCards(json, reply);
            WriteChoices(json, reply);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteCards(Utf8JsonWriter json, Reply reply)
    {
        if (reply.Cards.Count == 0) return;
        json.WriteStartArray("attachments");
        foreach (Card card in reply.Cards)
        {
            json.WriteStartObject();
            json.WriteString("contentType", "application/vnd.microsoft.card.hero");
            json.WriteStartObject("content");
            json.WriteString("title", card.Title);
            json.WriteString("text", card.Text);
            if (card.Links.Count > 0)
            {
                json.WriteStartArray("buttons");
                foreach (Link link in card.Links)
                    WriteAction(json, link.Url.StartsWith("tel:", StringComparison.Ordinal) ? "call" : "openUrl", link.Label, link.Url);
                json.WriteEndArray();
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteChoices(Utf8JsonWriter json, Reply reply)
    {
        if (reply.Choices.Count == 0) return;
        json.WriteStartObject("suggestedActions");
        json.WriteStartArray("actions");
        foreach (string words in reply.Choices) WriteAction(json, "imBack", words, words);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAction(Utf8JsonWriter json, string type, string title, string value)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("title", title);
        json.WriteString("value", value);
        json.WriteEndObject();
    }
}
