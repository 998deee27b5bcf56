using System.Threading.Channels;
using GuidanceBot.Chat;
using GuidanceBot.Screening;
using GuidanceBot.Slack;
using GuidanceBot.Slack.Events;
using GuidanceBot.Slack.SocketMode;
using GuidanceBot.Slack.Web;
using GuidanceBot.Slack.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace GuidanceBot.Benchmarks.Slack;

/// <summary>The adapter as it runs, up to the screen: sockets, acknowledgement, reading, two kinds of deduplication, and one worker that screens apart from the sockets.</summary>
internal static class SlackClient
{
    public static async Task<int> RunAsync(string address)
    {
        var settings = new SlackSettings { BotToken = "xoxb-bench", AppToken = "xapp-bench", ApiBase = new Uri($"{address}/api"), Connections = 1 };
        using var http = new HttpClient();
        var api = new SlackApi(new SlackCaller(http, settings.ApiBase, new RateGate(), TimeProvider.System, NullLogger<SlackCaller>.Instance), settings);
        var packs = Directory.EnumerateFiles(Path.Combine(Config(), "screening"), "*.yaml").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllText(f)));
        var desk = new Desk(new Screener(RulePack.Parse(packs)));
        // As the bot does once it is up.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var pool = new SocketPool(new SocketOpener(api, TimeProvider.System), desk, 1, TimeProvider.System, NullLogger<SocketPool>.Instance);
        await Task.WhenAny(pool.RunAsync(CancellationToken.None), desk.ScreenAsync()).Unwrap();
        return 0;
    }

    private static string Config()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "config", "screening")))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, "config"); // the benchmark runs inside the project
    }

    private sealed class Desk(Screener screener) : ISocketDesk
    {
        private readonly SeenEvents _seen = new(TimeProvider.System);
        private readonly Channel<ChatMessage> _waiting = Channel.CreateBounded<ChatMessage>(new BoundedChannelOptions(1000) { SingleReader = true });

        public async Task ScreenAsync()
        {
            await foreach (var message in _waiting.Reader.ReadAllAsync())
            {
                if (screener.Examine(message.Text).Findings.Count > 0)
                    throw new InvalidOperationException("The stream's message is a clean one.");
            }
        }

        public async ValueTask TakeAsync(Envelope envelope, Acknowledge acknowledge, CancellationToken cancellationToken)
        {
            using (envelope)
            {
                var happened = EventReader.Read(envelope.Payload, "U0BOT");
                var isNew = _seen.IsNew(envelope.Payload.Text("event_id")) & _seen.IsNew(happened?.Identity ?? "");
                await acknowledge(default, cancellationToken);
                // Waiting here slows the source down to what is screened, where Slack would deliver again.
                if (isNew && happened is SlackEvent.Written { Message: var message })
                    await _waiting.Writer.WriteAsync(message, cancellationToken);
            }
        }
    }
}
