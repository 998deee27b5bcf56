using System.Buffers;
using System.Net.WebSockets;

namespace GuidanceBot.Discord.Gateway;

/// <summary>A WebSocket that hands over whole messages, opened where they were compressed, in one buffer that it uses again.</summary>
internal sealed class GatewaySocket : IDisposable
{
    private const int LargestMessage = 64 * 1024 * 1024;

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly Inflater? _inflater;
    private ArrayBufferWriter<byte> _message = new(16 * 1024);
    private ArrayBufferWriter<byte> _opened = new(16 * 1024);

    public GatewaySocket(bool compress, string userAgent)
    {
        _inflater = compress ? new Inflater() : null;
        _socket.Options.SetRequestHeader("User-Agent", userAgent);
        // The gateway has heartbeats of its own.
        _socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
    }

    /// <summary>The code with which the other side closed; null where it just went away.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    public Task ConnectAsync(Uri address, CancellationToken cancellationToken) => _socket.ConnectAsync(address, cancellationToken);

    /// <summary>The next message, good until the next call; null when the other side closed.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        Empty(ref _message);
        while (true)
        {
            var received = await _socket.ReceiveAsync(_message.GetMemory(4096), cancellationToken);
            if (received.MessageType is WebSocketMessageType.Close)
                return null;
            _message.Advance(received.Count);
            if (_message.WrittenCount > LargestMessage)
                throw new InvalidDataException("A gateway message is too large.");
            if (!received.EndOfMessage)
                continue;

            if (_inflater is null || received.MessageType is WebSocketMessageType.Text)
                return _message.WrittenMemory;
            // A compressed message may come in several pieces; only the last ends so.
            if (_message.WrittenSpan.EndsWith((ReadOnlySpan<byte>)[0x00, 0x00, 0xFF, 0xFF]))
            {
                Empty(ref _opened);
                _inflater.Open(_message.WrittenMemory, _opened);
                return _opened.WrittenMemory;
            }
        }
    }

    public async Task SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Says goodbye. 1000 ends the session on Discord's side; anything from 4000 on keeps it for a resume.</summary>
    public async Task CloseAsync(int code, CancellationToken cancellationToken)
    {
        try
        {
            await _socket.CloseOutputAsync((WebSocketCloseStatus)code, null, cancellationToken);
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // It went before we could.
        }
    }

    public void Abort() => _socket.Abort();

    public void Dispose()
    {
        _socket.Dispose();
        _inflater?.Dispose();
    }

    // One giant message at the start must not keep its buffer for ever.
    private static void Empty(ref ArrayBufferWriter<byte> buffer)
    {
        if (buffer.Capacity > 1024 * 1024)
            buffer = new ArrayBufferWriter<byte>(16 * 1024);
        else
            buffer.ResetWrittenCount();
    }
}
