using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace Smss.Unit.Tests.DirectLine;

/// <summary>A client's socket: collects what it is sent.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Channel<string> messages = Channel.CreateUnbounded<string>();
    private Task reading = Task.CompletedTask;

    public ClientWebSocket Socket { get; } = new();

    public static async Task<Listener> OpenAsync(string url, string? origin = null)
    {
        var listener = new Listener();
        if (origin is not null)
            listener.Socket.Options.SetRequestHeader("Origin", origin);
        listener.Socket.Options.CollectHttpResponseDetails = true;
        await listener.Socket.ConnectAsync(new(url), CancellationToken.None);
        listener.reading = listener.ReadAsync();
        return listener;
    }

    /// <summary>HTTP status of a refused upgrade.</summary>
    public static async Task<int> RefusedAsync(string url, string? origin = null)
    {
        using var socket = new ClientWebSocket();
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new(url), CancellationToken.None));
        return (int)socket.HttpStatusCode;
    }

    public async Task<string> NextAsync() => await messages.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>The next set that is not a keep-alive.</summary>
    public async Task<JsonElement> NextSetAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            if (await messages.Reader.ReadAsync(patience.Token) is { Length: > 0 } message)
                return JsonDocument.Parse(message).RootElement;
        }
    }

    /// <summary>Texts of the next activities, over as many sets as it takes.</summary>
    public async Task<string[]> TextsAsync(int count)
    {
        var texts = new List<string>();
        while (texts.Count < count)
            texts.AddRange((await NextSetAsync()).GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("text").GetString()!));
        return [.. texts];
    }

    /// <summary>True when nothing but keep-alives comes for a moment.</summary>
    public async Task<bool> IsSilentAsync(int milliseconds = 300)
    {
        using var moment = new CancellationTokenSource(milliseconds);
        try
        {
            while (true)
                if ((await messages.Reader.ReadAsync(moment.Token)).Length > 0)
                    return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    /// <summary>Waits until the server closes.</summary>
    public async Task<WebSocketCloseStatus?> ClosedAsync()
    {
        await reading.WaitAsync(Patience);
        return Socket.CloseStatus;
    }

    public async ValueTask DisposeAsync()
    {
        Socket.Abort();
        await reading;
        Socket.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[1 << 20];
        var length = 0;
        try
        {
            while (true)
            {
                var part = await Socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    await Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                    break;
                }
                length += part.Count;
                if (!part.EndOfMessage)
                    continue;
                messages.Writer.TryWrite(Encoding.UTF8.GetString(buffer, 0, length));
                length = 0;
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Cut off; ClosedAsync tells.
        }
        messages.Writer.TryComplete();
    }
}
