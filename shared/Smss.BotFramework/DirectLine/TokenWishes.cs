using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Smss.BotFramework.DirectLine;

/// <summary>The optional body of <c>tokens/generate</c> and of a start: who, in which language, from which sites.</summary>
internal readonly record struct TokenWishes(string? UserId, string? Locale, string[]? Origins)
{
    private const int LongestId = 200;
    private const int MostOrigins = 20;

    public static async ValueTask<(TokenWishes Wishes, Refusal? Refusal)> ReadAsync(HttpContext http, int limit)
    {
        using var body = await RequestBody.ReadAsync(http, limit);
        if (body is null)
            return (default, Refusal.TooLarge);
        if (body.Length == 0)
            return default;
        using var document = RequestBody.Parse(body, out var refusal);
        return document is null ? (default, refusal) : Read(document.RootElement);
    }

    private static (TokenWishes, Refusal?) Read(JsonElement root)
    {
        if (!TryText(root, "locale", out var locale))
            return Wrong("locale");
        string? userId = null;
        if (root.TryGetProperty("user", out var user) && user.ValueKind != JsonValueKind.Null
            && (user.ValueKind != JsonValueKind.Object || !TryText(user, "id", out userId) || userId?.Length > LongestId))
            return Wrong("user");
        string[]? origins = null;
        if (root.TryGetProperty("trustedOrigins", out var sites) && sites.ValueKind != JsonValueKind.Null && !TryOrigins(sites, out origins))
            return Wrong("trustedOrigins");
        return (new(userId, locale, origins), null);
    }

    private static bool TryText(JsonElement parent, string name, out string? text)
    {
        text = null;
        if (!parent.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return true;
        if (value.ValueKind != JsonValueKind.String)
            return false;
        text = value.GetString() is { Length: > 0 } some ? some : null;
        return true;
    }

    private static bool TryOrigins(JsonElement sites, out string[]? origins)
    {
        origins = null;
        if (sites.ValueKind != JsonValueKind.Array || sites.GetArrayLength() > MostOrigins
            || sites.EnumerateArray().Any(site => site.ValueKind != JsonValueKind.String || site.GetString()!.Length > LongestId))
            return false;
        // An empty list names no site, which means any, as if it were missing.
        if (sites.GetArrayLength() > 0)
            origins = [.. sites.EnumerateArray().Select(site => site.GetString()!.TrimEnd('/'))];
        return true;
    }

    private static (TokenWishes, Refusal?) Wrong(string name) => (default, Refusal.BadArgument($"'{name}' is not as it should be."));
}
