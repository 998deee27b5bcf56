using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace GuidanceBot.Slack.SocketMode;

/// <summary>How a socket's reading ended.</summary>
internal enum SocketEnd
{
    /// <summary>The other side closed it.</summary>
    Closed,

    /// <summary>It broke: no answer to a ping, a reset, a frame past all limits.</summary>
    Broken,

    /// <summary>We closed it.</summary>
    Let,
}

/// <summary>One open socket: reads frames in order, acknowledges deliveries. Knows nothing of other sockets.</summary>
internal sealed class SlackSocket(WebSocket socket, ISocketDesk desk, TimeProvider clock) : IDisposable
{
    // Slack cuts texts at 40,000 characters; with blocks and escapes a frame stays far below this.
    private const int LongestFrame = 4 << 20;

    private readonly SemaphoreSlim _sending = new(1, 1);
    private long _lastHeard = clock.GetTimestamp();
    private int _given;

    /// <summary>Called for every hello and disconnect.</summary>
    public Action<SocketFrame> Told { get; init; } = _ => { };

    /// <summary>How long nothing was heard.</summary>
    public TimeSpan Silence => clock.GetElapsedTime(Interlocked.Read(ref _lastHeard));

    /// <summary>How many envelopes came.</summary>
    public int Given => Volatile.Read(ref _given);

    /// <summary>Reads until the socket ends.</summary>
    public async Task<SocketEnd> RunAsync(CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16 << 10);
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    if (length == buffer.Length)
                        buffer = Grown(buffer);
                    part = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
                    if (part.MessageType is WebSocketMessageType.Close)
                        return SocketEnd.Closed;
                    length += part.Count;
                    if (length > LongestFrame)
                        return SocketEnd.Broken;
                }
                while (!part.EndOfMessage);

                Interlocked.Exchange(ref _lastHeard, clock.GetTimestamp());
                await HandleAsync(FrameReader.Read(buffer.AsSpan(0, length)), cancellationToken);
            }
        }
        catch (WebSocketException)
        {
            return SocketEnd.Broken;
        }
        catch (OperationCanceledException)
        {
            return cancellationToken.IsCancellationRequested ? SocketEnd.Let : SocketEnd.Broken;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>Says goodbye, for at most a second: a socket that lingers takes one of the app's ten places.</summary>
    public async Task CloseHardAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1), clock);
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // It is gone already.
        }

        socket.Abort();
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();

    private async ValueTask HandleAsync(SocketFrame frame, CancellationToken cancellationToken)
    {
        if (frame is SocketFrame.Delivery delivery)
        {
            Interlocked.Increment(ref _given);
            await desk.TakeAsync(delivery.Envelope, (payload, token) => AcknowledgeAsync(delivery.Envelope.Id, payload, token), cancellationToken);
        }
        else
        {
            Told(frame);
        }
    }

    private async ValueTask AcknowledgeAsync(string envelopeId, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var head = $"{{\"envelope_id\":\"{JsonEncodedText.Encode(envelopeId)}\"{(payload.IsEmpty ? "}" : ",\"payload\":")}";
        var size = Encoding.UTF8.GetMaxByteCount(head.Length) + payload.Length + 1;
        var bytes = ArrayPool<byte>.Shared.Rent(size);
        var length = Encoding.UTF8.GetBytes(head, bytes);
        if (!payload.IsEmpty)
        {
            payload.Span.CopyTo(bytes.AsSpan(length));
            length += payload.Length;
            bytes[length++] = (byte)'}';
        }

        await _sending.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(bytes.AsMemory(0, length), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The socket broke before the acknowledgement was out: Slack delivers an event again, and it is known then.
        }
        finally
        {
            _sending.Release();
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }

    private static byte[] Grown(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        return larger;
    }
}
