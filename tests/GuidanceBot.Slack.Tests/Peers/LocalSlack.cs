using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace GuidanceBot.Slack.Tests.Peers;

/// <summary>local-slack, a workspace that nobody here wrote, as a process of its own.</summary>
internal sealed class LocalSlack : IAsyncDisposable
{
    public const string Package = "local-slack-linux-x64", Team = "T01TEST";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const string Config = """
        workspace: { name: Test, domain: test, teamId: T01TEST }
        apps: [{ appId: A01APP, botUserId: U0BOT, botName: guidancebot, botToken: xoxb-test-token, appToken: xapp-test-token, mode: socket }]
        users: [{ id: U0MEL, name: mel }, { id: U0ADA, name: ada }]
        channels:
          - { id: C0GENERAL, name: general, members: [U0BOT, U0MEL, U0ADA] }
          - { id: C0TIPS, name: tips, members: [U0BOT, U0MEL] }
          - { id: C0MODS, name: moderators, is_private: true, members: [U0BOT, U0ADA] }
        """;

    private readonly Process _process;
    private readonly HttpClient _http;
    private readonly string _folder;

    private LocalSlack(Process process, Uri address, string folder)
    {
        (_process, Address, _folder) = (process, address, folder);
        _http = new HttpClient { BaseAddress = address };
    }

    public Uri Address { get; }

    public static async Task<LocalSlack> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("local-slack").FullName;
        var config = Path.Combine(folder, "config.yaml");
        await File.WriteAllTextAsync(config, Config);
        var port = FreePort();
        var start = new ProcessStartInfo(Path.Combine(GuidanceBot.Testing.Peers.Folder("slack")!, "node_modules", Package, "bin", "local-slack")) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "--config", config, "--port", $"{port}", "--base-host", "127.0.0.1", "--files-dir", folder })
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!; // a program file that is there starts
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var slack = new LocalSlack(process, new Uri($"http://127.0.0.1:{port}/"), folder);
        await slack.UntilAsync(async () => await slack.GetAsync("_control/state") is not null, "local-slack to answer");
        return slack;
    }

    public Task<JsonObject> DoAsync(string what, object how) => PostAsync($"_control/{what}", how);

    public async Task<IReadOnlyList<JsonObject>> MessagesAsync(string channel) =>
        [.. (await GetAsync($"_control/messages/{channel}"))!["messages"]!.AsArray().Select(m => m!.AsObject())];

    /// <summary>What the bot called, by method.</summary>
    public async Task<IReadOnlyList<JsonObject>> CallsAsync(string method) =>
        [.. (await GetAsync("_control/log"))!["log"]!.AsArray().Select(l => l!.AsObject()).Where(l => l.ToJsonString().Contains($"\"{method}\"", StringComparison.Ordinal))];

    /// <summary>Waits until the bot's socket is open: what happens before is dropped.</summary>
    public Task ConnectedAsync() =>
        UntilAsync(async () => ((await GetAsync("_control/log"))?.ToJsonString() ?? "").Contains("socket connected", StringComparison.Ordinal), "the bot's socket");

    public async Task<JsonObject> MessageAsync(string channel, Func<JsonObject, bool> isIt, string what)
    {
        JsonObject? found = null;
        await UntilAsync(async () => (found = (await MessagesAsync(channel)).FirstOrDefault(isIt)) is not null, what);
        return found!;
    }

    /// <summary>Presses the button with that label.</summary>
    public Task PressAsync(string user, string channel, JsonObject message, string label)
    {
        var button = message["blocks"]!.AsArray().SelectMany(b => b!["elements"] as JsonArray ?? []).First(e => (string?)e!["text"]?["text"] == label)!;
        return DoAsync("interact", new
        {
            channel,
            messageTs = (string?)message["ts"],
            user,
            action = new { type = "button", action_id = (string?)button["action_id"], block_id = "b", value = (string?)button["value"] },
        });
    }

    /// <summary>Sends off the open form, which works over the page's own socket only.</summary>
    public async Task SubmitAsync(string user, string field, string text)
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{Address.Authority}/ui"), CancellationToken.None);
        var say = new JsonObject { ["t"] = "view_submit", ["user"] = user, ["values"] = new JsonObject { [field] = new JsonObject { ["answer"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = text } } } };
        await socket.SendAsync(Encoding.UTF8.GetBytes(say.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }

    public async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        while (!await isSo())
        {
            if (patience.IsCancellationRequested)
                throw new InvalidOperationException($"Waited in vain for {what}. Its log ends: {(await GetAsync("_control/log"))?["log"]?.AsArray().TakeLast(6).Aggregate("", (all, l) => all + l!.ToJsonString())}");
            await tick.WaitForNextTickAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<JsonObject> PostAsync(string path, object how)
    {
        using var answer = await _http.PostAsJsonAsync(path, how);
        return (await JsonNode.ParseAsync(await answer.Content.ReadAsStreamAsync()))!.AsObject();
    }

    private async Task<JsonObject?> GetAsync(string path)
    {
        try
        {
            return (await JsonNode.ParseAsync(await _http.GetStreamAsync(path)))!.AsObject();
        }
        catch (HttpRequestException)
        {
            return null; // not up yet
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
