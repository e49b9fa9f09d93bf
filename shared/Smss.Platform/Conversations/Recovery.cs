using System.Data.Common;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Smss.Abstractions;
using Smss.Conversation;
using Smss.Platform.Data;
using Smss.Understanding;

namespace Smss.Platform.Conversations;

/// <summary>
/// Takes up messages that were acknowledged and not answered: after a crash at start, later those another host left behind.
/// Answering one twice is impossible: the commit checks the inbox mark.
/// </summary>
internal sealed class Recovery(Database database, PreparedReads reads, ConversationWorkers workers, CityClock clock, TimeProvider time, ILogger<Recovery> log)
    : BackgroundService
{
    private const string Pending =
        "SELECT a.conversation_id, a.sequence, c.resident_id, a.body FROM platform_activity a JOIN platform_conversation c ON c.id = a.conversation_id "
        + "WHERE a.pending AND a.at < @p0 ORDER BY a.conversation_id, a.sequence LIMIT 5000";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Abandoned = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        // All of them: what this very moment brought may wait here twice, and is answered once.
        await EnqueueAsync(clock.Now + Abandoned, stoppingToken);
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await EnqueueAsync(clock.Now - Abandoned, stoppingToken);
            }
            catch (DbException e)
            {
                log.LogWarning("Looking for abandoned messages failed: {Kind}", e.GetType().Name);
            }
        }
    }

    private async Task EnqueueAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        List<IncomingMessage> messages = await reads.ReadAsync(Pending, [database.Instant(before)], Read, cancellation);
        if (messages.Count > 0) log.LogInformation("Answering {Count} messages left from before", messages.Count);
        foreach (IncomingMessage message in messages) workers.Enqueue(message);
    }

    private static IncomingMessage Read(DbDataReader reader)
    {
        using JsonDocument body = JsonDocument.Parse(reader.GetFieldValue<byte[]>(3));
        JsonElement activity = body.RootElement;
        bool isMessage = activity.GetProperty("type").GetString() == "message";
        string? text = activity.TryGetProperty("text", out JsonElement t) ? t.GetString() : null;
        string? locale = activity.TryGetProperty("locale", out JsonElement l) ? l.GetString() : null;
        return new IncomingMessage(
            reader.GetString(0), reader.GetInt64(1), reader.GetString(2), isMessage ? text ?? "" : null, Languages.Of(locale));
    }
}
