using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace GuidanceBot.Testing.Slack;

/// <summary>One happening that the double hands out until it is acknowledged.</summary>
public sealed class Delivery(string type, JsonObject payload)
{
    private readonly TaskCompletionSource<JsonObject?> _acked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Type => type;

    public JsonObject Payload => payload;

    /// <summary>How often it was handed out.</summary>
    public int Attempts { get; internal set; }

    /// <summary>How long each acknowledgement took.</summary>
    public TimeSpan? AckedAfter { get; private set; }

    /// <summary>Completes with the payload of the acknowledgement, null for a bare one.</summary>
    public Task<JsonObject?> Acked => _acked.Task;

    internal bool Acknowledge(JsonObject? answer, TimeSpan after)
    {
        if (!_acked.TrySetResult(answer))
            return false;
        AckedAfter = after;
        return true;
    }

    internal void Lose() => _acked.TrySetException(new InvalidOperationException($"Nobody acknowledged {type}; Slack does not repeat it."));
}

/// <summary>A socket as the double sees it.</summary>
public sealed class DoubleSocket(WebSocket socket, int number)
{
    private readonly SemaphoreSlim _sending = new(1, 1);

    public int Number => number;

    /// <summary>Whether it takes envelopes. A retiring one still takes acknowledgements.</summary>
    public bool Takes { get; set; } = true;

    /// <summary>Reads nothing and answers no ping any more, as behind a dead router.</summary>
    public bool HalfOpen { get; set; }

    public int Given { get; set; }

    public bool IsOpen => socket.State is WebSocketState.Open;

    internal ConcurrentDictionary<string, (Delivery Delivery, long At)> Unacked { get; } = new();

    public async Task SendAsync(string frame)
    {
        await _sending.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            // The client went away; what was not acknowledged goes to another socket.
        }
        finally
        {
            _sending.Release();
        }
    }

    public Task DisconnectAsync(string reason) =>
        SendAsync(new JsonObject { ["type"] = "disconnect", ["reason"] = reason, ["debug_info"] = new JsonObject { ["host"] = "double" } }.ToJsonString());

    /// <summary>Closes it from this side, as Slack does some seconds after its warning.</summary>
    public async Task CloseAsync()
    {
        Takes = false;
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception e) when (e is WebSocketException or InvalidOperationException or IOException)
        {
            // Closed from the other side first.
        }
    }

    /// <summary>Cuts the line without a word.</summary>
    public void Cut() => socket.Abort();
}

/// <summary>Socket Mode with the strictness of the real one: an envelope goes to one of the sockets, is acknowledged there within 3 s, and an event that was not is handed out again.</summary>
public sealed class DoubleSockets
{
    private const int MostSockets = 10;

    private readonly ConcurrentDictionary<DoubleSocket, byte> _sockets = new();
    private readonly ConcurrentQueue<Delivery> _waiting = new();
    private readonly ConcurrentDictionary<string, byte> _tickets = new();
    private readonly Lock _routing = new();
    private readonly Random _random = new(7);
    private int _numbers;

    /// <summary>What the client did that Slack would not forgive.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    /// <summary>How long an acknowledgement may take.</summary>
    public TimeSpan AckWithin { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Sockets of somebody else that fill places and take envelopes without acknowledging.</summary>
    public int Ghosts { get; set; }

    /// <summary>Whether events are dropped while no socket is open, as in an outage longer than Slack's patience.</summary>
    public bool Forgetful { get; set; }

    /// <summary>Called whenever anything changed.</summary>
    public Action Changed { get; set; } = () => { };

    public IReadOnlyList<DoubleSocket> Open => [.. _sockets.Keys.Where(s => s.IsOpen).OrderBy(s => s.Number)];

    public int Opened => _numbers;

    /// <summary>A one-time ticket for one more socket.</summary>
    public string NewTicket()
    {
        var ticket = Guid.NewGuid().ToString("N");
        _tickets[ticket] = 0;
        return ticket;
    }

    public bool Redeem(string ticket) => _tickets.TryRemove(ticket, out _);

    /// <summary>Serves one socket until it ends.</summary>
    public async Task ServeAsync(WebSocket webSocket)
    {
        var socket = new DoubleSocket(webSocket, Interlocked.Increment(ref _numbers));
        var count = Open.Count + Ghosts + 1;
        await socket.SendAsync(new JsonObject { ["type"] = "hello", ["num_connections"] = count, ["connection_info"] = new JsonObject { ["app_id"] = DoubleWorkspace.App }, ["debug_info"] = new JsonObject { ["host"] = "double", ["approximate_connection_time"] = 3600 } }.ToJsonString());
        if (count > MostSockets)
        {
            await socket.DisconnectAsync("too_many_websockets");
            await socket.CloseAsync();
            return;
        }

        _sockets[socket] = 0;
        Changed();
        FlushWaiting();
        try
        {
            await ReadAsync(socket, webSocket);
        }
        finally
        {
            _sockets.TryRemove(socket, out _);
            foreach (var (id, unacked) in socket.Unacked)
            {
                if (socket.Unacked.TryRemove(id, out _))
                    Again(unacked.Delivery);
            }

            Changed();
        }
    }

    /// <summary>Hands an envelope to one of the sockets.</summary>
    public Delivery Deliver(string type, JsonObject payload)
    {
        var delivery = new Delivery(type, payload);
        Route(delivery);
        return delivery;
    }

    private void Route(Delivery delivery)
    {
        DoubleSocket? socket;
        var id = Guid.NewGuid().ToString();
        lock (_routing)
        {
            var open = Open.Where(s => s.Takes).ToList();
            if (open.Count == 0)
            {
                if (delivery.Type == "events_api" && !Forgetful)
                    _waiting.Enqueue(delivery);
                else
                    delivery.Lose();
                return;
            }

            socket = open[_random.Next(open.Count)];
            socket.Given++;
            delivery.Attempts++;
            socket.Unacked[id] = (delivery, Stopwatch.GetTimestamp());
        }

        var frame = new JsonObject { ["envelope_id"] = id, ["type"] = delivery.Type, ["payload"] = delivery.Payload.DeepClone(), ["accepts_response_payload"] = delivery.Type != "events_api" };
        if (delivery.Type == "events_api")
            (frame["retry_attempt"], frame["retry_reason"]) = (delivery.Attempts - 1, delivery.Attempts > 1 ? "timeout" : "");
        _ = SendAndWatchAsync(socket, id, frame.ToJsonString());
    }

    private async Task SendAndWatchAsync(DoubleSocket socket, string id, string frame)
    {
        await socket.SendAsync(frame);
        await Task.Delay(AckWithin, TimeProvider.System, CancellationToken.None);
        if (!socket.Unacked.TryRemove(id, out var late))
            return;
        Again(late.Delivery);
    }

    private void Again(Delivery delivery)
    {
        if (delivery.Type == "events_api" && delivery.Attempts < 4)
            Route(delivery);
        else
            delivery.Lose();
    }

    private void FlushWaiting()
    {
        while (_waiting.TryDequeue(out var delivery))
            Route(delivery);
    }

    private async Task ReadAsync(DoubleSocket socket, WebSocket webSocket)
    {
        var buffer = new byte[256 << 10];
        while (true)
        {
            if (socket.HalfOpen)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
            var length = 0;
            ValueWebSocketReceiveResult part;
            try
            {
                do
                {
                    part = await webSocket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
            }
            catch (WebSocketException)
            {
                return;
            }

            if (part.MessageType is WebSocketMessageType.Close)
            {
                await socket.CloseAsync();
                return;
            }

            Acknowledge(socket, Encoding.UTF8.GetString(buffer, 0, length));
        }
    }

    private void Acknowledge(DoubleSocket socket, string frame)
    {
        if (JsonNode.Parse(frame) is not JsonObject ack || (string?)ack["envelope_id"] is not { } id)
        {
            Complaints.Enqueue($"A frame that is no acknowledgement: {frame}");
            return;
        }

        if (!socket.Unacked.TryRemove(id, out var unacked))
        {
            Complaints.Enqueue("An acknowledgement on another socket, for nothing, twice or too late.");
            return;
        }

        var answer = ack["payload"] as JsonObject;
        unacked.Delivery.Acknowledge(answer, Stopwatch.GetElapsedTime(unacked.At));
        Changed();
    }
}
