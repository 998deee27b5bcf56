namespace GuidanceBot.Slack.SocketMode;

/// <summary>A socket at work, with what it has been told: its hello, and that it will end.</summary>
internal sealed class LiveSocket : IDisposable
{
    private readonly SlackSocket _socket;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _let;
    private readonly TaskCompletionSource<SocketFrame.Hello> _hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<DisconnectReason> _warned = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LiveSocket(System.Net.WebSockets.WebSocket socket, ISocketDesk desk, TimeProvider clock, CancellationToken stopping)
    {
        _clock = clock;
        _let = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _socket = new SlackSocket(socket, desk, clock) { Told = Hear };
        Ended = _socket.RunAsync(_let.Token);
    }

    /// <summary>Completes when the socket is no more.</summary>
    public Task<SocketEnd> Ended { get; }

    /// <summary>Completes when Slack announced the end.</summary>
    public Task<DisconnectReason> Warned => _warned.Task;

    /// <summary>How long it was silent.</summary>
    public TimeSpan Silence => _socket.Silence;

    /// <summary>How many envelopes it was given.</summary>
    public int Given => _socket.Given;

    /// <summary>Waits for the hello; null where none came in time. A socket without hello is given nothing.</summary>
    public async Task<SocketFrame.Hello?> HelloAsync()
    {
        using var enough = new CancellationTokenSource();
        var patience = Task.Delay(SocketPolicy.HelloWithin, _clock, enough.Token);
        var first = await Task.WhenAny(_hello.Task, Ended, patience);
        await enough.CancelAsync();
        return first == _hello.Task ? await _hello.Task : null;
    }

    /// <summary>Reads on until Slack closes the socket, at most so long, then closes it hard.</summary>
    public async Task LingerAsync(TimeSpan atMost, CancellationToken stopping)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny(Ended, Task.Delay(atMost, _clock, enough.Token));
        await enough.CancelAsync();
        await CloseHardAsync();
    }

    /// <summary>Ends it now.</summary>
    public async Task CloseHardAsync()
    {
        if (!Ended.IsCompleted)
            await _socket.CloseHardAsync();
        await _let.CancelAsync();
        await Ended;
        Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _socket.Dispose();
        _let.Dispose();
    }

    private void Hear(SocketFrame frame)
    {
        switch (frame)
        {
            case SocketFrame.Hello hello:
                _hello.TrySetResult(hello);
                break;
            case SocketFrame.Disconnect disconnect:
                _warned.TrySetResult(disconnect.Reason);
                break;
        }
    }
}
