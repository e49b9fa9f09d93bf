using System.Buffers;
using System.Net.WebSockets;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Smss.BotFramework.DirectLine;

/// <summary>
/// One open socket. Its loop sends what the hub offers when that continues what it sent before, and reads the log when it
/// does not; so a full queue or another replica's commit costs a read, never an activity.
/// </summary>
internal sealed class ActivityStream(
    WebSocket socket, StreamTicket ticket, IConversationLog log, DirectLineOptions options, TimeProvider time, ILogger logger) : IDisposable
{
    private const int Queue = 64;
    private const int ReadAtOnce = 200;
    private const int LargestIncoming = 4096;
    private const int LargestMessage = 256 * 1024;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly Channel<StreamSignal> signals = Channel.CreateBounded<StreamSignal>(
        new BoundedChannelOptions(Queue) { SingleReader = true });
    private readonly Lock claiming = new();
    private readonly CancellationTokenSource ending = new();
    private long position = ticket.After;
    private bool muted;
    private bool behind = true;
    private long sendingSince;
    private WebSocketCloseStatus closing = WebSocketCloseStatus.NormalClosure;

    public StreamTicket Ticket => ticket;

    /// <summary>Never blocks. A signal that finds no room is made up for by reading the log.</summary>
    public void Offer(StreamSignal signal)
    {
        if (signal == StreamSignal.Wake && Interlocked.Exchange(ref behind, true))
            return;
        if (signals.Writer.TryWrite(signal) || signal is StreamSignal.Passing || signal == StreamSignal.KeepAlive)
            return;
        Volatile.Write(ref behind, true);
        // Fails only while the queue is full, and the loop looks at the flag after emptying it.
        signals.Writer.TryWrite(StreamSignal.Wake);
    }

    /// <summary>Silences the older stream for good and continues after the last activity it claimed.</summary>
    public void TakeOver(ActivityStream older)
    {
        lock (older.claiming)
        {
            older.muted = true;
            position = Math.Max(position, older.position);
        }
    }

    public void Close(WebSocketCloseStatus status)
    {
        closing = status;
        signals.Writer.TryComplete();
        ending.CancelAfter(Farewell);
    }

    public void Dispose() => ending.Dispose();

    /// <summary>Serves the socket until either side closes it.</summary>
    public async Task RunAsync()
    {
        await using var heart = time.CreateTimer(_ => Beat(), null, options.KeepAlive, options.KeepAlive);
        using var end = ending.Token.Register(socket.Abort);
        var sending = SendAsync();
        await ReceiveAsync();
        Close(closing);
        await sending;
    }

    private void Beat()
    {
        var since = Volatile.Read(ref sendingSince);
        if (since != 0 && time.GetElapsedTime(since) > options.Silence)
            socket.Abort();
        else
            Offer(StreamSignal.KeepAlive);
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[256];
        var length = 0;
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(), ending.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                    return;
                length += received.Count;
                if (length > LargestIncoming)
                    Close(WebSocketCloseStatus.MessageTooBig);
                if (received.EndOfMessage)
                    length = 0;
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The client is gone, or never answered our farewell.
        }
    }

    private async Task SendAsync()
    {
        try
        {
            do
            {
                while (signals.Reader.TryRead(out var signal))
                    await HandleAsync(signal);
                if (Interlocked.Exchange(ref behind, false))
                    await CatchUpAsync();
            }
            while (signals.Reader.TryPeek(out _) || Volatile.Read(ref behind) || await signals.Reader.WaitToReadAsync());
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(closing, null, CancellationToken.None);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            socket.Abort();
        }
    }

    private async ValueTask HandleAsync(StreamSignal signal)
    {
        if (signal is StreamSignal.Batch batch)
            await ShowAsync(batch);
        else if (signal is StreamSignal.Passing passing && !Volatile.Read(ref muted))
            await SendAsync(passing.Message);
        else if (signal == StreamSignal.KeepAlive)
            await SendAsync(ReadOnlyMemory<byte>.Empty);
    }

    private async ValueTask ShowAsync(StreamSignal.Batch batch)
    {
        if (batch.Last <= position)
            return;
        if (batch.First != position + 1)
        {
            await CatchUpAsync();
            return;
        }
        using var message = new PooledBuffer(batch.Json.Length + 64);
        ActivitySet.Open(message);
        message.Write(batch.Json);
        var last = batch.Last;
        while (message.Length < LargestMessage && signals.Reader.TryPeek(out var next)
            && next is StreamSignal.Batch more && more.First == last + 1 && signals.Reader.TryRead(out _))
        {
            ActivitySet.Comma(message);
            message.Write(more.Json);
            last = more.Last;
        }
        ActivitySet.Close(message, last);
        if (Claim(batch.First - 1, last))
            await SendAsync(message.Written);
    }

    private async ValueTask CatchUpAsync()
    {
        try
        {
            IReadOnlyList<LoggedActivity> page;
            do
            {
                var after = Volatile.Read(ref position);
                page = await log.ReadAsync(ticket.ConversationId, after, ReadAtOnce, ending.Token);
                for (var next = 0; next < page.Count;)
                {
                    using var message = new PooledBuffer();
                    next = ActivitySet.Write(message, ticket.ConversationId, page, next, LargestMessage);
                    if (!Claim(after, page[next - 1].Sequence))
                        return;
                    after = page[next - 1].Sequence;
                    await SendAsync(message.Written);
                }
            }
            while (page.Count == ReadAtOnce);
        }
        catch (Exception e) when (e is not (WebSocketException or OperationCanceledException))
        {
            // The client comes back with its watermark, and nothing is lost.
            logger.LogError(e, "The log of conversation {Conversation} could not be read; its stream is closed", ticket.ConversationId);
            Close(WebSocketCloseStatus.InternalServerError);
        }
    }

    // Before it is sent, so that a stream that takes over knows what is on its way.
    private bool Claim(long from, long to)
    {
        lock (claiming)
        {
            if (muted || position != from)
                return false;
            position = to;
            return true;
        }
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> message)
    {
        Volatile.Write(ref sendingSince, time.GetTimestamp());
        await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        Volatile.Write(ref sendingSince, 0);
    }
}
