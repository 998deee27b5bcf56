using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Testing.Discord;

/// <summary>Discord on this machine: gateway and REST over real sockets, behaving as documented, with everything a test wants to break. Independent of the adapter.</summary>
public sealed class DiscordDouble : IAsyncDisposable
{
    public const string Token = "NzAwMDAwMDAwMDAwMDAwMDAy.double.token";

    private static readonly Lazy<OpenApi?> Described = new(OpenApi.Find);

    private readonly WebApplication _app;
    private readonly DoubleRest _rest;
    private readonly CancellationTokenSource _over = new();
    private readonly ConcurrentQueue<DoubleRequest> _requests = new();
    private readonly List<Fault> _faults = [];

    private DiscordDouble(WebApplication app)
    {
        _app = app;
        World = new DoubleWorld();
        Gateway = new DoubleGateway(World, Token);
        Interactions = new DoubleInteractions(World, Gateway);
        _rest = new DoubleRest(World, Gateway, Interactions);
        Guild = World.AddGuild("Ward 7 and friends");
        General = World.AddChannel(Guild, "general");
        Moderators = World.AddChannel(Guild, "moderators");
        Ana = World.AddMember(Guild, "Ana");
        Admin = World.AddMember(Guild, "Ada");
        Admin.Permissions |= 1 << 5;
    }

    /// <summary>A request as it came.</summary>
    public sealed record DoubleRequest(string Method, string Path, string Query, JsonNode? Body, IReadOnlyDictionary<string, string> Headers, int Status);

    private sealed record Fault(Func<string, string, bool> Meets, Func<(int Status, string? Body, Dictionary<string, string> Headers)> Answer, bool Happens)
    {
        public int Left { get; set; }
    }

    public DoubleWorld World { get; }

    public DoubleGateway Gateway { get; }

    public DoubleInteractions Interactions { get; }

    public DoubleLimits Limits { get; } = new();

    public DoubleGuild Guild { get; }

    public DoubleChannel General { get; }

    public DoubleChannel Moderators { get; }

    public DoubleMember Ana { get; }

    public DoubleMember Admin { get; }

    /// <summary>How many shards a client is told to use.</summary>
    public int RecommendedShards { get; set; } = 1;

    public int MaxConcurrency { get; set; } = 16;

    /// <summary>Whether a request that Discord's own description does not know fails the test. The official library sends fields that it does not name.</summary>
    public bool IsStrict { get; set; } = true;

    /// <summary>Where the REST interface is.</summary>
    public Uri ApiBase => new($"{Address}/api/v10");

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public IReadOnlyList<DoubleRequest> Requests => [.. _requests];

    /// <summary>What is wrong with the requests that came, by Discord's own description where it is there.</summary>
    public ConcurrentQueue<string> Problems { get; } = new();

    public static async Task<DiscordDouble> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var discord = new DiscordDouble(app);
        app.Run(discord.ServeAsync);
        await app.StartAsync();
        discord.Gateway.ResumeUrl = discord.GatewayAddress;
        return discord;
    }

    /// <summary>Answers the next requests of a kind with a fault: they are not carried out, unless <paramref name="happens"/>.</summary>
    public void Fail(string method, string pathContains, int status, int times = 1, string? body = null, bool happens = false, params (string, string)[] headers)
    {
        lock (_faults)
        {
            _faults.Add(new Fault(
                (m, p) => m == method && p.Contains(pathContains, StringComparison.Ordinal),
                () => (status, body, headers.ToDictionary(h => h.Item1, h => h.Item2)),
                happens) { Left = times });
        }
    }

    /// <summary>A member writes.</summary>
    public JsonObject Say(DoubleMember author, DoubleChannel channel, string text, Action<JsonObject>? change = null)
    {
        JsonObject message;
        lock (World.Gate)
        {
            message = World.Message(channel, author, text);
            change?.Invoke(message);
            channel.Messages[ulong.Parse((string)message["id"]!)] = message;
        }

        Tell("MESSAGE_CREATE", channel, message);
        return message;
    }

    /// <summary>A member changes what they wrote.</summary>
    public void Edit(DoubleChannel channel, JsonObject message, string text)
    {
        lock (World.Gate)
        {
            message["content"] = text;
            message["edited_timestamp"] = DoubleWorld.Now;
        }

        Tell("MESSAGE_UPDATE", channel, message);
    }

    /// <summary>A link preview appears, which Discord tells as an update.</summary>
    public void Preview(DoubleChannel channel, JsonObject message) => Tell("MESSAGE_UPDATE", channel, message);

    /// <summary>A member deletes what they wrote.</summary>
    public void Delete(DoubleChannel channel, JsonObject message)
    {
        lock (World.Gate)
            channel.Messages.Remove(ulong.Parse((string)message["id"]!));
        Gateway.Emit("MESSAGE_DELETE", new JsonObject { ["id"] = (string)message["id"]!, ["channel_id"] = channel.Id, ["guild_id"] = channel.Guild }, channel.Guild, 1 << 9);
    }

    /// <summary>Waits until a channel has this many messages of the bot, and returns them.</summary>
    public async Task<IReadOnlyList<JsonObject>> PostsAsync(DoubleChannel channel, int count)
    {
        for (var i = 0; i < 600; i++)
        {
            lock (World.Gate)
            {
                var posts = channel.Messages.Values.Where(m => (string?)m["author"]!["id"] == World.Bot.Id).ToList();
                if (posts.Count >= count)
                    return posts;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        throw new TimeoutException($"Fewer than {count} posts came.");
    }

    /// <summary>All words of a message, whatever it is made of.</summary>
    public static string Words(JsonNode? message) => string.Join('\n', DoubleInteractions.Components(message?["components"])
        .Select(c => (string?)c["content"]).Prepend((string?)message?["content"]).Where(t => !string.IsNullOrEmpty(t)));

    /// <summary>Ends it; a request that Discord would not understand fails the test here.</summary>
    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _app.DisposeAsync();
        if (!Problems.IsEmpty)
            throw new InvalidOperationException($"Discord would not understand: {string.Join(" | ", Problems.Distinct())}");
    }

    private string GatewayAddress => $"{Address.Replace("http://", "ws://", StringComparison.Ordinal)}/gateway";

    private void Tell(string name, DoubleChannel channel, JsonObject message)
    {
        var told = message.DeepClone().AsObject();
        if (channel.Guild is { } guild)
        {
            told["guild_id"] = guild;
            if (World.FindUser((string)message["author"]!["id"]!)?.Member is { } member)
            {
                member.Remove("user");
                told["member"] = member;
            }
        }

        Gateway.Emit(name, told, channel.Guild, channel.Guild is null ? 1 << 12 : 1 << 9);
    }

    private Task ServeAsync(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/gateway") ? ServeGatewayAsync(context) : ServeRestAsync(context);

    // By hand rather than by the framework's WebSockets, so that a test can write half a frame.
    private async Task ServeGatewayAsync(HttpContext context)
    {
        var key = context.Request.Headers.SecWebSocketKey.ToString();
        context.Response.Headers.Connection = "Upgrade";
        context.Response.Headers.Upgrade = "websocket";
        context.Response.Headers.SecWebSocketAccept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
        await using var raw = await context.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
        using var socket = WebSocket.CreateFromStream(raw, new WebSocketCreationOptions { IsServer = true });
        var compress = context.Request.Query["compress"] == "zlib-stream";
        await Gateway.ServeAsync(new DoubleConnection(socket, raw, context.Abort, compress), _over.Token);
    }

    private async Task ServeRestAsync(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value![(request.Path.Value!.IndexOf("/v10", StringComparison.Ordinal) + 4)..];
        JsonNode? body = null;
        if (request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0)
            body = await JsonNode.ParseAsync(request.Body);
        var (status, answer, headers) = Answer(request, path, body);
        _requests.Enqueue(new DoubleRequest(request.Method, path, request.QueryString.Value ?? "", body, request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString()), status));
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        context.Response.StatusCode = status;
        if (answer is not null)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(answer);
        }
    }

    private (int Status, string? Body, Dictionary<string, string> Headers) Answer(HttpRequest request, string path, JsonNode? body)
    {
        var isInteraction = path.StartsWith("/interactions/", StringComparison.Ordinal) || path.StartsWith("/webhooks/", StringComparison.Ordinal);
        if (!isInteraction && request.Headers.Authorization != $"Bot {Token}")
            return (401, """{"message":"401: Unauthorized","code":0}""", []);
        if (IsStrict && Described.Value?.Problem(request.Method, path, body) is { } problem)
            Problems.Enqueue(problem);

        var fault = TakeFault(request.Method, path);
        if (fault is { Happens: false })
            return fault.Answer();
        var (headers, wait) = isInteraction ? ([], null) : Limits.Count(request.Method, path);
        if (wait is { } over)
        {
            headers["X-RateLimit-Scope"] = "user";
            headers["Retry-After"] = Math.Ceiling(over.TotalSeconds).ToString("0");
            return (429, $$"""{"message":"You are being rate limited.","retry_after":{{over.TotalSeconds.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture)}},"global":false}""", headers);
        }

        DoubleRest.Said said;
        lock (World.Gate)
        {
            said = path == "/gateway/bot"
                ? DoubleRest.Said.Ok(new JsonObject
                {
                    ["url"] = GatewayAddress,
                    ["shards"] = RecommendedShards,
                    ["session_start_limit"] = new JsonObject { ["total"] = 1000, ["remaining"] = 999, ["reset_after"] = 14_400_000, ["max_concurrency"] = MaxConcurrency },
                })
                : _rest.Answer(request.Method, path.Split('/', StringSplitOptions.RemoveEmptyEntries), request.Query.ToDictionary(q => q.Key, q => q.Value.ToString()), body);
        }

        return fault is not null ? fault.Answer() : (said.Status, said.Body?.ToJsonString(), headers);
    }

    private Fault? TakeFault(string method, string path)
    {
        lock (_faults)
        {
            var fault = _faults.Find(f => f.Left > 0 && f.Meets(method, path));
            if (fault is not null)
                fault.Left--;
            return fault;
        }
    }
}
