using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace GuidanceBot.Testing.Discord;

/// <summary>One connection to the double's gateway, that a test can break in every way a network can.</summary>
public sealed class DoubleConnection(WebSocket socket, Stream raw, Action abort, bool compress)
{
    private readonly Channel<Func<Task>> _out = Channel.CreateUnbounded<Func<Task>>();
    private readonly MemoryStream _compressed = new();
    private ZLibStream? _zlib;

    /// <summary>Everything the client said, in order.</summary>
    public List<string> Heard { get; } = [];

    /// <summary>The network is cut without either side being told: nothing is heard, nothing arrives.</summary>
    public bool HalfOpen { get; set; }

    /// <summary>Heartbeats are heard but not answered.</summary>
    public bool Deaf { get; set; }

    public int? ClosedByClientWith => socket.CloseStatus is { } code ? (int)code : null;

    internal DoubleSession? Session { get; set; }

    internal WebSocket Socket => socket;

    // What was under way before the cut still arrives.
    internal void Send(string json)
    {
        if (!HalfOpen)
            _out.Writer.TryWrite(() => WriteAsync(json));
    }

    /// <summary>Closes with a code.</summary>
    public void Close(int code) => _out.Writer.TryWrite(() => socket.CloseOutputAsync((WebSocketCloseStatus)code, "", CancellationToken.None));

    /// <summary>The connection breaks at once.</summary>
    public void Kill() => _out.Writer.TryWrite(() =>
    {
        abort();
        return Task.CompletedTask;
    });

    /// <summary>The connection breaks in the middle of a frame.</summary>
    public void KillMidFrame() => _out.Writer.TryWrite(async () =>
    {
        // A text frame that promises 200 bytes, and ten of them.
        await raw.WriteAsync(new byte[] { 0x81, 126, 0, 200, (byte)'{', (byte)'"', (byte)'t', (byte)'"', (byte)':', (byte)'"', (byte)'M', (byte)'E', (byte)'S', (byte)'S' });
        await raw.FlushAsync();
        abort();
    });

    internal async Task WriteLoopAsync(CancellationToken over)
    {
        try
        {
            await foreach (var send in _out.Reader.ReadAllAsync(over))
                await send();
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The client went.
        }
    }

    private async Task WriteAsync(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        if (!compress)
        {
            await socket.SendAsync(bytes, WebSocketMessageType.Text, true, CancellationToken.None);
            return;
        }

        _zlib ??= new ZLibStream(_compressed, CompressionLevel.Fastest, leaveOpen: true);
        _compressed.SetLength(0);
        _zlib.Write(bytes);
        _zlib.Flush();
        await socket.SendAsync(_compressed.ToArray(), WebSocketMessageType.Binary, true, CancellationToken.None);
    }
}

/// <summary>A session of the double: what a client may resume.</summary>
internal sealed class DoubleSession(string id, int intents, int shard, int shards)
{
    public string Id { get; } = id;

    public int Intents { get; } = intents;

    public int Shard { get; } = shard;

    public int Shards { get; } = shards;

    public List<(long Sequence, string Json)> Sent { get; } = [];

    public long Sequence { get; set; }

    public DoubleConnection? Connection { get; set; }
}
