using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Testing;

/// <summary>Keeps every log line, so that a test can look for what must not be there.</summary>
public sealed class LogBook : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Page(_lines);

    public void Dispose()
    {
    }

    private sealed class Page(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
    }
}
