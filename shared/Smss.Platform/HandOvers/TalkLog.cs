using System.Data.Common;
using System.Text.Json;
using Smss.Platform.Conversations;
using Smss.Platform.Data;

namespace Smss.Platform.HandOvers;

/// <summary>One message as the staff read it.</summary>
/// <param name="FromResident">Whether the resident said it.</param>
/// <param name="Who">Name of the person who said it; null for the resident and the bot.</param>
/// <param name="Text">What was said, with the titles of cards.</param>
/// <param name="At">When, UTC.</param>
internal sealed record TalkLine(bool FromResident, string? Who, string Text, DateTimeOffset At);

/// <summary>What the log of a conversation holds, the last of it. Nothing is copied.</summary>
internal sealed class TalkLog(Database database, PreparedReads reads)
{
    private const string Last =
        "SELECT from_bot, at, body FROM platform_activity WHERE conversation_id = @p0 ORDER BY sequence DESC LIMIT 200";

    public async Task<IReadOnlyList<TalkLine>> ReadAsync(string conversationId, CancellationToken cancellation)
    {
        List<TalkLine> lines = await reads.ReadAsync(Last, [conversationId], Read, cancellation);
        lines.RemoveAll(l => l.Text.Length == 0);
        lines.Reverse();
        return lines;
    }

    private TalkLine Read(DbDataReader row)
    {
        bool fromResident = !row.GetBoolean(0);
        using JsonDocument body = JsonDocument.Parse(row.GetFieldValue<byte[]>(2));
        JsonElement activity = body.RootElement, from = activity.TryGetProperty("from", out JsonElement sender) ? sender : default;
        bool isPerson = !fromResident && from.GetProperty("id").GetString() == ReplyJson.PersonId;
        string text = activity.GetProperty("type").GetString() == "message" ? TextOf(activity) : "";
        return new TalkLine(fromResident, isPerson ? from.GetProperty("name").GetString() : null, text, database.Instant(row, 1));
    }

    private static string TextOf(JsonElement activity)
    {
        string text = activity.TryGetProperty("text", out JsonElement said) ? said.GetString() ?? "" : "";
        if (!activity.TryGetProperty("attachments", out JsonElement attachments) || attachments.ValueKind != JsonValueKind.Array) return text;
        return string.Join('\n', [text, .. attachments.EnumerateArray().Select(TitleOf).OfType<string>().Select(t => "– " + t)]);
    }

    private static string? TitleOf(JsonElement attachment) =>
        attachment.ValueKind == JsonValueKind.Object && attachment.TryGetProperty("content", out JsonElement content) && content.ValueKind == JsonValueKind.Object
        && content.TryGetProperty("title", out JsonElement title) && title.ValueKind == JsonValueKind.String ? title.GetString() : null;
}
