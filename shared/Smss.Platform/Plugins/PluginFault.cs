using System.Reflection;

namespace Smss.Platform.Plugins;

/// <summary>Something a plugin may not do, or that it is not called any more; carries the reason in plain words.</summary>
internal sealed class PluginFault(PluginReason reason) : Exception(reason.Key)
{
    private const int Longest = 600;

    public PluginFault(string key, string? value = null, string? details = null) : this(new PluginReason(key, value, details))
    {
    }

    public PluginReason Reason { get; } = reason;

    /// <summary>The reason that lies somewhere inside an exception: the runtime wraps what is thrown while it loads.</summary>
    public static PluginFault? In(Exception? fault) => fault switch
    {
        null => null,
        PluginFault found => found,
        ReflectionTypeLoadException types => types.LoaderExceptions.Select(In).FirstOrDefault(f => f is not null),
        _ => In(fault.InnerException),
    };

    /// <summary>Kind and message of the cause, for staff.</summary>
    public static string Describe(Exception fault)
    {
        Exception cause = fault;
        while (cause is TargetInvocationException or TypeInitializationException or AggregateException && cause.InnerException is { } inner) cause = inner;
        if (cause is ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] }) cause = first;
        string text = $"{cause.GetType().Name}: {cause.Message}";
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }
}
