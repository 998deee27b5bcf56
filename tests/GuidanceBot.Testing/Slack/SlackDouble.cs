using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Testing.Slack;

/// <summary>A scripted Slack over real sockets on this machine: Web API and Socket Mode, as strict as the real one where bots go wrong.</summary>
public sealed partial class SlackDouble : IAsyncDisposable
{
    public const string BotToken = "xoxb-double", AppToken = "xapp-double", UserToken = "xoxp-double";

    /// <summary>Pages are short so that whoever does not follow the cursor misses something.</summary>
    public const int PageSize = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly WebApplication _app;
    private readonly DoubleMethods _methods;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<DoubleFault>> _faults = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _held = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<DateTimeOffset>> _rates = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SlackDouble(WebApplication app, TimeProvider clock)
    {
        _app = app;
        Clock = clock;
        Triggers = new DoubleTriggers(clock);
        ResponseUrls = new DoubleResponseUrls(clock);
        Sockets.Changed = Signal;
        Views.Changed = Signal;
        _methods = new DoubleMethods(this);
    }

    public TimeProvider Clock { get; }

    public DoubleWorkspace Workspace { get; } = new();

    public DoubleSockets Sockets { get; } = new();

    public DoubleTriggers Triggers { get; }

    public DoubleViews Views { get; } = new();

    public DoubleResponseUrls ResponseUrls { get; }

    public ConcurrentQueue<DoubleCall> Calls { get; } = new();

    public ConcurrentQueue<Ephemeral> Ephemerals { get; } = new();

    /// <summary>What the bot token may do.</summary>
    public HashSet<string> Scopes { get; set; } =
    [
        "app_mentions:read", "channels:history", "channels:read", "chat:write", "commands", "groups:history", "groups:read",
        "im:history", "im:write", "usergroups:read", "users:read",
    ];

    /// <summary>Whether tokens still work.</summary>
    public bool Installed { get; set; } = true;

    /// <summary>Calls a minute by method before 429; one message a second in a channel always counts.</summary>
    public Dictionary<string, int> PerMinute { get; } = new() { ["conversations.history"] = 50, ["conversations.list"] = 20, ["apps.connections.open"] = 50 };

    /// <summary>Whether more than one message a second in a channel is refused.</summary>
    public bool OneMessageASecond { get; set; } = true;

    public Uri ApiBase { get; private set; } = new("http://127.0.0.1");

    public string SocketBase { get; private set; } = "";

    public static async Task<SlackDouble> StartAsync(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var slack = new SlackDouble(app, clock ?? TimeProvider.System);
        app.UseWebSockets();
        app.MapPost("/api/{method}", (HttpContext context, string method) => slack.AnswerAsync(context, method));
        app.MapPost("/respond/{id}", (HttpContext context, string id) => slack.RespondAsync(context, id));
        app.MapGet("/link", slack.LinkAsync);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        slack.ApiBase = new Uri($"{address}/api");
        slack.SocketBase = address.Replace("http://", "ws://", StringComparison.Ordinal);
        return slack;
    }

    /// <summary>For whole stories: a machine that is busy with other tests must not look like a bot that is slow. How fast it acknowledges is tested, and measured, on its own.</summary>
    public void BePatient() => (Sockets.AckWithin, Triggers.Within) = (TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30));

    /// <summary>Lets calls of a method wait until the result is set.</summary>
    public TaskCompletionSource Hold(string method) => _held[method] = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Answers the next calls of a method with faults, in order.</summary>
    public void Fail(string method, params DoubleFault[] faults)
    {
        var queue = _faults.GetOrAdd(method, _ => new());
        foreach (var fault in faults)
            queue.Enqueue(fault);
    }

    /// <summary>Waits until something is so; fails with a sentence where it does not come.</summary>
    public async Task UntilAsync(Func<bool> isSo, string what)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var next = Volatile.Read(ref _changed).Task;
            if (isSo())
                return;
            try
            {
                await next.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new InvalidOperationException($"It never came: {what}. Calls: {string.Join(", ", Calls.TakeLast(12).Select(c => $"{c.Method}={c.Answer}"))}. Complaints: {string.Join(" | ", Sockets.Complaints)}");
            }
        }
    }

    public async Task<Ephemeral> NextEphemeralAsync(string user, string containing)
    {
        Ephemeral? found = null;
        await UntilAsync(() => (found = Ephemerals.FirstOrDefault(e => e.User == user && (e.Text + e.Blocks.ToJsonString(Readable)).Contains(containing, StringComparison.Ordinal))) is not null, $"a private “{containing}” for {user}; there are {string.Join(" | ", Ephemerals.Select(e => e.Text))}");
        return found!;
    }

    public async Task<DoubleMessage> NextPostAsync(string channel, string containing)
    {
        DoubleMessage? found = null;
        await UntilAsync(() => (found = Posts(channel).FirstOrDefault(m => (m.Text + m.Blocks.ToJsonString(Readable)).Contains(containing, StringComparison.Ordinal))) is not null, $"a post “{containing}” in {channel}; there are {string.Join(" | ", Posts(channel).Select(m => m.Text + m.Blocks.ToJsonString(Readable)))}");
        return found!;
    }

    /// <summary>The bot's posts in a channel.</summary>
    public IReadOnlyList<DoubleMessage> Posts(string channel)
    {
        var messages = Workspace.Channels[channel].Messages;
        lock (messages)
            return [.. messages.Where(m => m.FromBot)];
    }

    public static JsonSerializerOptions Readable { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async ValueTask DisposeAsync()
    {
        foreach (var socket in Sockets.Open)
            socket.Cut();
        await _app.DisposeAsync();
    }

    internal void Show(Ephemeral ephemeral)
    {
        Ephemerals.Enqueue(ephemeral);
        Signal();
    }

    /// <summary>Tells who waits that something may have changed.</summary>
    public void Signal() => Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    private async Task LinkAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || !Sockets.Redeem(context.Request.Query["ticket"].ToString()))
        {
            context.Response.StatusCode = 401;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await Sockets.ServeAsync(socket);
    }

    private async Task RespondAsync(HttpContext context, string id)
    {
        var message = await JsonNode.ParseAsync(context.Request.Body) as JsonObject ?? [];
        if (ResponseUrls.Use(id) is not var (user, channel))
        {
            await context.Response.WriteAsync("""{"ok":false,"error":"used_url"}""");
            return;
        }

        var blocks = message["blocks"] as JsonArray ?? [];
        if (string.IsNullOrWhiteSpace((string?)message["text"]) || BlockRules.Message(blocks) is not null)
        {
            Sockets.Complaints.Enqueue($"A refused answer: {BlockRules.Message(blocks) ?? "no_text"}");
            await context.Response.WriteAsync("""{"ok":false,"error":"invalid_blocks"}""");
            return;
        }

        if ((string?)message["response_type"] == "in_channel")
        {
            var said = new DoubleMessage(Workspace.NextTs(), DoubleWorkspace.BotUser, (string)message["text"]!) { Blocks = blocks.DeepClone().AsArray() };
            lock (Workspace.Channels[channel].Messages)
                Workspace.Channels[channel].Messages.Add(said);
            Signal();
        }
        else
        {
            Show(new Ephemeral(user, channel, (string)message["text"]!, blocks.DeepClone().AsArray()));
        }

        await context.Response.WriteAsync("ok");
    }

    private async Task AnswerAsync(HttpContext context, string method)
    {
        var arguments = await ArgumentsAsync(context.Request);
        if (_held.TryGetValue(method, out var held))
            await held.Task;
        var token = context.Request.Headers.Authorization.ToString() is { Length: > 7 } bearer ? bearer["Bearer ".Length..] : arguments.GetValueOrDefault("token", "");
        var fault = _faults.GetValueOrDefault(method) is { } queue && queue.TryDequeue(out var next) ? next : null;
        var answer = fault is { AfterDoing: false } ? null : Judge(method, arguments, token);
        Calls.Enqueue(new DoubleCall(method, arguments, fault is not null ? $"{fault.Status}" : (string?)answer!["error"] ?? "ok"));
        if (fault is not null)
        {
            if (fault.RetryAfter is not null)
                context.Response.Headers.RetryAfter = fault.RetryAfter;
            context.Response.StatusCode = fault.Status;
            await context.Response.WriteAsync(fault.Body);
        }
        else if ((string?)answer!["error"] == "ratelimited")
        {
            context.Response.Headers.RetryAfter = "1";
            context.Response.StatusCode = 429;
            await context.Response.WriteAsync("Slow down"); // no JSON, as it happens
        }
        else
        {
            context.Response.Headers["x-oauth-scopes"] = token == UserToken ? "chat:write" : string.Join(',', Scopes);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(answer.ToJsonString());
        }

        Signal();
    }

    private JsonObject Judge(string method, Dictionary<string, string> arguments, string token)
    {
        if (token is not (BotToken or AppToken or UserToken))
            return new JsonObject { ["ok"] = false, ["error"] = token.Length == 0 ? "not_authed" : "invalid_auth" };
        if (!Installed)
            return new JsonObject { ["ok"] = false, ["error"] = "account_inactive" };
        if (IsTooMuch(method, arguments))
            return new JsonObject { ["ok"] = false, ["error"] = "ratelimited" };
        var needs = _methods.Needs(method, arguments);
        if (token == BotToken && needs.Length > 0 && !needs.Any(Scopes.Contains))
            return new JsonObject { ["ok"] = false, ["error"] = "missing_scope", ["needed"] = string.Join(',', needs), ["provided"] = string.Join(',', Scopes) };

        var answer = _methods.Run(method, arguments, token);
        if ((string?)answer["error"] is { } error && (error.Contains(' ') || error == "invalid_arguments"))
            Sockets.Complaints.Enqueue($"{method}: {error} {answer["response_metadata"]?.ToJsonString()}");
        return answer;
    }

    private bool IsTooMuch(string method, Dictionary<string, string> arguments)
    {
        var now = Clock.GetUtcNow();
        if (PerMinute.TryGetValue(method, out var most) && Count(method, now, TimeSpan.FromMinutes(1)) > most)
            return true;
        // A little less than a second: two clocks, one network.
        return OneMessageASecond && method == "chat.postMessage" && Count($"say {arguments.GetValueOrDefault("channel")}", now, TimeSpan.FromSeconds(0.9)) > 1;
    }

    private int Count(string what, DateTimeOffset now, TimeSpan within)
    {
        var times = _rates.GetOrAdd(what, _ => new());
        times.Enqueue(now);
        while (times.TryPeek(out var oldest) && now - oldest > within)
            times.TryDequeue(out _);
        return times.Count;
    }

    private static async Task<Dictionary<string, string>> ArgumentsAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
            return (await request.ReadFormAsync()).ToDictionary(f => f.Key, f => f.Value.ToString());
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        return body.Length > 0 && JsonNode.Parse(body) is JsonObject json
            ? json.Where(p => p.Value is not null).ToDictionary(p => p.Key, p => p.Value is JsonValue v && v.TryGetValue<string>(out var s) ? s : p.Value!.ToJsonString())
            : [];
    }
}
