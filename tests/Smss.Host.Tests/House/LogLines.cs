using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Smss.Host.Tests.House;

/// <summary>The last that the host itself logged from warnings up, for tests to read.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private const int Most = 200;
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> All => _lines;

    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith("Smss.", StringComparison.Ordinal) || categoryName.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            ? this
            : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel)) return;
        _lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
        if (_lines.Count > Most) _lines.TryDequeue(out _);
    }

    public void Dispose()
    {
    }
}
