using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Alarms;

/// <summary>Wakes every kind of due work at its moment, and at once when a plan changed. Forgets nothing in a crash, since it remembers nothing.</summary>
internal sealed partial class AlarmClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<AlarmClock> logger) : BackgroundService
{
    // A plan changed behind our back (another node, a hand-edited row) is seen after this long at the latest.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(10);

    // After a failure of the whole machinery (a full disk, say), not sooner than this.
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _rung = new(0, 1);

    /// <summary>Wakes now: a plan changed.</summary>
    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is about to wake anyway.
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = await RunDueAsync(stoppingToken);
            var sleep = next - clock.GetUtcNow();
            using var waking = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var rung = _rung.WaitAsync(waking.Token);
            var slept = Task.Delay(sleep > TimeSpan.Zero ? sleep : TimeSpan.Zero, clock, waking.Token);
            await Task.WhenAny(rung, slept);
            await waking.CancelAsync();
            await Task.WhenAll(rung, slept).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Does all that is due by now and says when to wake next.</summary>
    public async Task<DateTimeOffset> RunDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var next = now + LongestSleep;
        await using var scope = scopes.CreateAsyncScope();
        foreach (var work in scope.ServiceProvider.GetServices<IDueWork>())
        {
            try
            {
                if (await work.RunDueAsync(now, cancellationToken) is { } due && due < next)
                    next = due;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One kind of work must not stop the others.
                Log.Failed(logger, work.Name, failure.GetType().Name, failure.StackTrace);
                next = now + AfterFailure < next ? now + AfterFailure : next;
            }
        }

        return next;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Due work {Work} failed with {Exception} and will be tried again. {StackTrace}")]
        public static partial void Failed(ILogger logger, string work, string exception, string? stackTrace);
    }
}
