using Smss.BotFramework.DirectLine;
using Smss.Platform.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Smss.Platform.Conversations;

/// <summary>Wakes web sockets that hang on another host over the same PostgreSQL (LISTEN/NOTIFY). On SQLite there is no other host.</summary>
internal sealed class Replicas(Database database, DirectLineHub hub, ILogger<Replicas> log, TimeProvider time) : BackgroundService
{
    private const string Channel = "smss_conversation";
    private readonly string _self = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(6));
    private readonly System.Threading.Channels.Channel<string> _news =
        System.Threading.Channels.Channel.CreateBounded<string>(new System.Threading.Channels.BoundedChannelOptions(4096)
        {
            FullMode = System.Threading.Channels.BoundedChannelFullMode.DropOldest, SingleReader = true,
        });

    /// <summary>Something was committed here. Losing this news delays a message on another host until its stream asks; it loses nothing.</summary>
    public void Tell(string conversationId)
    {
        if (!database.IsSqlite) _news.Writer.TryWrite(conversationId);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.IsSqlite) return;
        await Task.WhenAll(KeepAsync(ListenAsync, stoppingToken), KeepAsync(SpeakAsync, stoppingToken));
    }

    private async Task KeepAsync(Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await work(stopping);
            }
            catch (Exception e) when (e is NpgsqlException or System.IO.IOException or System.Net.Sockets.SocketException)
            {
                log.LogWarning("The line to the other hosts broke ({Kind}); trying again", e.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(2), time, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task ListenAsync(CancellationToken stopping)
    {
        await using var connection = (NpgsqlConnection)database.Open();
        connection.Notification += (_, news) =>
        {
            int bar = news.Payload.IndexOf('|', StringComparison.Ordinal);
            if (bar > 0 && !news.Payload.AsSpan(0, bar).SequenceEqual(_self)) hub.Wake(news.Payload[(bar + 1)..]);
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection)) await listen.ExecuteNonQueryAsync(stopping);
        while (!stopping.IsCancellationRequested) await connection.WaitAsync(stopping);
    }

    private async Task SpeakAsync(CancellationToken stopping)
    {
        await using var connection = (NpgsqlConnection)database.Open();
        var waiting = new HashSet<string>();
        while (await _news.Reader.WaitToReadAsync(stopping))
        {
            while (waiting.Count < 256 && _news.Reader.TryRead(out string? id)) waiting.Add(id);
            await using var notify = new NpgsqlCommand("SELECT pg_notify($1, $2 || '|' || id) FROM unnest($3) AS id", connection);
            notify.Parameters.AddWithValue(Channel);
            notify.Parameters.AddWithValue(_self);
            notify.Parameters.AddWithValue(waiting.ToArray());
            await notify.ExecuteNonQueryAsync(stopping);
            waiting.Clear();
        }
    }
}
