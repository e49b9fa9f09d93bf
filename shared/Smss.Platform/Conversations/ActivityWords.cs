using System.Text.Json;

namespace Smss.Platform.Conversations;

/// <summary>What a person would read of a stored activity: its text and the words of its cards.</summary>
internal static class ActivityWords
{
    public static string Of(byte[] body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        JsonElement activity = document.RootElement;
        return string.Join('\n', Parts(activity).Where(words => words.Length > 0));
    }

    private static IEnumerable<string> Parts(JsonElement activity)
    {
        yield return Text(activity, "text");
        yield return Text(activity, "value");
        if (!activity.TryGetProperty("attachments", out JsonElement cards) || cards.ValueKind != JsonValueKind.Array) yield break;
        foreach (JsonElement card in cards.EnumerateArray())
        {
            if (card.ValueKind != JsonValueKind.Object || !card.TryGetProperty("content", out JsonElement content) || content.ValueKind != JsonValueKind.Object) continue;
            yield return Text(content, "title");
            yield return Text(content, "text");
        }
    }

    private static string Text(JsonElement from, string name) => from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out JsonElement value)
        ? value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()
        : "";
}
