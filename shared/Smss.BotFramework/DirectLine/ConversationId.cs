using System.Buffers;

namespace Smss.BotFramework.DirectLine;

internal static class ConversationId
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Ids are spliced into JSON and addresses as they are, so only plain characters may be in them.</summary>
    public static bool IsWellFormed(string? id) =>
        id is { Length: > 0 and <= 100 } && !id.AsSpan().ContainsAnyExcept(Allowed);
}
