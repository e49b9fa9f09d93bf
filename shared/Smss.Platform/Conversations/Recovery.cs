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
internal sealed class Recovery(Database database, ConversationWorkers workers, CityClock clock, TimeProvider time, ILogger<Recovery> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Abandoned = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        // All of them: what this very moment brought may wait here twice, and is answered once.
        Enqueue(clock.Now + Abandoned);
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Enqueue(clock.Now - Abandoned);
            }
            catch (DbException e)
            {
                log.LogWarning("Looking for abandoned messages failed: {Kind}", e.GetType().Name);
            }
        }
    }

    private void Enqueue(DateTimeOffset before)
    {
        List<IncomingMessage> messages = Pending(before);
        if (messages.Count > 0) log.LogInformation("Answering {Count} messages left from before", messages.Count);
        foreach (IncomingMessage message in messages) workers.Enqueue(message);
    }

    private List<IncomingMessage> Pending(DateTimeOffset before)
    {
        using DbConnection connection = database.OpenToRead();
        using var commands = new CommandCache(connection);
        using DbDataReader reader = commands.Read(
            null,
            "SELECT a.conversation_id, a.sequence, c.resident_id, a.body FROM platform_activity a JOIN platform_conversation c ON c.id = a.conversation_id "
            + "WHERE a.pending AND a.at < @p0 ORDER BY a.conversation_id, a.sequence LIMIT 5000",
            database.Instant(before));
        var messages = new List<IncomingMessage>();
        while (reader.Read()) messages.Add(Read(reader));
        return messages;
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
