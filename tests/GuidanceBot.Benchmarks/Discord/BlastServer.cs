using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GuidanceBot.Benchmarks.Discord;

/// <summary>A gateway that sends as many messages as it is told to, as fast as they are taken: frames made beforehand, only their numbers changed.</summary>
internal sealed class BlastServer : IAsyncDisposable
{
    private const long FirstSequence = 1_000_000_000;
    private const long FirstMessage = 1_400_000_000_000_000_000;
    private const int MessageBytes = 857;
    private const int FramesInBatch = 64;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly int _events;
    private readonly int _guilds;
    private readonly string[] _texts;

    public BlastServer(int events, int guilds, string[] texts)
    {
        (_events, _guilds, _texts) = (events, guilds, texts);
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Stop();
    }

    private async Task AcceptAsync()
    {
        while (!_over.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_over.Token);
            _ = Task.Run(() => ServeAsync(client));
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        client.NoDelay = true;
        await using var stream = client.GetStream();
        var buffer = new byte[16 * 1024];
        try
        {
            var read = await stream.ReadAsync(buffer, _over.Token);
            var request = Encoding.ASCII.GetString(buffer, 0, read);
            if (request.Contains("Sec-WebSocket-Key", StringComparison.OrdinalIgnoreCase))
                await BlastAsync(stream, request, buffer);
            else
                await AnswerAsync(stream, request);
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
        {
            // The client has seen enough.
        }
    }

    private async Task AnswerAsync(NetworkStream stream, string request)
    {
        var body = request.Contains("/gateway/bot", StringComparison.Ordinal)
            ? $$$"""{"url":"ws://127.0.0.1:{{{Port}}}/","shards":1,"session_start_limit":{"total":1000,"remaining":1000,"reset_after":1,"max_concurrency":1}}"""
            : """{"id":"2","username":"bot"}""";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"), _over.Token);
    }

    private async Task BlastAsync(NetworkStream stream, string request, byte[] buffer)
    {
        var key = request.Split('\n').First(l => l.StartsWith("Sec-WebSocket-Key", StringComparison.OrdinalIgnoreCase)).Split(':')[1].Trim();
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n"), _over.Token);
        // No beat falls due while we measure.
        await stream.WriteAsync(Frame("""{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":3600000}}"""), _over.Token);
        _ = await stream.ReadAtLeastAsync(buffer, 1, cancellationToken: _over.Token); // identify
        await stream.WriteAsync(Frame(Ready()), _over.Token);
        for (var i = 0; i < _guilds; i++)
            await stream.WriteAsync(Frame(Guild(i)), _over.Token);

        // Clients that build their caches first are not hurried.
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, _over.Token);
        var (batch, places) = Batch();
        for (var sent = 0; sent < _events; sent += FramesInBatch)
        {
            for (var i = 0; i < FramesInBatch; i++)
            {
                Utf8(batch, places[i].Sequence, FirstSequence + 100_000 + sent + i);
                Utf8(batch, places[i].Id, FirstMessage + sent + i);
            }

            await stream.WriteAsync(batch, _over.Token);
        }

        while (await stream.ReadAsync(buffer, _over.Token) > 0)
        {
        }
    }

    private (byte[] Batch, (int Sequence, int Id)[] Places) Batch()
    {
        using var batch = new MemoryStream();
        var places = new (int, int)[FramesInBatch];
        for (var i = 0; i < FramesInBatch; i++)
        {
            var frame = Frame(Message(i, _texts[i % _texts.Length]));
            places[i] = ((int)batch.Length + frame.AsSpan().IndexOf(Encoding.ASCII.GetBytes($"{FirstSequence}")), (int)batch.Length + frame.AsSpan().IndexOf(Encoding.ASCII.GetBytes($"{FirstMessage}")));
            batch.Write(frame);
        }

        return (batch.ToArray(), places);
    }

    private string Message(int i, string text)
    {
        var guild = i % _guilds;
        string Make(string content) => $$$"""{"t":"MESSAGE_CREATE","s":{{{FirstSequence}}},"op":0,"d":{"type":0,"tts":false,"timestamp":"2026-08-01T12:00:00.000000+00:00","pinned":false,"nonce":"1399000000000000000","mentions":[],"mention_roles":[],"mention_everyone":false,"member":{"roles":["900000000000000001","900000000000000002"],"premium_since":null,"pending":false,"nick":null,"mute":false,"joined_at":"2024-01-01T00:00:00.000000+00:00","flags":0,"deaf":false,"communication_disabled_until":null,"avatar":null},"id":"{{{FirstMessage}}}","flags":0,"embeds":[],"edited_timestamp":null,"content":{{{JsonSerializer.Serialize(content)}}},"components":[],"channel_id":"{{{ChannelOf(guild, i % 5)}}}","author":{"username":"member{{{i}}}","public_flags":0,"id":"{{{500_000_000_000_000_000 + i}}}","global_name":"Member {{{i}}}","discriminator":"0","avatar":null},"attachments":[],"guild_id":"{{{GuildOf(guild)}}}"}}""";

        var spare = MessageBytes - Encoding.UTF8.GetByteCount(Make(""));
        var content = text;
        while (content.Length < spare)
            content += " " + text;
        return Make(content[..Math.Max(1, spare)]);
    }

    private string Ready() => JsonSerializer.Serialize(new
    {
        t = "READY",
        s = 1,
        op = 0,
        d = new
        {
            v = 10,
            user = new { id = "2", username = "bot", discriminator = "0", bot = true },
            guilds = Enumerable.Range(0, _guilds).Select(i => new { id = GuildOf(i), unavailable = true }),
            session_id = "blast",
            resume_gateway_url = $"ws://127.0.0.1:{Port}/",
            application = new { id = "1", flags = 1 << 19 },
            private_channels = Array.Empty<int>(),
        },
    });

    private static string Guild(int i) => $$$"""{"t":"GUILD_CREATE","s":{{{i + 2}}},"op":0,"d":{"id":"{{{GuildOf(i)}}}","name":"Guild {{{i}}}","owner_id":"3","roles":[],"emojis":[],"stickers":[],"features":[],"members":[],"threads":[],"presences":[],"voice_states":[],"stage_instances":[],"guild_scheduled_events":[],"member_count":5,"unavailable":false,"channels":[{{{string.Join(',', Enumerable.Range(0, 5).Select(c => $$"""{"id":"{{ChannelOf(i, c)}}","type":0,"name":"channel-{{c}}","position":{{c}},"permission_overwrites":[]}"""))}}}]}}""";

    private static string GuildOf(int i) => (100_000_000_000_000_000 + i).ToString(CultureInfo.InvariantCulture);

    private static string ChannelOf(int guild, int channel) => (200_000_000_000_000_000 + (guild * 10) + channel).ToString(CultureInfo.InvariantCulture);

    private static void Utf8(byte[] batch, int at, long number) => number.TryFormat(batch.AsSpan(at), out _, default, CultureInfo.InvariantCulture);

    private static byte[] Frame(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        byte[] head = bytes.Length < 126 ? [0x81, (byte)bytes.Length]
            : bytes.Length < 65_536 ? [0x81, 126, (byte)(bytes.Length >> 8), (byte)bytes.Length]
            : [0x81, 127, 0, 0, 0, 0, (byte)(bytes.Length >> 24), (byte)(bytes.Length >> 16), (byte)(bytes.Length >> 8), (byte)bytes.Length];
        return [.. head, .. bytes];
    }
}
