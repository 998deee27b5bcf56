using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace GuidanceBot.Testing.Discord;

/// <summary>The double's gateway: sessions, resuming, intents, shards, close codes, as documented.</summary>
public sealed class DoubleGateway(DoubleWorld world, string token)
{
    private const int KnownIntents = (1 << 22) | ((1 << 17) - 1) | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);
    private const int MessageContent = 1 << 15;

    private readonly List<DoubleSession> _sessions = [];
    private readonly SemaphoreSlim _changed = new(0);

    public int HeartbeatInterval { get; set; } = 41_250;

    /// <summary>Where clients are told to resume.</summary>
    public string ResumeUrl { get; set; } = "";

    /// <summary>The next connection is closed with this code when it identifies; null for none.</summary>
    public int? RefuseIdentifyWith { get; set; }

    /// <summary>No session can be resumed.</summary>
    public bool ForgetsSessions { get; set; }

    public int MostGuildsInShard { get; set; } = 2500;

    public List<DoubleConnection> Connections { get; } = [];

    public int Identifies { get; private set; }

    public int Resumes { get; private set; }

    public int Heartbeats { get; private set; }

    public List<(int Shard, int Shards)> Shards { get; } = [];

    /// <summary>The connection that is served now.</summary>
    public DoubleConnection Current
    {
        get
        {
            lock (world.Gate)
                return _sessions[^1].Connection ?? throw new InvalidOperationException("Nobody is connected.");
        }
    }

    /// <summary>Waits until something that the gateway saw makes it true.</summary>
    public async Task UntilAsync(Func<DoubleGateway, bool> isSo, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        while (true)
        {
            lock (world.Gate)
            {
                if (isSo(this))
                    return;
            }

            try
            {
                await _changed.WaitAsync(TimeSpan.FromMilliseconds(50), patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Waited in vain until {what}.");
            }
        }
    }

    /// <summary>Tells an event to every session that may hear it.</summary>
    public void Emit(string name, JsonObject data, string? guild, int intent)
    {
        lock (world.Gate)
        {
            foreach (var session in _sessions.Where(s => (intent == 0 || (s.Intents & intent) != 0) && Owns(s, guild)))
                Tell(session, name, name is "MESSAGE_CREATE" or "MESSAGE_UPDATE" ? Blanked(session, data) : data);
        }
    }

    /// <summary>Asks all clients to connect again.</summary>
    public void AskToReconnect()
    {
        lock (world.Gate)
        {
            foreach (var session in _sessions)
                session.Connection?.Send("""{"t":null,"s":null,"op":7,"d":null}""");
        }
    }

    /// <summary>Declares the sessions invalid.</summary>
    public void Invalidate(bool resumable)
    {
        lock (world.Gate)
        {
            foreach (var session in _sessions)
                session.Connection?.Send($$"""{"t":null,"s":null,"op":9,"d":{{(resumable ? "true" : "false")}}}""");
            if (!resumable)
                ForgetAll();
        }
    }

    /// <summary>As after a long outage: nothing of before can be resumed.</summary>
    public void ForgetAll()
    {
        lock (world.Gate)
            _sessions.RemoveAll(s => true);
    }

    internal async Task ServeAsync(DoubleConnection connection, CancellationToken over)
    {
        lock (world.Gate)
            Connections.Add(connection);
        connection.Send("{\"t\":null,\"s\":null,\"op\":10,\"d\":{\"heartbeat_interval\":" + HeartbeatInterval.ToString(CultureInfo.InvariantCulture) + ",\"_trace\":[]}}");
        var writing = connection.WriteLoopAsync(over);
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var received = await connection.Socket.ReceiveAsync(buffer, over);
                if (received.MessageType is WebSocketMessageType.Close)
                    break;
                if (!connection.HalfOpen)
                    Take(connection, Encoding.UTF8.GetString(buffer, 0, received.Count));
            }
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException)
        {
            // The client went.
        }

        lock (world.Gate)
        {
            if (connection.Session?.Connection == connection)
                connection.Session.Connection = null;
            // Closing so ends the session.
            if (connection.ClosedByClientWith is 1000 or 1001 && connection.Session is { } ended)
                _sessions.Remove(ended);
        }

        _changed.Release();
        await writing.WaitAsync(TimeSpan.FromSeconds(1), CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Take(DoubleConnection connection, string text)
    {
        lock (world.Gate)
        {
            connection.Heard.Add(text);
            var message = JsonNode.Parse(text)!.AsObject();
            switch ((int)message["op"]!)
            {
                case 1:
                    Heartbeats++;
                    if (!connection.Deaf)
                        connection.Send("""{"t":null,"s":null,"op":11,"d":null}""");
                    break;
                case 2:
                    Identify(connection, message["d"]!.AsObject());
                    break;
                case 6:
                    Resume(connection, message["d"]!.AsObject());
                    break;
                default:
                    connection.Close(4001);
                    break;
            }
        }

        _changed.Release();
    }

    private void Identify(DoubleConnection connection, JsonObject data)
    {
        var intents = (int)data["intents"]!;
        var shard = data["shard"] is JsonArray { Count: 2 } pair ? ((int)pair[0]!, (int)pair[1]!) : (0, 1);
        if (RefusalOf(data, intents, shard) is { } code)
        {
            connection.Close(code);
            return;
        }

        Identifies++;
        Shards.Add(shard);
        var session = new DoubleSession(Guid.NewGuid().ToString("N"), intents, shard.Item1, shard.Item2) { Connection = connection };
        connection.Session = session;
        _sessions.Add(session);
        var guilds = world.Guilds.Values.Where(g => Owns(session, g.Id)).ToList();
        Tell(session, "READY", new JsonObject
        {
            ["v"] = 10,
            ["user"] = world.Bot.User,
            ["guilds"] = new JsonArray([.. guilds.Select(g => new JsonObject { ["id"] = g.Id, ["unavailable"] = true })]),
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = ResumeUrl,
            ["shard"] = new JsonArray(session.Shard, session.Shards),
            ["application"] = new JsonObject { ["id"] = world.Application, ["flags"] = world.ApplicationFlags },
            ["private_channels"] = new JsonArray(),
            ["relationships"] = new JsonArray(),
            ["presences"] = new JsonArray(),
            ["user_settings"] = new JsonObject(),
        });
        foreach (var guild in guilds.Where(_ => (intents & 1) != 0))
            Tell(session, "GUILD_CREATE", world.GuildJson(guild));
    }

    private int? RefusalOf(JsonObject data, int intents, (int Shard, int Shards) shard)
    {
        if (RefuseIdentifyWith is { } code)
        {
            RefuseIdentifyWith = null;
            return code;
        }

        if ((string?)data["token"] != token)
            return 4004;
        if ((intents & ~KnownIntents) != 0)
            return 4013;
        if ((intents & MessageContent) != 0 && (world.ApplicationFlags & ((1 << 18) | (1 << 19))) == 0)
            return 4014;
        if (shard.Shard < 0 || shard.Shard >= shard.Shards)
            return 4010;
        return world.Guilds.Count > MostGuildsInShard * shard.Shards ? 4011 : null;
    }

    private void Resume(DoubleConnection connection, JsonObject data)
    {
        var session = _sessions.Find(s => s.Id == (string?)data["session_id"]);
        var from = (long)data["seq"]!;
        if (session is null || ForgetsSessions)
        {
            connection.Send("""{"t":null,"s":null,"op":9,"d":false}""");
            return;
        }

        if (from > session.Sequence)
        {
            connection.Close(4007);
            return;
        }

        Resumes++;
        session.Connection = connection;
        connection.Session = session;
        foreach (var (_, json) in session.Sent.Where(s => s.Sequence > from))
            connection.Send(json);
        Tell(session, "RESUMED", new JsonObject { ["_trace"] = new JsonArray() });
    }

    private static void Tell(DoubleSession session, string name, JsonObject data)
    {
        var sequence = ++session.Sequence;
        var json = $$"""{"t":"{{name}}","s":{{sequence}},"op":0,"d":{{data.ToJsonString()}}}""";
        session.Sent.Add((sequence, json));
        session.Connection?.Send(json);
    }

    private static bool Owns(DoubleSession session, string? guild) =>
        guild is null ? session.Shard == 0 : (int)((ulong.Parse(guild, CultureInfo.InvariantCulture) >> 22) % (ulong)session.Shards) == session.Shard;

    private JsonObject Blanked(DoubleSession session, JsonObject message)
    {
        if ((session.Intents & MessageContent) != 0 || (string?)message["author"]?["id"] == world.Bot.Id || message["guild_id"] is null)
            return message;
        var blank = message.DeepClone().AsObject();
        blank["content"] = "";
        blank["attachments"] = new JsonArray();
        blank["embeds"] = new JsonArray();
        blank["components"] = new JsonArray();
        return blank;
    }
}
