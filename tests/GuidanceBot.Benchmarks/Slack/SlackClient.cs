using GuidanceBot.Screening;
using GuidanceBot.Slack;
using GuidanceBot.Slack.Events;
using GuidanceBot.Slack.SocketMode;
using GuidanceBot.Slack.Web;
using GuidanceBot.Slack.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace GuidanceBot.Benchmarks.Slack;

/// <summary>The adapter as it runs, up to the screen: sockets, acknowledgement, reading, two kinds of deduplication, screening.</summary>
internal static class SlackClient
{
    public static async Task<int> RunAsync(string address)
    {
        var settings = new SlackSettings { BotToken = "xoxb-bench", AppToken = "xapp-bench", ApiBase = new Uri($"{address}/api"), Connections = 1 };
        using var http = new HttpClient();
        var api = new SlackApi(new SlackCaller(http, settings.ApiBase, new RateGate(), TimeProvider.System, NullLogger<SlackCaller>.Instance), settings);
        var packs = Directory.EnumerateFiles(Path.Combine(Config(), "screening"), "*.yaml").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllText(f)));
        var pool = new SocketPool(new SocketOpener(api, TimeProvider.System), new Desk(new Screener(RulePack.Parse(packs))), 1, TimeProvider.System, NullLogger<SocketPool>.Instance);
        await pool.RunAsync(CancellationToken.None);
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

        public async ValueTask TakeAsync(Envelope envelope, Acknowledge acknowledge, CancellationToken cancellationToken)
        {
            using (envelope)
            {
                var happened = EventReader.Read(envelope.Payload, "U0BOT");
                var isNew = _seen.IsNew(envelope.Payload.Text("event_id")) & _seen.IsNew(happened?.Identity ?? "");
                await acknowledge(default, cancellationToken);
                if (isNew && happened is SlackEvent.Written { Message: var message } && screener.Examine(message.Text).Findings.Count > 0)
                    throw new InvalidOperationException("The stream's message is a clean one.");
            }
        }
    }
}
