using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Smss.BotFramework.DirectLine;

/// <summary>Opaque to clients; to us the sequence number of the last activity delivered.</summary>
internal static class Watermark
{
    /// <param name="value">As in the query; missing, empty and <c>-</c> all mean that the client has none.</param>
    /// <param name="after">Null when the client has none.</param>
    public static bool TryRead(StringValues value, out long? after)
    {
        after = null;
        if (value.Count > 1)
            return false;
        if (value.Count == 0 || value[0] is null or "" or "-")
            return true;
        if (!long.TryParse(value[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
            return false;
        after = sequence;
        return true;
    }
}
