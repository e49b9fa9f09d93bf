using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Smss.BotFramework.DirectLine;

/// <summary>Writes <c>{"activities":[…],"watermark":"n"}</c> around bodies that are JSON already.</summary>
internal static class ActivitySet
{
    // Room for the fixed words, a sequence number and a timestamp.
    private const int Around = 96;

    public static void Open(IBufferWriter<byte> to) => to.Write("{\"activities\":["u8);

    /// <summary>Puts id and timestamp in front of the stored body.</summary>
    public static void Add(IBufferWriter<byte> to, string conversationId, in LoggedActivity activity)
    {
        var span = to.GetSpan(conversationId.Length + Around);
        Utf8.TryWrite(span, CultureInfo.InvariantCulture,
            $"{{\"id\":\"{conversationId}|{activity.Sequence:D7}\",\"timestamp\":\"{activity.Timestamp.UtcDateTime:O}\",", out var written);
        to.Advance(written);
        to.Write(activity.Body.Span[1..]);
    }

    public static void AddAll(IBufferWriter<byte> to, string conversationId, IReadOnlyList<LoggedActivity> activities)
    {
        for (var i = 0; i < activities.Count; i++)
        {
            if (i > 0)
                Comma(to);
            Add(to, conversationId, activities[i]);
        }
    }

    public static void Comma(IBufferWriter<byte> to) => to.Write(","u8);

    public static void Close(IBufferWriter<byte> to, long watermark)
    {
        var span = to.GetSpan(Around);
        Utf8.TryWrite(span, CultureInfo.InvariantCulture, $"],\"watermark\":\"{watermark}\"}}", out var written);
        to.Advance(written);
    }

    /// <summary>A whole set of the activities from an index on, until it is large enough; the watermark covers what is in it.</summary>
    /// <returns>Index after the last one in it.</returns>
    public static int Write(
        IBufferWriter<byte> to, string conversationId, IReadOnlyList<LoggedActivity> activities, int start, int enoughBytes)
    {
        Open(to);
        var next = start;
        for (var bytes = 0; next < activities.Count && bytes < enoughBytes; next++)
        {
            if (next > start)
                Comma(to);
            Add(to, conversationId, activities[next]);
            bytes += activities[next].Body.Length;
        }
        Close(to, activities[next - 1].Sequence);
        return next;
    }

    /// <summary>A set of nothing.</summary>
    public static void WriteEmpty(IBufferWriter<byte> to, long watermark)
    {
        Open(to);
        Close(to, watermark);
    }

    /// <summary>A set without watermark, so that the client keeps its own: something shown but not logged.</summary>
    public static byte[] Passing(string id, DateTimeOffset timestamp, ReadOnlySpan<byte> body) =>
        [.. Encoding.UTF8.GetBytes($"{{\"activities\":[{{\"id\":\"{id}\",\"timestamp\":\"{timestamp.UtcDateTime:O}\","), .. body[1..], .. "]}"u8];

    /// <summary>Body of a typing sign.</summary>
    public static byte[] TypingBody(string conversationId, string botId)
    {
        using var buffer = new PooledBuffer(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "typing"u8);
            json.WriteString("channelId"u8, "directline"u8);
            json.WriteStartObject("from"u8);
            json.WriteString("id"u8, botId);
            json.WriteString("role"u8, "bot"u8);
            json.WriteEndObject();
            json.WriteStartObject("conversation"u8);
            json.WriteString("id"u8, conversationId);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return buffer.Written.ToArray();
    }
}
