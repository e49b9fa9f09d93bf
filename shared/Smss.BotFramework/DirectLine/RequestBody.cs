using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Smss.BotFramework.DirectLine;

/// <summary>Reads a request's JSON object, bounded, checked and repaired.</summary>
internal static class RequestBody
{
    /// <summary>Reads the whole body; null when it is larger than allowed.</summary>
    public static async ValueTask<PooledBuffer?> ReadAsync(HttpContext http, int limit)
    {
        if (http.Request.ContentLength > limit)
            return null;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = limit;
        var buffer = new PooledBuffer((int)(http.Request.ContentLength ?? 1024) + 1);
        try
        {
            while (true)
            {
                var read = await http.Request.Body.ReadAsync(buffer.GetMemory(), http.RequestAborted);
                if (read == 0)
                    return buffer;
                buffer.Advance(read);
                if (buffer.Length > limit)
                    break;
            }
            buffer.Dispose();
            return null;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>The body as a JSON object, or why it is none. The document borrows the buffer.</summary>
    public static JsonDocument? Parse(PooledBuffer body, out Refusal? refusal)
    {
        refusal = null;
        if (!Utf8.IsValid(body.Written.Span))
        {
            refusal = Refusal.BadArgument("The body is not UTF-8.");
            return null;
        }
        JsonEscapes.Repair(body.Written.Span);
        try
        {
            var document = JsonDocument.Parse(body.Written);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
            refusal = Refusal.BadArgument("The body is not a JSON object.");
        }
        catch (JsonException)
        {
            refusal = Refusal.BadArgument("The body is not JSON.");
        }
        return null;
    }
}
