using System.Collections.Concurrent;
using GuidanceBot.Slack.SocketMode;
using GuidanceBot.Slack.Web;
using GuidanceBot.Testing.Slack;
using Microsoft.Extensions.Logging.Abstractions;

namespace GuidanceBot.Slack.Tests.SocketMode;

/// <summary>A pool of sockets against the double, until disposed.</summary>
internal sealed class RunningPool : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly HttpClient _http = new();

    public RunningPool(SlackDouble slack, ISocketDesk desk, int connections, TimeSpan? pongWithin = null, TimeProvider? clock = null)
    {
        var settings = Settings(slack);
        var api = new SlackApi(new SlackCaller(_http, settings.ApiBase, new RateGate(), TimeProvider.System, NullLogger<SlackCaller>.Instance), settings);
        var opener = new SocketOpener(api, TimeProvider.System);
        if (pongWithin is { } patience)
            opener = new SocketOpener(api, TimeProvider.System) { PingEvery = patience, PongWithin = patience };
        Pool = new SocketPool(opener, desk, connections, clock ?? TimeProvider.System, NullLogger<SocketPool>.Instance)
        {
            Hears = silence =>
            {
                Silences.Enqueue(silence);
                slack.Signal();
            },
        };
        Ended = Pool.RunAsync(_stopping.Token);
    }

    public SocketPool Pool { get; }

    public ConcurrentQueue<TimeSpan> Silences { get; } = new();

    public Task<string?> Ended { get; }

    public static SlackSettings Settings(SlackDouble slack) =>
        new() { BotToken = SlackDouble.BotToken, AppToken = SlackDouble.AppToken, ApiBase = slack.ApiBase };

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Ended;
        _stopping.Dispose();
        _http.Dispose();
    }
}
