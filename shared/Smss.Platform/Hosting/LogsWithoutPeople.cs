using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Smss.Platform.Hosting;

/// <summary>
/// Nothing personal is logged, whatever level an administrator sets: below a warning the web framework names addresses,
/// queries and arguments of single requests, and the message of an exception may quote what somebody wrote.
/// </summary>
internal static class LogsWithoutPeople
{
    private const string Talkative = "Microsoft.AspNetCore";

    public static void AddLogsWithoutPeople(this IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(options =>
    {
        LoggerFilterRule[] wanted = [new(null, null, options.MinLevel, null), .. options.Rules];
        options.Rules.Clear();
        foreach (LoggerFilterRule rule in wanted)
            options.Rules.Add(new LoggerFilterRule(rule.ProviderName, rule.CategoryName, rule.LogLevel, (provider, category, level) =>
                MayBeHeard(category, level) && rule.Filter?.Invoke(provider, category, level) != false));
    });

    /// <summary>Kind and place of a fault on a page, in place of the framework's own line.</summary>
    public static bool LogFault(ExceptionHandlerSuppressDiagnosticsContext context)
    {
        context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(LogsWithoutPeople))
            .LogError("A request could not be answered: {Kind}\n{Stack}", context.Exception.GetType().Name, context.Exception.StackTrace);
        return true;
    }

    private static bool MayBeHeard(string? category, LogLevel level) =>
        level >= LogLevel.Warning || category?.StartsWith(Talkative, StringComparison.Ordinal) != true;
}
