using System.Net.WebSockets;
using System.Text.Json;
using GuidanceBot.Discord.Reading;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Discord.Gateway;

/// <summary>One connection, from its first byte to its last. What to do after it is decided by who runs it, from what it returns.</summary>
internal sealed partial class GatewayConnection(
    GatewayIdentity identity, GatewaySession session, IdentifyGate gate, IGatewayListener listener, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan LongestGreeting = TimeSpan.FromSeconds(20);

    // A code that keeps the session, so that it can be resumed.
    private const int ComingBack = 4000;

    private const int Goodbye = 1000;

    // How many messages are read in a turn while many wait: few, as each of those who work takes on as many.
    private const int BetweenTurns = 16;

    // So short that no heartbeat and no interaction comes late by it.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(1);

    private readonly PayloadReader _reader = new(identity.Shard, session, listener, logger);

    /// <summary>Whether the session was ready, or was resumed: the connection did not come to nothing.</summary>
    public bool Worked => _reader.Worked;

    /// <summary>Runs until the connection ends or we stop.</summary>
    public async Task<Next> RunAsync(Uri address, CancellationToken stopping)
    {
        using var socket = new GatewaySocket(identity.Compress, identity.UserAgent);
        using var over = new CancellationTokenSource();
        // Cancelling a read would break the socket: we say goodbye first, and the other side ends it.
        await using var goodbye = stopping.UnsafeRegister(_ => _ = LeaveAsync(socket, over), null);
        try
        {
            // Waited for before connecting: a connection that nobody reads would look dead.
            if (!session.CanResume)
                await gate.EnterAsync(identity.Shard, stopping);
            var interval = await GreetAsync(socket, address, over.Token);
            var heartbeat = new Heartbeat(token => socket.SendAsync(Sent.Heartbeat(session.Sequence), token), clock);
            var beating = BeatAsync(heartbeat, interval, socket, over.Token);
            await IntroduceAsync(socket, over.Token);
            var next = await ListenAsync(socket, heartbeat, over.Token);
            await over.CancelAsync();
            await beating;
            return next;
        }
        catch (Exception broken) when (broken is WebSocketException or IOException or InvalidDataException or JsonException or OperationCanceledException or HttpRequestException or ObjectDisposedException)
        {
            return CloseCodes.After(socket.CloseCode is >= 4000 and var code ? code : null);
        }
        finally
        {
            await over.CancelAsync();
        }
    }

    private async Task LeaveAsync(GatewaySocket socket, CancellationTokenSource over)
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2), clock);
            await socket.CloseAsync(Goodbye, patience.Token);
            await Task.Delay(TimeSpan.FromSeconds(2), clock, over.Token);
            await over.CancelAsync();
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException)
        {
            // The other side took its leave in time.
        }
    }

    // Hello, with the pace of the heartbeats.
    private async Task<TimeSpan> GreetAsync(GatewaySocket socket, Uri address, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(LongestGreeting, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        await socket.ConnectAsync(new Uri(address, $"?v=10&encoding=json{(identity.Compress ? "&compress=zlib-stream" : "")}"), both.Token);
        var hello = await socket.ReceiveAsync(both.Token) ?? throw new IOException("The gateway closed before it greeted.");
        using var data = Payload.Split(hello.Span).Document();
        return TimeSpan.FromMilliseconds(Math.Clamp(data.RootElement.Number("heartbeat_interval") ?? 41_250, 10, 300_000));
    }

    private async Task IntroduceAsync(GatewaySocket socket, CancellationToken cancellationToken)
    {
        if (session.CanResume)
        {
            await socket.SendAsync(Sent.Resume(identity.Token, session.Id!, session.Sequence!.Value), cancellationToken); // both are there: CanResume says so
            return;
        }

        session.Forget();
        await socket.SendAsync(Sent.Identify(identity.Token, identity.Intents, identity.Shard, identity.Shards), cancellationToken);
    }

    private async Task BeatAsync(Heartbeat heartbeat, TimeSpan interval, GatewaySocket socket, CancellationToken cancellationToken)
    {
        try
        {
            await heartbeat.RunAsync(interval, Random.Shared.NextDouble(), cancellationToken);
            Log.Silent(logger, identity.Shard);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1), clock);
            await socket.CloseAsync(ComingBack, patience.Token);
            socket.Abort();
        }
        catch (Exception over) when (over is OperationCanceledException or WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The connection ended; the read loop says why.
        }
    }

    private async Task<Next> ListenAsync(GatewaySocket socket, Heartbeat heartbeat, CancellationToken cancellationToken)
    {
        var heard = 0u;
        while (await socket.ReceiveAsync(cancellationToken) is { } message)
        {
            switch (_reader.Take(message.Span))
            {
                case Asked.Acknowledged:
                    heartbeat.Acknowledged();
                    break;
                case Asked.BeatNow:
                    await socket.SendAsync(Sent.Heartbeat(session.Sequence), cancellationToken);
                    break;
                case Asked.Reconnect:
                    await socket.CloseAsync(ComingBack, cancellationToken);
                    return new Next.Resume();
                case Asked.SessionLost:
                    await socket.CloseAsync(ComingBack, cancellationToken);
                    // Discord asks for a pause of one to five seconds before identifying anew.
                    await Task.Delay(TimeSpan.FromSeconds(1 + (4 * Random.Shared.NextDouble())), clock, cancellationToken);
                    return new Next.Identify();
            }

            var backlog = listener.Backlog;
            if (backlog is Backlog.Long && ++heard % BetweenTurns == 0)
                await Task.Yield();
            else if (backlog is Backlog.NearlyFull)
                await Task.Delay(Breath, clock, cancellationToken);
        }

        Log.Closed(logger, identity.Shard, socket.CloseCode);
        return CloseCodes.After(socket.CloseCode);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Discord's gateway closed shard {Shard} with code {Code}.")]
        public static partial void Closed(ILogger logger, int shard, int? code);

        [LoggerMessage(2, LogLevel.Warning, "Discord's gateway fell silent on shard {Shard}; connecting again.")]
        public static partial void Silent(ILogger logger, int shard);
    }
}
