using System.Text.Json;

namespace Smss.Host.Tests.House;

/// <summary>A message of the bot as a client receives it.</summary>
internal sealed record BotMessage(string Text, IReadOnlyList<BotCard> Cards, IReadOnlyList<string> Buttons, string? Locale, string? ReplyTo)
{
    public static BotMessage Read(JsonElement activity) => new(
        activity.GetProperty("text").GetString()!,
        [.. Items(activity, "attachments").Select(a => BotCard.Read(a.GetProperty("content")))],
        [.. activity.TryGetProperty("suggestedActions", out JsonElement suggested) ? Items(suggested, "actions").Select(a => a.GetProperty("title").GetString()!) : []],
        activity.TryGetProperty("locale", out JsonElement locale) ? locale.GetString() : null,
        activity.TryGetProperty("replyToId", out JsonElement to) ? to.GetString() : null);

    internal static IEnumerable<JsonElement> Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement items) ? items.EnumerateArray() : [];
}

/// <summary>A card; its links as (words, address).</summary>
internal sealed record BotCard(string Title, string Text, IReadOnlyList<(string Label, string Url)> Links)
{
    public static BotCard Read(JsonElement content) => new(
        content.GetProperty("title").GetString()!, content.GetProperty("text").GetString()!,
        [.. BotMessage.Items(content, "buttons").Select(b => (b.GetProperty("title").GetString()!, b.GetProperty("value").GetString()!))]);
}
