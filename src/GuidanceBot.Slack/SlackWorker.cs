using GuidanceBot.Chat;
using GuidanceBot.Moderation;
using GuidanceBot.Slack.Events;
using GuidanceBot.Slack.SocketMode;
using GuidanceBot.Slack.Web;
using GuidanceBot.Slack.Wire;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Slack;

/// <summary>Runs the adapter: learns who the bot is, then listens until the host stops or the app is gone.</summary>
internal sealed partial class SlackWorker(SlackApi api, SlackSelfHolder self, ISocketOpener opener, SlackDesk desk, EventHandling events, SlackSettings settings, CatchUp catchUp, StoppedPlatforms stopped, TimeProvider clock, ILoggerFactory loggers) : BackgroundService
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly ILogger _logger = loggers.CreateLogger<SlackWorker>();

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        events.Uninstalled = () =>
        {
            Log.Uninstalled(_logger);
            stopped.Add(SlackPlatform.PlatformName, "The app was uninstalled: install it again and set the new tokens.");
            listening.Cancel();
        };
        try
        {
            if (await LearnAsync(listening.Token) is { } refused)
            {
                Refuse(refused);
                return;
            }

            await ListenAsync(listening.Token);
        }
        catch (OperationCanceledException) when (listening.IsCancellationRequested)
        {
            // Told to stop, or uninstalled.
        }
    }

    // Null once Slack said who the bot is; else the sentence for the owner.
    private async Task<string?> LearnAsync(CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            var answer = await api.TestAuthAsync(cancellationToken);
            if (answer.Ok && Uri.TryCreate(answer.Body.Text("url"), UriKind.Absolute, out var home))
            {
                self.Current = new SlackSelf(answer.Body.Text("team_id"), answer.Body.Text("user_id"), home, answer.Scopes);
                return null;
            }

            if (SlackErrors.Fatal(answer.Error) is { } fatal)
                return fatal;
            await Task.Delay(answer.RetryAfter ?? SocketPolicy.After(failures + 1, Random.Shared.NextDouble()), clock, cancellationToken);
        }
    }

    private async Task ListenAsync(CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource();
        await using var farewell = stopping.Register(() => patience.CancelAfter(Farewell));
        var pool = new SocketPool(opener, desk, settings.Connections, clock, loggers.CreateLogger<SocketPool>())
        {
            Hears = silence =>
            {
                Log.Listening(_logger, self.Current!.Team, silence.TotalSeconds); // learnt before listening
                // At the first time too: what was written between the start and the first socket came to nobody.
                catchUp.Request(SlackPlatform.PlatformName);
            },
        };
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var work = desk.RunAsync(ended.Token, patience.Token);
        if (await pool.RunAsync(stopping) is { } fatal)
            Refuse(fatal);
        await ended.CancelAsync();
        patience.CancelAfter(Farewell);
        await work;
    }

    private void Refuse(string sentence)
    {
        Log.Refused(_logger, sentence);
        stopped.Add(SlackPlatform.PlatformName, sentence);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Listening to Slack workspace {Team} after {Seconds:0.0} s without a socket.")]
        public static partial void Listening(ILogger logger, string team, double seconds);

        [LoggerMessage(2, LogLevel.Critical, "Slack is not connected and will not be until this is mended: {Sentence}")]
        public static partial void Refused(ILogger logger, string sentence);

        [LoggerMessage(3, LogLevel.Critical, "The Slack app was uninstalled; nothing is read or posted any more. To come back, install it again and set the new tokens.")]
        public static partial void Uninstalled(ILogger logger);
    }
}
