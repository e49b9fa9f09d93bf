using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Smss.Platform.Modules;

namespace Smss.Platform.Plugins;

/// <summary>What became of a plugin at this start.</summary>
internal enum PluginState
{
    /// <summary>It works.</summary>
    Active,
    /// <summary>Somebody switched it off, or what it needs is off.</summary>
    Disabled,
    /// <summary>It was made for another version of the contract or of .NET.</summary>
    NotSupported,
    /// <summary>It is broken: at the start or later.</summary>
    Malfunctioning,
    /// <summary>It ended the process three times in a row.</summary>
    Quarantined,
}

/// <summary>Why a plugin does not work: a text of the platform with its values, and what only staff sees.</summary>
internal sealed record PluginReason(string Key, string? Value = null, string? Details = null)
{
    public static PluginReason Of(Exception fault, string what) => PluginFault.In(fault)?.Reason
        ?? new PluginReason(fault is TimeoutException ? "platform.plugin.slow" : "platform.plugin.threw", what, PluginFault.Describe(fault));
}

/// <summary>One folder below <c>plugins/</c>, and what became of it. Its code is called here only, never bare.</summary>
internal sealed class Plugin(string folder) : IDisposable
{
    private const int Patience = 3;
    private readonly Lock _lock = new();
    private int _inARow;

    public string Folder { get; } = folder;
    public string Name { get; } = Path.GetFileName(folder);
    public PluginManifest? Manifest { get; set; }

    /// <summary>The id of its manifest; the folder's name when there is none.</summary>
    public string Id => Manifest?.Id ?? Name;
    public ModuleEntry? Module { get; set; }
    public PluginMark? Mark { get; set; }
    public ILogger? Log { get; set; }
    public List<string> StrayCopies { get; } = [];

    public PluginState State { get; private set; } = PluginState.Active;
    public PluginReason? Reason { get; private set; }
    public int Failures { get; private set; }

    /// <summary>What was thrown last while it still worked.</summary>
    public PluginReason? LastFailure { get; private set; }
    public bool IsActive => State == PluginState.Active && Module is not null;

    /// <summary>Puts it out of work until the next start; the first reason stays.</summary>
    public void PutOut(PluginState state, PluginReason reason)
    {
        lock (_lock)
        {
            if (State != PluginState.Active) return;
            (State, Reason) = (state, reason);
        }
        Log?.LogWarning("Plugin {Plugin} is out of work: {Key} {Value}", Id, reason.Key, reason.Value);
    }

    /// <summary>Runs its code at the start; whatever it throws puts it out of work.</summary>
    public bool Begin(string what, Action call, TimeSpan? limit = null) => BeginAsync(what, () =>
    {
        call();
        return Task.CompletedTask;
    }, limit).GetAwaiter().GetResult();

    /// <summary>As <see cref="Begin"/>.</summary>
    public async Task<bool> BeginAsync(string what, Func<Task> call, TimeSpan? limit = null)
    {
        if (State != PluginState.Active) return false;
        if (await RunAsync(call, limit ?? PluginLimits.Start) is not { } fault) return true;
        PutOut(PluginState.Malfunctioning, PluginReason.Of(fault, what));
        return false;
    }

    /// <summary>Runs its code for a resident or on time.</summary>
    /// <param name="what">What it does, for staff.</param>
    /// <param name="call">Its code.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="hide">What a resident wrote: struck out of what the exception says.</param>
    /// <returns>Null when it went well, otherwise the fault, counted.</returns>
    public async Task<Exception?> CallAsync(string what, Func<Task> call, TimeSpan limit, string? hide = null)
    {
        if (State != PluginState.Active) return new PluginFault(Reason!);
        Exception? fault = await RunAsync(call, limit);
        if (fault is null) _inARow = 0;
        else Failed(what, fault, hide);
        return fault;
    }

    public void Dispose() => Mark?.Dispose();

    private void Failed(string what, Exception fault, string? hide)
    {
        PluginReason reason = PluginReason.Of(fault, what);
        if (hide is { Length: > 0 }) reason = reason with { Details = reason.Details?.Replace(hide, "…", StringComparison.OrdinalIgnoreCase) };
        bool first, last;
        lock (_lock)
        {
            first = ++Failures == 1;
            last = ++_inARow == Patience;
            LastFailure = reason;
        }
        // No message of the exception: it may quote what a resident wrote.
        if (first) Log?.LogWarning("Plugin {Plugin} failed in {What}: {Kind}", Id, what, fault.GetType().Name);
        if (last) PutOut(PluginState.Malfunctioning, reason with { Key = reason.Key + ".thrice" });
    }

    /// <summary>On a thread of its own, so that what blocks or never ends takes no thread of the residents'. The mark stays until the code really comes back.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever a plugin throws, the host goes on.")]
    private async Task<Exception?> RunAsync(Func<Task> call, TimeSpan limit)
    {
        Mark?.Enter();
        Task running = Task.Factory.StartNew(call, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default).Unwrap();
        Task left = running.ContinueWith(static (done, mark) =>
        {
            _ = done.Exception;
            ((PluginMark?)mark)?.Leave();
        }, Mark, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            await running.WaitAsync(limit);
            await left;
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }
}

/// <summary>How long a plugin's code may take.</summary>
internal static class PluginLimits
{
    /// <summary>Loading, registering, mapping: together with the host's own start still within 10 seconds.</summary>
    public static readonly TimeSpan Start = TimeSpan.FromSeconds(5);

    /// <summary>One answer.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    /// <summary>A write: everybody else's waits for it.</summary>
    public static readonly TimeSpan Write = TimeSpan.FromSeconds(2);

    /// <summary>A migration or a job.</summary>
    public static readonly TimeSpan Work = TimeSpan.FromMinutes(2);
}
