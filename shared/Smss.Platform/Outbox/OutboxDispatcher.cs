using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Smss.Abstractions;
using Smss.Abstractions.Facts;
using Smss.Platform.Data;

namespace Smss.Platform.Outbox;

/// <summary>
/// Hands each fact to its one handler: a fresh scope and a transaction that ends with the row, so a handler's effect and
/// the mark are one. A handler that throws is tried again later and stops nobody else.
/// </summary>
internal sealed class OutboxDispatcher(Writer writer, FactCatalog facts, Database database, CityClock clock, TimeProvider time, IServiceScopeFactory scopes, ILogger<OutboxDispatcher> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Made with the service, not when its thread gets going: a tick between the two would be lost.</summary>
    private readonly PeriodicTimer timer = new(Pause, time);

    /// <summary>Hands over what is due now; returns how many rows were tried.</summary>
    public async Task<int> DispatchAsync(CancellationToken cancellation)
    {
        List<OutboxRow> due = await DueAsync(cancellation);
        foreach (OutboxRow row in due) await DeliverAsync(row, cancellation);
        return due.Count;
    }

    public override void Dispose()
    {
        timer.Dispose();
        base.Dispose();
    }

    [SuppressMessage("Design", "CA1031", Justification = "The dispatcher outlives every failure of the database; it only waits.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!facts.Any) return;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await DispatchAsync(stoppingToken) > 0) { }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning("The outbox could not be read: {Kind}", e.GetType().Name);
            }
        }
    }

    private async Task<List<OutboxRow>> DueAsync(CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        DateTimeOffset now = clock.Now;
        return await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Set<OutboxRow>().AsNoTracking()
            .Where(r => r.DueAt <= now).OrderBy(r => r.Id).Take(100).ToListAsync(cancellation);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a handler throws, the row waits and the next handler gets its fact.")]
    private async Task DeliverAsync(OutboxRow row, CancellationToken cancellation)
    {
        try
        {
            // A handler whose module is switched off keeps its rows for the day it comes back.
            if (facts.Find(row.Handler) is not { } handler) await PostponeAsync(row, "NotEnabled", cancellation);
            else
                foreach (Action afterwards in await writer.WriteAsync(writing => Deliver(writing, row, handler), cancellation)) afterwards();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError("{Handler} could not take {Fact}: {Kind} (try {Attempt})", row.Handler, row.Fact, e.GetType().Name, row.Attempts + 1);
            await PostponeAsync(row, e.GetType().Name, cancellation);
        }
    }

    private IReadOnlyList<Action> Deliver(WriteScope writing, OutboxRow row, FactHandler handler)
    {
        // Deleting first claims the row: on PostgreSQL another host that had the same idea finds nothing.
        if (writing.Commands.Execute(writing.Transaction, "DELETE FROM platform_outbox WHERE id = @p0", row.Id) == 0) return [];
        using IServiceScope scope = scopes.CreateScope();
        var ambient = scope.ServiceProvider.GetRequiredService<Ambient>();
        ambient.Join(writing);
        var fact = (INotification)JsonSerializer.Deserialize(row.Payload, handler.Fact, JsonSerializerOptions.Web)!;
        object[] only = [scope.ServiceProvider.GetRequiredService(handler.Handler)];
        // MediatR's publisher, given exactly one handler: isolation has to happen here (decision 0002).
        var mediator = new Mediator(type => type == typeof(IEnumerable<>).MakeGenericType(typeof(INotificationHandler<>).MakeGenericType(handler.Fact))
            ? Typed(only, type.GenericTypeArguments[0])
            : scope.ServiceProvider.GetService(type)!);
        mediator.Publish(fact, CancellationToken.None).GetAwaiter().GetResult();
        return ambient.Afterwards;
    }

    private async Task PostponeAsync(OutboxRow row, string error, CancellationToken cancellation)
    {
        double seconds = Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(row.Attempts, 12)));
        object due = database.Instant(clock.Now.AddSeconds(seconds));
        await writer.WriteAsync(
            writing => writing.Commands.Execute(
                writing.Transaction, "UPDATE platform_outbox SET attempts = attempts + 1, due_at = @p1, last_error = @p2 WHERE id = @p0", row.Id, due, error),
            cancellation);
    }

    private static Array Typed(object[] handlers, Type element)
    {
        Array typed = Array.CreateInstance(element, handlers.Length);
        handlers.CopyTo(typed, 0);
        return typed;
    }
}
