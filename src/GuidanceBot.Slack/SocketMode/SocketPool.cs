using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Slack.SocketMode;

/// <summary>Keeps a number of sockets open. Each slot opens its next socket before it lets go of the old one, so that a planned refresh leaves no gap.</summary>
internal sealed partial class SocketPool(ISocketOpener opener, ISocketDesk desk, int connections, TimeProvider clock, ILogger<SocketPool> logger)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<LiveSocket, byte> _open = new();
    private readonly ConcurrentDictionary<Task, byte> _lingering = new();
    private long _deafSince = clock.GetTimestamp();

    /// <summary>Called when the first socket is open again, with how long there was none. What happened meanwhile was missed.</summary>
    public Action<TimeSpan> Hears { get; init; } = _ => { };

    /// <summary>Whether a socket has said hello and answers.</summary>
    public bool IsHealthy => Interlocked.Read(ref _deafSince) == 0;

    /// <summary>Runs until told to stop, or until asking again is pointless: then the sentence for the owner.</summary>
    public async Task<string?> RunAsync(CancellationToken stopping)
    {
        using var all = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        string? fatal = null;
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            if (await RunSlotAsync(all.Token) is not { } sentence)
                return;
            fatal = sentence;
            await all.CancelAsync();
        }));
        await Task.WhenAll(_lingering.Keys);
        return fatal;
    }

    private async Task<string?> RunSlotAsync(CancellationToken stopping)
    {
        LiveSocket? old = null;
        var failures = 0;
        var wait = TimeSpan.Zero;
        try
        {
            while (true)
            {
                await Task.Delay(wait, clock, stopping);
                var (live, fatal, retryAfter) = await OpenAsync(stopping);
                if (fatal is not null)
                    return fatal;
                if (live is null)
                {
                    failures++;
                    wait = retryAfter ?? SocketPolicy.After(failures + 1, Random.Shared.NextDouble());
                    continue;
                }

                if (old is not null)
                    LetGo(old, SocketPolicy.Linger, stopping);
                old = null;

                var opened = clock.GetTimestamp();
                var (next, kept) = await WatchAsync(live, stopping);
                failures = clock.GetElapsedTime(opened) < TimeSpan.FromSeconds(5) && !kept ? failures + 1 : 0;
                wait = next > TimeSpan.Zero ? next : kept ? TimeSpan.Zero : SocketPolicy.After(failures, Random.Shared.NextDouble());
                old = kept ? live : null;
            }
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            if (old is not null)
                await EndAsync(old);
        }
    }

    private async Task<(LiveSocket? Live, string? Fatal, TimeSpan? RetryAfter)> OpenAsync(CancellationToken stopping)
    {
        var opened = await opener.OpenAsync(stopping);
        if (opened.Socket is null)
        {
            Log.NotOpened(logger, opened.Error);
            return (null, SocketPolicy.Fatal(opened.Error), opened.RetryAfter);
        }

        var live = new LiveSocket(opened.Socket, desk, clock, stopping);
        _open[live] = 0;
        if (await live.HelloAsync() is not { } hello)
        {
            await EndAsync(live);
            stopping.ThrowIfCancellationRequested();
            Log.NoHello(logger);
            return (null, null, null);
        }

        if (Interlocked.Exchange(ref _deafSince, 0) is not 0 and var since)
            Hears(clock.GetElapsedTime(since));
        if (hello.Connections > _open.Count)
            Log.OthersConnected(logger, hello.Connections.Value, _open.Count);
        return (live, null, null);
    }

    // Until the socket ends or should be exchanged; Kept where it is to be read on meanwhile.
    private async Task<(TimeSpan Wait, bool Kept)> WatchAsync(LiveSocket live, CancellationToken stopping)
    {
        var siblingsBefore = GivenToOthers(live);
        var given = live.Given;
        while (true)
        {
            using var looking = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            await Task.WhenAny(live.Ended, live.Warned, Task.Delay(Look, clock, looking.Token));
            await looking.CancelAsync();
            if (stopping.IsCancellationRequested)
            {
                await EndAsync(live);
                stopping.ThrowIfCancellationRequested();
            }

            if (live.Warned.IsCompletedSuccessfully)
            {
                var reason = await live.Warned;
                Log.Warned(logger, reason);
                var next = SocketPolicy.After(reason);
                if (!next.KeepOld)
                    await EndAsync(live);
                return (next.Wait, next.KeepOld);
            }

            if (live.Ended.IsCompleted)
            {
                Log.Ended(logger, await live.Ended);
                await EndAsync(live);
                return (TimeSpan.Zero, false);
            }

            if (live.Given != given)
                (given, siblingsBefore) = (live.Given, GivenToOthers(live));
            else if (SocketPolicy.LooksDead(live.Silence, GivenToOthers(live) - siblingsBefore))
                return (TimeSpan.Zero, true);
        }
    }

    private int GivenToOthers(LiveSocket live) => _open.Keys.Where(o => o != live).Sum(o => o.Given);

    private void LetGo(LiveSocket old, TimeSpan linger, CancellationToken stopping)
    {
        var letting = LingerAsync(old, linger, stopping);
        _lingering[letting] = 0;
        _ = letting.ContinueWith(done => _lingering.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task LingerAsync(LiveSocket old, TimeSpan linger, CancellationToken stopping)
    {
        await old.LingerAsync(linger, stopping);
        Forget(old);
    }

    private async Task EndAsync(LiveSocket live)
    {
        await live.CloseHardAsync();
        Forget(live);
    }

    private void Forget(LiveSocket live)
    {
        if (_open.TryRemove(live, out _) && _open.IsEmpty)
            Interlocked.CompareExchange(ref _deafSince, clock.GetTimestamp(), 0);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Slack announced the end of a socket ({Reason}).")]
        public static partial void Warned(ILogger logger, DisconnectReason reason);

        [LoggerMessage(2, LogLevel.Information, "A Slack socket ended ({End}).")]
        public static partial void Ended(ILogger logger, SocketEnd end);

        [LoggerMessage(3, LogLevel.Warning, "Slack gave no socket ({Error}).")]
        public static partial void NotOpened(ILogger logger, string error);

        [LoggerMessage(4, LogLevel.Warning, "A Slack socket opened but said no hello and was dropped.")]
        public static partial void NoHello(ILogger logger);

        [LoggerMessage(5, LogLevel.Warning, "Slack counts {Count} sockets of this app, {Own} of them here. If no other copy of the bot runs, the others are ghosts that Slack drops after some minutes; until then it may hand them what members do.")]
        public static partial void OthersConnected(ILogger logger, int count, int own);
    }
}
